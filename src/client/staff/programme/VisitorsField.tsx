/** How many others came, without a name. */
import { useState } from 'preact/hooks';
import { Button } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';

const MOST = 2000;

export function VisitorsField({ activityId, known }: { readonly activityId: string; readonly known: number | null }) {
  const { app, t } = useDesk();
  const [text, setText] = useState(known === null ? '' : String(known));
  const [wrong, setWrong] = useState<string | null>(null);
  const save = () => {
    const people = /^\d{1,4}$/.test(text.trim()) ? Number(text) : MOST + 1;
    if (people > MOST) return setWrong(t('deskprogramme:visitorsWrong'));
    setWrong(null);
    app.perform(
      { type: 'countVisitors', activityId, people },
      { text: t('deskprogramme:visitorsDone', { count: people }) },
    );
  };
  return (
    <div class="s-row is-wrap p-no-print">
      <Field label={t('deskprogramme:visitors')} inputMode="numeric" value={text} wrong={wrong} onInput={setText} />
      <Button onPress={save}>{t('deskprogramme:visitorsSave')}</Button>
    </div>
  );
}

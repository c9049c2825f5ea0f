/** A school holiday or a closure: its name, its first day and its last. */
import { useState } from 'preact/hooks';
import type { Period } from '../../../domain/period.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { refusalWords } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { useBegun } from '../use-begun.ts';
import { daysWrong } from './settings-words.ts';

export function PeriodDialog({ onClose, period }: { readonly period: Period | null; readonly onClose: () => void }) {
  const desk = useDesk();
  const { app, t } = desk;
  const { name: was = '', from = '', until = '' } = period ?? {};
  const begun = useBegun('period', period?.id ?? null, { name: was, from, until });
  const { fields: draft, put } = begun;
  const [wrong, setWrong] = useState<string | null>(null);
  const stop = () => {
    begun.drop();
    onClose();
  };
  const save = () => {
    const name = draft.name.trim();
    const why = name === '' ? t('deskspaces:noName') : daysWrong(desk, draft);
    if (why !== null) return setWrong(why);
    const no = app.act(
      { type: 'setPeriod', id: period?.id ?? null, name, from: draft.from, until: draft.until },
      { text: t('deskspaces:periodSaved', { name }) },
    );
    if (no === null) return stop();
    setWrong(no.type === 'periodUnknown' ? t('deskspaces:periodGone') : refusalWords(desk, no, null));
  };
  return (
    <Dialog title={period?.name ?? t('deskspaces:periodTitle')} onClose={stop}>
      <div class="s-form">
        <Field
          label={t('deskspaces:periodName')}
          help={t('deskspaces:periodNameHelp')}
          value={draft.name}
          maxLength={80}
          onInput={(name) => put({ name })}
          focusFirst
        />
        <div class="s-fields">
          <Field
            label={t('desksettings:from')}
            type="date"
            value={draft.from}
            onInput={(from) => put({ from, until: draft.until === '' ? from : draft.until })}
          />
          <Field label={t('desksettings:until')} type="date" value={draft.until} onInput={(until) => put({ until })} />
        </div>
        <Wrong id="period" sentence={wrong} />
        <div class="s-ends">
          <Button onPress={stop}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {t('deskspaces:save')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

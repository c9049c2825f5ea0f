/** The driving test somebody passed: until when, and for which scooters of the house. */
import { useState } from 'preact/hooks';
import type { DeskResident } from '../../app/staff-residents.ts';
import { scootersOf } from '../../app/staff-trips.ts';
import { Button, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { dayMonthYear, nameAndDoor, refusalWords } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { useBegun } from '../use-begun.ts';

export interface ClearanceDialogProps extends BoardProps {
  readonly resident: DeskResident;
  readonly onClose: () => void;
}

export function ClearanceDialog({ board, onClose, resident }: ClearanceDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { clearance, id, name } = resident;
  const begun = useBegun('clearance', id, { until: clearance?.validUntil ?? '', types: clearance?.types ?? [] });
  const { types, until } = begun.fields;
  const [wrong, setWrong] = useState<string | null>(null);
  const ofHouse = scootersOf(board).map(({ type }) => type.trim().toLowerCase());
  const choices = [...new Set([...ofHouse, ...(clearance?.types ?? [])])].filter((type) => type !== '').sort();
  const stop = () => {
    begun.drop();
    onClose();
  };
  const set = (next: { validUntil: string; types: string[] } | null) => {
    const text =
      next === null
        ? t('deskpeople:testRemoved', { name })
        : t('deskpeople:testSaved', { name, day: dayMonthYear(desk, next.validUntil) });
    const no = app.act({ type: 'setClearance', residentId: id, clearance: next }, { text });
    if (no === null) stop();
    else setWrong(refusalWords(desk, no, board));
  };
  const save = () => {
    if (until === '') return setWrong(t('deskpeople:testNoDay'));
    set({ validUntil: until, types: [...types] });
  };
  return (
    <Dialog title={t('deskpeople:testTitle', { who: nameAndDoor(resident) })} onClose={stop}>
      <div class="s-form">
        <Field
          label={t('deskpeople:testUntil')}
          type="date"
          value={until}
          onInput={(typed) => begun.put({ until: typed })}
          focusFirst
        />
        <fieldset class="s-stack">
          <legend class="s-label">{t('deskpeople:testTypes')}</legend>
          {choices.map((type) => (
            <label key={type} class="s-tick">
              <input
                type="checkbox"
                checked={types.includes(type)}
                onChange={({ currentTarget }) =>
                  begun.put({
                    types: currentTarget.checked ? [...types, type] : types.filter((each) => each !== type),
                  })
                }
              />
              <span>{type}</span>
            </label>
          ))}
          {choices.length === 0 ? <p>{t('deskpeople:noTypes')}</p> : null}
        </fieldset>
        <div role="alert">
          <Wrong id="clearance" sentence={wrong} />
        </div>
        <div class="s-ends">
          {clearance === null ? null : (
            <Button tone="stop" onPress={() => set(null)}>
              {t('deskpeople:testRemove')}
            </Button>
          )}
          <Button onPress={stop}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {t('deskpeople:testSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

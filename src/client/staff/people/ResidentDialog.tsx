/**
 * Somebody new, or what is known of somebody changed: a new door is a move. What another changed meanwhile is told, with
 * both values in sight. Refuses to send what was not changed.
 */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import type { StaffApp } from '../../app/staff-app.ts';
import {
  changedFields,
  type DeskResident,
  floorOfDoor,
  languageChoices,
  namesake,
  nobodyYet,
  type ResidentField,
  type ResidentFields,
  seenFields,
} from '../../app/staff-residents.ts';
import { Button, Select, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../desk-context.ts';
import { nameAndDoor, refusalWords } from '../desk-words.ts';
import { Field } from '../Field.tsx';
import { fieldWord, shownField } from './people-words.ts';

export interface ResidentDialogProps {
  readonly board: Board;
  /** Null is somebody new. */
  readonly resident: DeskResident | null;
  readonly onOpen: (residentId: string) => void;
  readonly onClose: () => void;
}

type Reason = NonNullable<ReturnType<StaffApp['act']>>;

export function ResidentDialog({ board, resident, onOpen, onClose }: ResidentDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const id = resident?.id ?? null;
  const [begun] = useState(() => app.begun.of('resident', id));
  const [seen, setSeen] = useState<ResidentFields>(begun?.seen ?? resident?.fields ?? nobodyYet);
  const [draft, setDraft] = useState<ResidentFields>(begun?.draft ?? seen);
  const [floor, setFloor] = useState(begun?.floor ?? '');
  const [wrong, setWrong] = useState<string | null>(null);
  const put = (fields: Partial<ResidentFields>) => {
    setWrong(null);
    const next = { ...draft, ...fields };
    setDraft(next);
    app.begun.keep('resident', id, { seen, draft: next, floor });
  };
  const stop = () => {
    app.begun.drop('resident', id);
    onClose();
  };
  const isNewDoor = draft.number.trim() !== '' && floorOfDoor(board, draft.number) === null;
  const other = resident === null ? namesake(board, draft) : null;
  const missing = whatIsMissing(draft, isNewDoor && floor.trim() === '');
  const refused = (no: Reason) => {
    if (no.type !== 'changedMeanwhile' || resident === null) return setWrong(refusalWords(desk, no, board));
    const fields = no.fields as readonly ResidentField[];
    const now = fields.map((name) => `${fieldWord(desk, name)}: ${shownField(desk, resident.fields, name)}`);
    setWrong(t('deskpeople:changedMeanwhile', { now: now.join(' · ') }));
    // What stands there now has been seen: saving again is a choice.
    setSeen(resident.fields);
  };
  const save = () => {
    if (missing !== null) return setWrong(t(`deskpeople:${missing}`));
    const fields = resident === null ? draft : changedFields(seen, draft);
    if (Object.keys(fields).length === 0) return stop();
    const command = {
      type: 'putResident',
      id: resident?.id ?? null,
      fields,
      was: resident === null ? {} : seenFields(seen, fields),
      floor: isNewDoor ? Math.trunc(Number(floor)) : null,
    } as const;
    const who = `${draft.firstName.trim()} ${draft.lastName.trim()}`;
    const text = t(resident === null ? 'deskpeople:added' : 'deskpeople:saved', { name: who });
    const no = app.act(command, { text });
    if (no === null) stop();
    else refused(no);
  };
  return (
    <Dialog title={resident === null ? t('deskpeople:addTitle') : nameAndDoor(resident)} onClose={stop}>
      <div class="s-form">
        <div class="s-fields">
          <Field
            label={t('deskpeople:door')}
            help={resident === null ? undefined : t('deskpeople:doorHelp')}
            value={draft.number}
            maxLength={12}
            onInput={(number) => put({ number })}
            focusFirst={resident === null}
          />
          {isNewDoor ? (
            <Field
              label={t('deskpeople:floor')}
              help={t('deskpeople:floorHelp', { number: draft.number.trim() })}
              inputMode="numeric"
              value={floor}
              maxLength={3}
              onInput={(typed) => {
                setFloor(typed);
                app.begun.keep('resident', id, { seen, draft, floor: typed });
              }}
            />
          ) : (
            <Salutation value={draft.salutation} onChoose={(salutation) => put({ salutation })} />
          )}
          {isNewDoor ? <Salutation value={draft.salutation} onChoose={(salutation) => put({ salutation })} /> : null}
          <Field
            label={t('deskpeople:firstName')}
            value={draft.firstName}
            maxLength={60}
            onInput={(firstName) => put({ firstName })}
          />
          <Field label={t('deskpeople:infix')} value={draft.infix} maxLength={30} onInput={(infix) => put({ infix })} />
          <Field
            label={t('deskpeople:lastName')}
            value={draft.lastName}
            maxLength={80}
            onInput={(lastName) => put({ lastName })}
          />
          <Field
            label={t('deskpeople:phone')}
            help={t('deskpeople:phoneHelp')}
            type="tel"
            value={draft.phone ?? ''}
            maxLength={30}
            onInput={(phone) => put({ phone: phone === '' ? null : phone })}
          />
          <Select
            id="resident-language"
            label={t('deskpeople:languageOn')}
            value={draft.language}
            choices={languageChoices(draft.language)}
            onChoose={(language) => put({ language })}
          />
        </div>
        <label class="s-tick">
          <input
            type="checkbox"
            checked={draft.showName}
            onChange={({ currentTarget }) => put({ showName: currentTarget.checked })}
          />
          <span>{t('deskpeople:showNameTick')}</span>
        </label>
        {other === null ? null : (
          <p class="s-news">
            <span>{t('deskpeople:namesake', { who: nameAndDoor(other) })}</span>
            <Button onPress={() => onOpen(other.id)}>
              {t('deskpeople:openNamesake', { who: nameAndDoor(other) })}
            </Button>
          </p>
        )}
        <div role="alert">
          <Wrong id="resident" sentence={wrong} />
        </div>
        <div class="s-ends">
          <Button onPress={stop}>{t('deskframe:stop')}</Button>
          <Button tone="main" onPress={save}>
            {missing === null
              ? t(resident === null ? 'deskpeople:addSave' : 'deskpeople:save')
              : t(`deskpeople:${missing}`)}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function whatIsMissing({ firstName, lastName, number }: ResidentFields, noFloor: boolean) {
  if (number.trim() === '') return 'noDoorYet';
  if (noFloor) return 'noFloorYet';
  return firstName.trim() === '' || lastName.trim() === '' ? 'noNameYet' : null;
}

interface SalutationProps {
  readonly value: ResidentFields['salutation'];
  readonly onChoose: (value: ResidentFields['salutation']) => void;
}

function Salutation({ value, onChoose }: SalutationProps) {
  const { t } = useDesk();
  return (
    <Select<'mevrouw' | 'meneer' | 'unknown'>
      id="resident-salutation"
      label={t('deskpeople:salutation')}
      value={value ?? 'unknown'}
      choices={(['mevrouw', 'meneer', 'unknown'] as const).map((each) => ({
        value: each,
        text: t(`deskpeople:${each}`),
      }))}
      onChoose={(chosen) => onChoose(chosen === 'unknown' ? null : chosen)}
    />
  );
}

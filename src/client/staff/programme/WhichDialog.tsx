/** "Welke keren?": what a change touches for each choice, in people and dates, before anything is saved. */
import { useState } from 'preact/hooks';
import { type Asked, commandOf, type Edit, newDayOf, reachOfEdit, type Which } from '../../app/programme-draft.ts';
import { roomAfter } from '../../app/programme-rooms.ts';
import { activityOf } from '../../app/staff-programme.ts';
import type { StaffKey } from '../../i18n/staff-i18n.ts';
import { Button, State, Wrong } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, type Desk, useDesk } from '../desk-context.ts';
import { dayMonth, longDay } from '../desk-words.ts';
import { programmeRefusal, valueWords } from './programme-words.ts';

export interface WhichProps extends BoardProps {
  readonly edit: Edit;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

type Reached = NonNullable<ReturnType<typeof reachOfEdit>>;
const choices: readonly Which[] = ['one', 'following', 'all'];
const TOLD = ['startTime', 'room'];

export function WhichDialog({ board, edit: wish, onClose, onDone }: WhichProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [edit, setEdit] = useState(wish);
  const [asked, setAsked] = useState<Asked>({ beyond: false, named: false });
  const [which, choose] = useState<Which>('one');
  const activity = activityOf(board, edit.activityId);
  const found = reachOfEdit(board, app.minute.value, edit);
  if (activity === null || found === null) return null;
  const command = (wanted: Asked) => commandOf(edit, which, { ...wanted, date: activity.date });
  const reason = app.check(command(asked));
  const mayInsist = reason?.type === 'capacityBelow' || reason?.type === 'namesWouldShow';
  const touched = found[which];
  const save = () => {
    const wanted: Asked = {
      beyond: asked.beyond || reason?.type === 'capacityBelow',
      named: asked.named === true || reason?.type === 'namesWouldShow',
    };
    const no = app.act(command(wanted), { text: t('deskprogramme:done', { title: activity.title }) });
    return no === null ? onDone() : setAsked(wanted);
  };
  const title = t(found.comesOnce ? 'deskprogramme:onceTitle' : 'deskprogramme:whichTitle', { title: activity.title });
  return (
    <Dialog title={title} onClose={onClose}>
      <Changes edit={edit} desk={desk} />
      <Room board={board} edit={edit} which={which} />
      {found.comesOnce ? null : (
        <fieldset class="p-choices">
          <legend class="s-hidden">{title}</legend>
          {choices.map((each) => (
            <Choice
              key={each}
              which={each}
              found={found}
              chosen={which === each}
              onChoose={() => {
                choose(each);
                setAsked({ beyond: false, named: false });
              }}
            />
          ))}
        </fieldset>
      )}
      {reason?.type === 'changedMeanwhile' ? (
        <Meanwhile board={board} edit={edit} names={reason.fields} onChange={setEdit} />
      ) : (
        <div class="p-box">
          {touched.people === 0 ? null : <b>{t('deskprogramme:whatHappens')}</b>}
          <ul>
            {whatHappens(desk, { people: touched.people, edit }).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <Wrong id="which" sentence={sentenceOf(desk, reason, edit)} />
      <div class="s-ends">
        <Button onPress={onClose}>{t('deskprogramme:notAfterAll')}</Button>
        {reason !== null && !mayInsist ? null : (
          <Button tone="main" onPress={save}>
            {reason === null ? t('deskprogramme:do', { count: touched.dates }) : t('deskprogramme:overYes')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function sentenceOf(desk: Desk, reason: ReturnType<Desk['app']['check']>, { fields }: Edit): string | null {
  if (reason === null || reason.type === 'changedMeanwhile') return null;
  if (reason.type !== 'capacityBelow') return programmeRefusal(desk, reason);
  return desk.t('deskprogramme:beyond', { count: reason.people, capacity: fields.capacity ?? 0 });
}

interface Happening {
  readonly edit: Edit;
  readonly people: number;
}

function whatHappens({ t }: Desk, { edit, people }: Happening) {
  if (people === 0) return [t('deskprogramme:noPeople')];
  const told = edit.days !== 0 || changedOf(edit).some((field) => TOLD.includes(field));
  const hear = told ? [t('deskprogramme:hearScreen'), t('deskprogramme:hearRound')] : [t('deskprogramme:notTold')];
  const { discreet } = edit.fields;
  const names = discreet === undefined ? [] : [t(discreet ? 'deskprogramme:namesGo' : 'deskprogramme:namesCome')];
  return [
    t('deskprogramme:keepPlace'),
    ...names,
    ...hear,
    ...(discreet === false ? [t('deskprogramme:pastStays')] : []),
  ];
}

/** Over midnight both hours travel, whichever of them changed. */
const changedOf = ({ fields, was }: Edit): readonly string[] =>
  Object.keys(fields).filter((name) => {
    const key = name as keyof Edit['fields'];
    return JSON.stringify(fields[key]) !== JSON.stringify(was[key]);
  });

/** What was and what it becomes. */
function Changes({ desk, edit }: { readonly desk: Desk; readonly edit: Edit }) {
  const names = changedOf(edit);
  const day = edit.days === 0 || edit.was.date === undefined ? null : newDayOf(edit, edit.was.date);
  return (
    <ul class="p-dates">
      {day === null ? null : (
        <li>
          <span>{desk.t('deskprogramme:field_date')}</span>
          <b>{longDay(desk, day)}</b>
        </li>
      )}
      {names.map((name) => (
        <li key={name}>
          <span>{desk.t(`deskprogramme:field_${name}` as StaffKey)}</span>
          <span>
            <s>{valueWords(desk, name, edit.was[name as keyof Edit['was']])}</s>{' '}
            <b>{valueWords(desk, name, edit.fields[name as keyof Edit['fields']])}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Whether the room is free then, on the date one looks at. */
function Room({ board, edit, which }: BoardProps & { readonly edit: Edit; readonly which: Which }) {
  const desk = useDesk();
  const { app, t } = desk;
  const was = activityOf(board, edit.activityId);
  const changes = was === null ? null : app.foresee(commandOf(edit, which, { beyond: true, date: was.date }));
  const is = changes === null ? null : roomAfter(board, changes, edit.activityId);
  if (is === null) return null;
  const { others, room } = is;
  if (others.length === 0) return <State tone="ok">{t('deskprogramme:roomFree', { room })}</State>;
  const other = others.map((each) => each.title).join(', ');
  return <State tone="warn">{t('deskprogramme:roomTaken', { room, other })}</State>;
}

interface ChoiceProps {
  readonly which: Which;
  readonly found: Reached;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Choice({ chosen, found, onChoose, which }: ChoiceProps) {
  const desk = useDesk();
  const { t } = desk;
  const touched = found[which];
  const hand = touched.byHand.map(({ date }) => dayMonth(desk, date));
  const key = which === 'all' ? 'deskprogramme:byHandGoes' : 'deskprogramme:byHandStays';
  const lines = [spanWords(desk, which, touched), ...(which === 'one' ? [] : hand.map((day) => t(key, { day })))];
  return (
    <label class="p-choice">
      <input type="radio" name="which" checked={chosen} onChange={onChoose} />
      <span>
        <b>{t(`deskprogramme:${which}`)}</b>
        <span class="is-soft">{lines.join(' ')}</span>
      </span>
      <span class="p-count">
        <b>{t('deskprogramme:people', { count: touched.people })}</b>
        <span>{t('deskprogramme:times', { count: touched.dates })}</span>
      </span>
    </label>
  );
}

function spanWords(desk: Desk, which: Which, { endless, first, last }: Reached['one']): string {
  if (first === null || last === null) return '';
  if (which === 'one') return longDay(desk, first);
  const from = dayMonth(desk, first);
  if (endless) return desk.t('deskprogramme:endless', { from });
  return `${desk.t('deskprogramme:fromUntil', { from, until: dayMonth(desk, last) })}.`;
}

interface MeanwhileProps extends BoardProps {
  readonly edit: Edit;
  readonly names: readonly string[];
  readonly onChange: (edit: Edit) => void;
}

/** Two people changed the same: both values, and who chooses is who looks. */
function Meanwhile({ board, edit, names, onChange }: MeanwhileProps) {
  const desk = useDesk();
  const { t } = desk;
  const now = activityOf(board, edit.activityId);
  if (now === null) return null;
  const is = (name: string) => now[name as keyof typeof now];
  const mineOf = (name: string) =>
    name === 'date' ? newDayOf(edit, now.date) : edit.fields[name as keyof Edit['fields']];
  const keep = () => {
    const drop = (fields: object) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
    onChange({ ...edit, fields: drop(edit.fields), was: drop(edit.was), days: names.includes('date') ? 0 : edit.days });
  };
  const take = () =>
    onChange({ ...edit, was: { ...edit.was, ...Object.fromEntries(names.map((name) => [name, is(name)])) } });
  return (
    <div class="p-box" role="alert">
      <b>{t('deskprogramme:meanwhile')}</b>
      <ul>
        {names.map((name) => (
          <li key={name}>
            {t('deskprogramme:meanwhileLine', {
              field: t(`deskprogramme:field_${name}` as StaffKey),
              mine: valueWords(desk, name, mineOf(name)),
              theirs: valueWords(desk, name, is(name)),
            })}
          </li>
        ))}
      </ul>
      <div class="s-row is-wrap">
        <Button onPress={keep}>{t('deskprogramme:theirs')}</Button>
        <Button onPress={take}>{t('deskprogramme:mine')}</Button>
      </div>
    </div>
  );
}

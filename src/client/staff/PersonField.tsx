/** Finds one resident by door or name: type, then choose from at most six. Says of each whether they may ride. */
import { useId, useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { type DeskPerson, deskPeople, deskPerson, findPeople } from '../app/staff-people.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { Button, Door, State, Wrong } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { dayMonthYear } from './desk-words.ts';
import { Icon } from './Icon.tsx';

export interface PersonFieldProps {
  readonly board: Board;
  readonly label: string;
  readonly residentId: string | null;
  readonly onChoose: (residentId: string | null) => void;
  readonly wrong: string | null;
  /** Whether they may ride is no question here. */
  readonly plain?: boolean;
}

const MOST = 6;

export function PersonField({ board, label, residentId, onChoose, plain = false, wrong }: PersonFieldProps) {
  const { t } = useDesk();
  const id = useId();
  const person = residentId === null ? null : deskPerson(board, residentId);
  if (person !== null) {
    return (
      <fieldset class="s-field">
        <legend>{label}</legend>
        <div class="s-chosen">
          <PersonLine person={person} plain={plain} />
          <Button onPress={() => onChoose(null)}>{t('deskbook:another')}</Button>
        </div>
        <Wrong id={id} sentence={wrong} />
      </fieldset>
    );
  }
  return <Search id={id} board={board} label={label} onChoose={onChoose} plain={plain} wrong={wrong} />;
}

type SearchProps = Omit<PersonFieldProps, 'residentId'> & { readonly id: string };

function Search({ id, board, label, onChoose, plain = false, wrong }: SearchProps) {
  const { t } = useDesk();
  const [query, setQuery] = useState('');
  const found = query.trim() === '' ? [] : findPeople(deskPeople(board), query);
  const [first] = found;
  return (
    <div class="s-field">
      <label for={id}>{label}</label>
      <div class="s-search">
        <Icon name="search" />
        <input
          id={id}
          type="text"
          autocomplete="off"
          // biome-ignore lint/a11y/noAutofocus: the window opens to choose somebody; this is its first field.
          autoFocus
          placeholder={t('deskbook:search')}
          value={query}
          aria-invalid={wrong !== null}
          aria-describedby={wrong === null ? `${id}-found` : `${id}-wrong`}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || first === undefined) return;
            event.preventDefault();
            onChoose(first.id);
          }}
        />
      </div>
      <Wrong id={id} sentence={wrong} />
      <p id={`${id}-found`} class="s-help" role="status">
        {query.trim() === '' ? t('deskbook:search') : countOf(t, found.length)}
      </p>
      <ul class="s-found">
        {found.slice(0, MOST).map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onChoose(person.id)}>
              <PersonLine person={person} plain={plain} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function countOf(t: StaffSpeech['t'], count: number): string {
  if (count === 0) return t('deskbook:nobody');
  const found = t('deskbook:found', { count });
  return count > MOST ? `${found}. ${t('deskbook:more')}` : `${found}.`;
}

function PersonLine({ person, plain }: { readonly person: DeskPerson; readonly plain: boolean }) {
  return (
    <span class="s-person">
      <Door number={person.door} />
      <b>{person.name}</b>
      {plain ? null : <MayRide person={person} />}
    </span>
  );
}

/** Until when the driving test holds, by the date of today. */
export function MayRide({ person }: { readonly person: DeskPerson }) {
  const desk = useDesk();
  if (person.clearance === null) return <State tone="off">{desk.t('deskbook:mayNot')}</State>;
  const { validUntil } = person.clearance;
  const day = dayMonthYear(desk, validUntil);
  const over = validUntil < desk.app.wallClock.value.date;
  return over ? (
    <State tone="warn">{desk.t('deskbook:wasAllowed', { day })}</State>
  ) : (
    <State tone="ok">{desk.t('deskbook:mayUntil', { day })}</State>
  );
}

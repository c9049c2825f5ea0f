/** Everybody who lives here, in order of door, found by door or name. No diet and no card number stands in a list. */
import { useEffect, useState } from 'preact/hooks';
import { findPeople } from '../../app/staff-people.ts';
import {
  clearanceState,
  type DeskResident,
  deskResidents,
  filterResidents,
  languageName,
  type ResidentFilter,
  type ResidentWays,
} from '../../app/staff-residents.ts';
import { Button, Door, Segments, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { Icon } from '../Icon.tsx';
import { PageHead } from '../PageHead.tsx';
import { SearchField } from '../SearchField.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { useListKeys } from './list-keys.ts';
import { ResidentDialog } from './ResidentDialog.tsx';

const ON_A_PAGE = 25;

export interface ResidentListProps extends BoardProps {
  readonly ways: ResidentWays | null;
  readonly onOpen: (residentId: string) => void;
}

export function ResidentList({ board, onOpen, ways }: ResidentListProps) {
  const { app, t } = useDesk();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<ResidentFilter>('all');
  const [from, setFrom] = useState(0);
  const [adding, setAdding] = useState(false);
  useSingleKeys({ n: () => setAdding(true) });
  useListKeys();
  useEffect(() => setFrom(0), [query, filter]);
  const people = deskResidents(board);
  const doors = new Set(people.map(({ door }) => door)).size;
  const about = { ways, today: app.wallClock.value.date };
  const found = findPeople(filterResidents(people, filter, about), query);
  const shown = found.slice(from, from + ON_A_PAGE);
  const choices = (['all', 'noCard', 'ending'] as const)
    .filter((value) => value !== 'noCard' || ways !== null)
    .map((value) => ({
      value,
      text: t(`deskpeople:${value}`, { count: filterResidents(people, value, about).length }),
    }));
  return (
    <>
      <PageHead
        title={t('deskframe:residents')}
        line={`${t('deskpeople:count', { count: people.length })} ${t('deskpeople:doors', { count: doors })}`}
        tabs={null}
      >
        <a class="s-button" href="/api/exports/residents.csv" download>
          <Icon name="paper" />
          <span>{t('deskpeople:export')}</span>
        </a>
        <Button icon="list" onPress={() => app.goTo({ page: 'bewoners', part: 'inlezen' })}>
          {t('deskpeople:import')}
        </Button>
        <Button
          icon="plus"
          tone="main"
          hint={app.letters.value && !app.narrow.value ? 'n' : undefined}
          onPress={() => setAdding(true)}
        >
          {t('deskpeople:add')}
        </Button>
      </PageHead>
      <div class="s-row is-wrap">
        <SearchField
          label={t('deskriders:searchLabel')}
          example={t('deskriders:search')}
          value={query}
          onInput={setQuery}
        />
        <Segments label={t('deskriders:filter')} choices={choices} chosen={filter} onChoose={setFilter} />
      </div>
      {people.length === 0 ? <Nobody /> : null}
      {people.length > 0 && found.length === 0 ? (
        <p class="s-card" role="status">
          {t('deskriders:nobody')}
        </p>
      ) : null}
      {shown.length === 0 ? null : app.narrow.value ? (
        <Cards people={shown} ways={ways} onOpen={onOpen} />
      ) : (
        <Table people={shown} ways={ways} onOpen={onOpen} />
      )}
      {found.length <= ON_A_PAGE ? null : (
        <div class="s-row is-apart is-wrap">
          <p class="is-soft">
            {t('deskpeople:shown', { from: from + 1, to: from + shown.length, count: found.length })}
          </p>
          <span class="s-row">
            {from === 0 ? null : (
              <Button icon="back" onPress={() => setFrom(from - ON_A_PAGE)}>
                {t('deskpeople:previous')}
              </Button>
            )}
            {from + ON_A_PAGE >= found.length ? null : (
              <Button icon="next" onPress={() => setFrom(from + ON_A_PAGE)}>
                {t('deskpeople:next')}
              </Button>
            )}
          </span>
        </div>
      )}
      {adding ? (
        <ResidentDialog
          board={board}
          resident={null}
          onOpen={(id) => {
            setAdding(false);
            onOpen(id);
          }}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </>
  );
}

/** An empty flat begins with a list. */
function Nobody() {
  const { app, t } = useDesk();
  return (
    <div class="s-card s-stack">
      <p>{t('deskpeople:empty')}</p>
      <span>
        <Button icon="list" onPress={() => app.goTo({ page: 'bewoners', part: 'inlezen' })}>
          {t('deskpeople:emptyDo')}
        </Button>
      </span>
    </div>
  );
}

interface PeopleProps {
  readonly people: readonly DeskResident[];
  readonly ways: ResidentWays | null;
  readonly onOpen: (residentId: string) => void;
}

function Table({ people, ways, onOpen }: PeopleProps) {
  const { t } = useDesk();
  return (
    <div class="s-card is-flush">
      <table class="s-table s-residents">
        <thead>
          <tr>
            {(['door', 'name', 'language', 'card', 'scooter', 'showName', 'standing'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`deskpeople:${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td>
                <Door number={person.door} />
              </td>
              <th scope="row">
                <NameButton person={person} onOpen={onOpen} />
              </th>
              <td>{languageName(person.fields.language)}</td>
              <td>
                <HasCard person={person} ways={ways} />
              </td>
              <td>
                <MayRide person={person} />
              </td>
              <td>{t(person.fields.showName ? 'deskpeople:yes' : 'deskpeople:no')}</td>
              <td>{person.standing.length === 0 ? t('deskpeople:none') : person.standing.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ people, ways, onOpen }: PeopleProps) {
  return (
    <ul class="s-cards">
      {people.map((person) => (
        <li key={person.id} class="s-card s-stack">
          <p class="s-row">
            <Door number={person.door} />
            <NameButton person={person} onOpen={onOpen} />
          </p>
          <p class="s-row is-wrap">
            <span>{languageName(person.fields.language)}</span>
            <HasCard person={person} ways={ways} />
            {person.clearance === null ? null : <MayRide person={person} />}
          </p>
        </li>
      ))}
    </ul>
  );
}

function NameButton({ person, onOpen }: { readonly person: DeskResident } & Pick<PeopleProps, 'onOpen'>) {
  const { t } = useDesk();
  const { salutation } = person.fields;
  return (
    <button type="button" class="s-open" data-row={person.id} onClick={() => onOpen(person.id)}>
      <b>{person.name}</b>
      {salutation === null ? null : <span class="is-soft"> {t(`deskpeople:${salutation}`)}</span>}
    </button>
  );
}

function HasCard({ person, ways }: { readonly person: DeskResident; readonly ways: ResidentWays | null }) {
  const { t } = useDesk();
  if (ways === null) return <span class="is-soft">{t('deskpeople:notKnown')}</span>;
  const has = ways.cards.has(person.id);
  return <State tone={has ? 'ok' : 'off'}>{t(has ? 'deskpeople:hasCard' : 'deskpeople:hasNoCard')}</State>;
}

function MayRide({ person }: { readonly person: DeskResident }) {
  const { app, t } = useDesk();
  if (person.clearance === null) return <>{t('deskpeople:no')}</>;
  const state = clearanceState(person.clearance.validUntil, app.wallClock.value.date);
  if (state === 'good') return <State tone="ok">{t('deskpeople:rides')}</State>;
  return <State tone={state === 'soon' ? 'wait' : 'warn'}>{t(`deskpeople:${state}`)}</State>;
}

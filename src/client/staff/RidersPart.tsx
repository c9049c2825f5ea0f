/** Wie mag rijden: everybody with a driving test, whose ends first on top, and their three pictures. */
import { useState } from 'preact/hooks';
import { type DeskPerson, deskRiders, findPeople } from '../app/staff-people.ts';
import { daysLater } from '../app/staff-week.ts';
import { Button, Door, Segments, State } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { dayMonthYear } from './desk-words.ts';
import type { Open } from './open-dialog.ts';
import { PageHead } from './PageHead.tsx';
import { SearchField } from './SearchField.tsx';
import type { PartProps } from './WeekPart.tsx';

const SOON_DAYS = 42;

type Filter = 'all' | 'ending' | 'over';
type Rider = ReturnType<typeof deskRiders>[number];

export function RidersPart({ board, open, tabs }: PartProps) {
  const { app, t } = useDesk();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const today = app.wallClock.value.date;
  const riders = deskRiders(board);
  const over = riders.filter(({ clearance }) => clearance.validUntil < today);
  const soon = daysLater(today, SOON_DAYS);
  const ending = riders.filter(({ clearance: { validUntil } }) => validUntil >= today && validUntil <= soon);
  const lists: Readonly<Record<Filter, readonly Rider[]>> = { all: riders, ending, over };
  const shown = findPeople(lists[filter], query);
  return (
    <>
      <PageHead title={t('deskframe:scooters')} line={t('deskriders:count', { count: riders.length })} tabs={tabs} />
      <div class="s-row is-wrap">
        <SearchField
          label={t('deskriders:searchLabel')}
          example={t('deskriders:search')}
          value={query}
          onInput={setQuery}
        />
        <Segments
          label={t('deskriders:filter')}
          choices={(['all', 'ending', 'over'] as const).map((value) => ({
            value,
            text: t(`deskriders:${value}`, { count: lists[value].length }),
          }))}
          chosen={filter}
          onChoose={setFilter}
        />
      </div>
      {app.me.role === 'volunteer' ? <p>{t('deskriders:onlyManagers')}</p> : null}
      {shown.length === 0 ? (
        <p class="s-card" role="status">
          {t('deskriders:nobody')}
        </p>
      ) : (
        <Riders riders={shown} open={open} />
      )}
    </>
  );
}

interface RidersProps {
  readonly riders: readonly Rider[];
  readonly open: Open;
}

function Riders({ riders, open }: RidersProps) {
  const { app, t } = useDesk();
  const mayCode = app.me.role !== 'volunteer';
  if (app.narrow.value) {
    return (
      <ul class="s-cards">
        {riders.map((rider) => (
          <li key={rider.id} class="s-card s-stack">
            <p class="s-row">
              <Door number={rider.door} />
              <b>{rider.name}</b>
            </p>
            <Until rider={rider} />
            <p class="is-soft">{rider.clearance.types.join(', ')}</p>
            {mayCode ? <CodeButton person={rider} open={open} /> : null}
          </li>
        ))}
      </ul>
    );
  }
  return (
    <div class="s-card is-flush">
      <table class="s-table">
        <thead>
          <tr>
            <th scope="col">{t('deskriders:door')}</th>
            <th scope="col">{t('deskriders:name')}</th>
            <th scope="col">{t('deskriders:until')}</th>
            <th scope="col">{t('deskriders:types')}</th>
            {mayCode ? <th scope="col">{t('deskriders:code')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {riders.map((rider) => (
            <tr key={rider.id}>
              <td>
                <Door number={rider.door} />
              </td>
              <th scope="row">{rider.name}</th>
              <td>
                <Until rider={rider} />
              </td>
              <td>{rider.clearance.types.join(', ')}</td>
              {mayCode ? (
                <td>
                  <CodeButton person={rider} open={open} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Until({ rider: { clearance } }: { readonly rider: Rider }) {
  const desk = useDesk();
  const today = desk.app.wallClock.value.date;
  const day = dayMonthYear(desk, clearance.validUntil);
  if (clearance.validUntil < today) return <State tone="warn">{desk.t('deskriders:ended', { day })}</State>;
  const tone = clearance.validUntil <= daysLater(today, SOON_DAYS) ? 'wait' : 'ok';
  return <State tone={tone}>{desk.t('deskriders:ends', { day })}</State>;
}

function CodeButton({ person, open }: { readonly person: DeskPerson; readonly open: Open }) {
  const { t } = useDesk();
  return (
    <Button
      label={t('deskriders:codeOf', { who: person.name })}
      onPress={() => open({ type: 'code', residentId: person.id })}
    >
      {t('deskriders:codeDo')}
    </Button>
  );
}

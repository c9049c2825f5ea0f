/** How each scooter is now: a table where there is room, cards on a phone, with the same words and acts. */
import type { Board } from '../../domain/board.ts';
import type { ScooterState } from '../../domain/scooter-desk-views.ts';
import { Button, State, type Tone } from './controls.tsx';
import { useDesk } from './desk-context.ts';
import { dayMonth, momentIn, riderOf, shortMoment } from './desk-words.ts';
import { Icon } from './Icon.tsx';
import { NoScooters } from './NoScooters.tsx';
import type { Open } from './open-dialog.ts';

export interface ScooterTableProps {
  readonly board: Board;
  readonly states: readonly ScooterState[];
  readonly open: Open;
}

interface RowProps {
  readonly board: Board;
  readonly state: ScooterState;
  readonly open: Open;
}

export function ScooterTable({ board, states, open }: ScooterTableProps) {
  const { app, t } = useDesk();
  if (states.length === 0) return <NoScooters />;
  if (app.narrow.value) {
    return (
      <ul class="s-cards">
        {states.map((state) => (
          <ScooterCard key={state.scooter.id} board={board} state={state} open={open} />
        ))}
      </ul>
    );
  }
  return (
    <div class="s-card is-flush">
      <table class="s-table">
        <thead>
          <tr>
            <th scope="col">{t('deskcare:scooter')}</th>
            <th scope="col">{t('deskcare:now')}</th>
            <th scope="col">{t('deskcare:battery')}</th>
            <th scope="col">{t('deskcare:lastReturn')}</th>
            <th scope="col">{t('deskcare:nextCheckUp')}</th>
            <th scope="col">
              <span class="s-hidden">{t('deskcare:doing')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state.scooter.id}>
              <th scope="row">
                <Name state={state} />
              </th>
              <td>
                <Now board={board} state={state} open={open} />
              </td>
              <td>
                <Battery state={state} />
              </td>
              <td>
                <LastReturn board={board} state={state} />
              </td>
              <td>
                <NextCheckUp state={state} />
              </td>
              <td>
                <Acts state={state} open={open} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ScooterCard({ board, state, open }: RowProps) {
  const { t } = useDesk();
  return (
    <li class="s-card">
      <Name state={state} />
      <dl class="s-facts">
        <dt>{t('deskcare:now')}</dt>
        <dd>
          <Now board={board} state={state} open={open} />
        </dd>
        <dt>{t('deskcare:battery')}</dt>
        <dd>
          <Battery state={state} />
        </dd>
        <dt>{t('deskcare:lastReturn')}</dt>
        <dd>
          <LastReturn board={board} state={state} />
        </dd>
        <dt>{t('deskcare:nextCheckUp')}</dt>
        <dd>
          <NextCheckUp state={state} />
        </dd>
      </dl>
      <Acts state={state} open={open} />
    </li>
  );
}

const tints: Readonly<Record<string, string>> = { rood: 'red', blauw: 'blue', groen: 'green', geel: 'yellow' };

function Name({ state: { scooter } }: { readonly state: ScooterState }) {
  const { t } = useDesk();
  return (
    <span class="s-scooter">
      <span class={`s-tile is-${tints[scooter.colour.toLowerCase()] ?? 'plain'}`}>
        <Icon name="scooter" />
      </span>
      <span>
        <b>{scooter.name}</b>
        <br />
        <span class="is-soft">{t('deskcare:looks', { colour: scooter.colour, type: scooter.type })}</span>
      </span>
    </span>
  );
}

const nowTones: Readonly<Record<ScooterState['now'], Tone>> = {
  ready: 'ok',
  away: 'info',
  late: 'wait',
  broken: 'warn',
};

function Now({ board, state }: RowProps) {
  const desk = useDesk();
  const who = state.booking === null ? '' : riderOf(desk, board, state.booking).short;
  return <State tone={nowTones[state.now]}>{desk.t(`deskcare:${state.now}`, { who })}</State>;
}

function Battery({ state: { battery } }: { readonly state: ScooterState }) {
  const { t } = useDesk();
  if (battery === 'away') return <State tone="info">{t('deskcare:out')}</State>;
  return battery === 'low' ? (
    <State tone="warn">{t('deskcare:low')}</State>
  ) : (
    <State tone="ok">{t('deskcare:full')}</State>
  );
}

function LastReturn({ board, state: { lastReturn } }: { readonly board: Board; readonly state: ScooterState }) {
  const desk = useDesk();
  return <>{lastReturn === null ? desk.t('deskcare:never') : shortMoment(desk, momentIn(board, lastReturn))}</>;
}

function NextCheckUp({ state: { checkUpDue, nextCheckUp, tripsSinceCheckUp } }: { readonly state: ScooterState }) {
  const desk = useDesk();
  return (
    <>
      {checkUpDue ? <State tone="warn">{desk.t('deskcare:due')}</State> : dayMonth(desk, nextCheckUp)}
      <br />
      <span class="is-soft">{desk.t('deskcare:sinceTrips', { count: tripsSinceCheckUp })}</span>
    </>
  );
}

function Acts({ state: { booking, checkUpDue, scooter }, open }: Omit<RowProps, 'board'>) {
  const { t } = useDesk();
  return (
    <span class="s-row is-wrap">
      {booking === null ? null : (
        <Button
          label={t('deskcare:backOf', { scooter: scooter.name })}
          onPress={() => open({ type: 'trip', bookingId: booking.id })}
        >
          {t('desktrip:back')}
        </Button>
      )}
      <Button
        tone={checkUpDue ? 'yes' : 'plain'}
        label={t('deskcare:checkOf', { scooter: scooter.name })}
        onPress={() => open({ type: 'checkUp', scooterId: scooter.id })}
      >
        {t('deskcare:check')}
      </Button>
    </span>
  );
}

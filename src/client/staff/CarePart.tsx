/** Onderhoud: how each scooter is, what is broken and who that touches, whom to call, and whose driving test ends. */
import type { Board } from '../../domain/board.ts';
import type { ScooterState, ScooterTask } from '../../domain/scooter-desk-views.ts';
import { keeperOf, statesOf, tasksOf } from '../app/staff-care.ts';
import { deskRiders } from '../app/staff-people.ts';
import { daysLater } from '../app/staff-week.ts';
import { Button, Door, State } from './controls.tsx';
import { Call, DefectCard } from './DefectCard.tsx';
import { useDesk } from './desk-context.ts';
import { dayMonth, momentIn, partWord, riderOf, shortMoment, tripIn } from './desk-words.ts';
import { Icon } from './Icon.tsx';
import type { Open } from './open-dialog.ts';
import { PageHead } from './PageHead.tsx';
import { ScooterTable } from './ScooterTable.tsx';
import { newsWords } from './trip-words.ts';
import type { PartProps } from './WeekPart.tsx';

/** So long ahead a driving test that ends is worth a plan. */
const SOON_DAYS = 42;

export function CarePart({ board, open, tabs }: PartProps) {
  const { app, t } = useDesk();
  const now = app.minute.value;
  const states = statesOf(board, now);
  const keeper = keeperOf(board);
  const line = keeper === null ? '' : t('deskcare:keeper', { name: keeper.name, function: keeper.function });
  return (
    <>
      <PageHead title={t('deskframe:scooters')} line={line} tabs={tabs}>
        <Button icon="wrench" onPress={() => open({ type: 'report', scooterId: null })}>
          {t('deskweek:report')}
        </Button>
      </PageHead>
      <ScooterTable board={board} states={states} open={open} />
      <div class="s-columns">
        <div class="s-stack">
          {states.flatMap(({ scooter, defect }: ScooterState) =>
            defect === null ? [] : [<DefectCard key={scooter.id} board={board} scooter={scooter} defect={defect} />],
          )}
          <Tasks board={board} open={open} />
        </div>
        <EndingTests board={board} />
      </div>
    </>
  );
}

function Tasks({ board, open }: { readonly board: Board; readonly open: Open }) {
  const { app, t } = useDesk();
  const tasks = tasksOf(board, app.minute.value);
  return (
    <section class="s-card is-quiet">
      <h2>{t('deskcare:tasks')}</h2>
      {tasks.length === 0 ? <p>{t('deskcare:noTasks')}</p> : null}
      <ul class="s-tasks">
        {tasks.map((task) => (
          <TaskRow
            key={`${task.type} ${task.scooter.id} ${task.booking?.id ?? task.defect?.id ?? ''}`}
            board={board}
            task={task}
            open={open}
          />
        ))}
      </ul>
    </section>
  );
}

interface TaskRowProps {
  readonly board: Board;
  readonly task: ScooterTask;
  readonly open: Open;
}

function TaskRow({ board, task, open }: TaskRowProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { booking, scooter } = task;
  if (booking === null) return <KeeperTask board={board} task={task} open={open} />;
  const rider = riderOf(desk, board, booking);
  const sentence =
    task.type === 'late'
      ? t('deskcare:taskLate', {
          scooter: scooter.name,
          when: shortMoment(desk, momentIn(board, Date.parse(booking.to))),
        })
      : newsWords(desk, booking.news ?? 'released', scooter.name);
  const told = () =>
    app.perform(
      { type: 'seenBooking', bookingId: booking.id, scooterId: booking.scooterId },
      { text: t('desktrip:toldDone', { who: rider.full }) },
    );
  const trip = tripIn(board, booking);
  return (
    <li>
      <Icon name={task.type === 'late' ? 'clock' : 'phone'} />
      <span class="is-grow">
        <b>{rider.full}</b>{' '}
        <span class="is-soft">
          {t('deskcare:tripOf', {
            scooter: scooter.name,
            when: shortMoment(desk, { date: trip.date, time: trip.from }),
          })}
        </span>
        <br />
        {sentence}
      </span>
      <span class="s-row is-wrap">
        {rider.person === null ? null : <Call phone={rider.person.phone} door={rider.person.door} />}
        {task.type === 'late' ? (
          <Button
            label={t('deskcare:backOf', { scooter: scooter.name })}
            onPress={() => open({ type: 'trip', bookingId: booking.id })}
          >
            {t('desktrip:back')}
          </Button>
        ) : (
          <Button icon="check" label={`${t('desktrip:told')}: ${rider.full}`} onPress={told}>
            {t('desktrip:told')}
          </Button>
        )}
      </span>
    </li>
  );
}

/** For who looks after the scooters. */
function KeeperTask({ board, task: { type, scooter, defect }, open }: TaskRowProps) {
  const desk = useDesk();
  const { t } = desk;
  const keeper = keeperOf(board);
  return (
    <li>
      <Icon name={type === 'defect' ? 'wrench' : 'check'} />
      <span class="is-grow">
        {type === 'defect' && defect !== null
          ? t('deskcare:taskDefect', {
              scooter: scooter.name,
              part: partWord(desk, defect.part),
              keeper: keeper?.name ?? t('deskcare:somebodyOfTeam'),
            })
          : t('deskcare:taskCheckUp', { scooter: scooter.name })}
      </span>
      {type === 'defect' ? (
        <Call phone={keeper?.phone ?? null} door="" />
      ) : (
        <Button
          label={t('deskcare:checkOf', { scooter: scooter.name })}
          onPress={() => open({ type: 'checkUp', scooterId: scooter.id })}
        >
          {t('deskcare:check')}
        </Button>
      )}
    </li>
  );
}

function EndingTests({ board }: { readonly board: Board }) {
  const desk = useDesk();
  const { app, t } = desk;
  const today = app.wallClock.value.date;
  const ending = deskRiders(board).filter(({ clearance }) => clearance.validUntil <= daysLater(today, SOON_DAYS));
  return (
    <section class="s-card is-quiet">
      <h2>{t('deskcare:endingTests')}</h2>
      {ending.length === 0 ? <p>{t('deskcare:noneEnding')}</p> : null}
      <ul class="s-tasks">
        {ending.map(({ id, door, name, clearance }) => {
          const day = dayMonth(desk, clearance.validUntil);
          return (
            <li key={id}>
              <Door number={door} />
              <b class="is-grow">{name}</b>
              {clearance.validUntil < today ? (
                <State tone="warn">{t('deskriders:ended', { day })}</State>
              ) : (
                <State tone="wait">{t('deskriders:ends', { day })}</State>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

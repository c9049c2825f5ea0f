/** Programma: a week as a calendar or as a list, and from there the form, the copy of last week and each activity's people. */
import { useState } from 'preact/hooks';
import { type Edit, hoursLater, moveOf } from '../../app/programme-draft.ts';
import { roomNames } from '../../app/programme-rooms.ts';
import {
  goals,
  type Item,
  sundayOf,
  type Week,
  weekAfter,
  weekOfProgramme,
  weekWith,
} from '../../app/staff-programme.ts';
import { Button, IconButton, Segments, Select, State } from '../controls.tsx';
import { type BoardProps, type Desk, useDesk } from '../desk-context.ts';
import { dayMonth, longDay } from '../desk-words.ts';
import { PageHead } from '../PageHead.tsx';
import { PosterPage } from '../poster/PosterPage.tsx';
import { clockWords } from '../poster/poster-words.ts';
import { useSingleKeys } from '../single-keys.ts';
import { useStep } from '../use-step.ts';
import { ActivityForm } from './ActivityForm.tsx';
import { CopyDialog } from './CopyDialog.tsx';
import { PeoplePage } from './PeoplePage.tsx';
import { WeekGrid } from './WeekGrid.tsx';
import { WeekList } from './WeekList.tsx';
import { WhichDialog } from './WhichDialog.tsx';

type Opened =
  | { readonly type: 'form'; readonly activityId: string | null }
  | { readonly type: 'people'; readonly activityId: string; readonly attendance?: boolean }
  | { readonly type: 'which'; readonly edit: Edit }
  | { readonly type: 'copy' }
  | { readonly type: 'poster' };

export function ProgrammePage({ board }: BoardProps) {
  const { app } = useDesk();
  const today = app.wallClock.value.date;
  // Who comes here for one thing begins with it.
  const [wanted] = useState(() => app.takeWanted());
  const [monday, setMonday] = useState(wanted?.type === 'week' ? weekWith(wanted.date) : null);
  const [room, setRoom] = useState('');
  const [view, setView] = useState<'grid' | 'list'>('grid');
  const [opened, open] = useState<Opened | null>(
    wanted?.type === 'attendance' ? { type: 'people', activityId: wanted.activityId, attendance: true } : null,
  );
  const first = monday ?? weekWith(today);
  const close = () => open(null);
  useStep(opened !== null, close);
  if (opened?.type === 'form')
    return (
      <ActivityForm board={board} activityId={opened.activityId} date={first > today ? first : today} onClose={close} />
    );
  if (opened?.type === 'people') {
    const change = () => open({ type: 'form', activityId: opened.activityId });
    return (
      <PeoplePage
        board={board}
        activityId={opened.activityId}
        attendance={opened.attendance ?? false}
        onBack={close}
        onChange={change}
      />
    );
  }
  if (opened?.type === 'poster') return <PosterPage board={board} monday={first} onBack={close} />;
  const week = weekOfProgramme(board, first, { now: app.minute.value, room: room === '' ? null : room });
  return (
    <>
      <WeekPage
        board={board}
        week={week}
        room={room}
        view={view}
        onRoom={setRoom}
        onView={setView}
        onWeek={setMonday}
        open={open}
      />
      {opened?.type === 'which' ? (
        <WhichDialog board={board} edit={opened.edit} onClose={close} onDone={close} />
      ) : null}
      {opened?.type === 'copy' ? <CopyDialog board={board} monday={first} onClose={close} /> : null}
    </>
  );
}

interface WeekPageProps extends BoardProps {
  readonly week: Week;
  readonly room: string;
  readonly view: 'grid' | 'list';
  readonly onRoom: (room: string) => void;
  readonly onView: (view: 'grid' | 'list') => void;
  readonly onWeek: (monday: string | null) => void;
  readonly open: (opened: Opened) => void;
}

function WeekPage({ board, onRoom, onView, onWeek, open, room, view, week }: WeekPageProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { monday } = week;
  const count = week.days.reduce((sum, day) => sum + day.items.length, 0);
  const moving = {
    onOpen: ({ activity, skipped }: Item) =>
      skipped
        ? app.perform(
            { type: 'restoreDate', seriesId: activity.seriesId, date: activity.originalDate },
            {
              text: t('deskprogramme:dateRestored', { day: longDay(desk, activity.date) }),
              undo: () => ({
                command: { type: 'skipDate', seriesId: activity.seriesId, date: activity.originalDate },
                text: t('deskprogramme:dateSkipped', { day: longDay(desk, activity.date) }),
              }),
            },
          )
        : open({ type: 'people', activityId: activity.id }),
    onMove: (item: Item, days: number, minutes: number) => open({ type: 'which', edit: movedBy(item, days, minutes) }),
  };
  useSingleKeys({
    n: () => open({ type: 'form', activityId: null }),
    t: () => onWeek(null),
    ArrowLeft: () => onWeek(weekAfter(monday, -1)),
    ArrowRight: () => onWeek(weekAfter(monday, 1)),
  });
  return (
    <>
      <PageHead title={weekTitle(desk, monday)} line={t('deskprogramme:line', { count })} tabs={null}>
        <Button onPress={() => app.goTo({ page: 'instellingen', part: 'ruimtes' })}>{t('deskprogramme:rooms')}</Button>
        <Button icon="calendar" onPress={() => app.goTo({ page: 'instellingen', part: 'vakanties' })}>
          {t('deskprogramme:daysOff')}
        </Button>
        <Button icon="print" onPress={() => open({ type: 'poster' })}>
          {t('deskposter:open')}
        </Button>
        <Button icon="copy" onPress={() => open({ type: 'copy' })}>
          {t('deskprogramme:copy')}
        </Button>
        <Button
          icon="plus"
          tone="main"
          hint={app.letters.value && !app.narrow.value ? 'n' : undefined}
          onPress={() => open({ type: 'form', activityId: null })}
        >
          {t('deskprogramme:new')}
        </Button>
      </PageHead>
      <div class="p-bar">
        <IconButton icon="back" label={t('deskprogramme:previous')} onPress={() => onWeek(weekAfter(monday, -1))} />
        <Button onPress={() => onWeek(null)}>{t('deskprogramme:thisWeek')}</Button>
        <IconButton icon="next" label={t('deskprogramme:next')} onPress={() => onWeek(weekAfter(monday, 1))} />
        {app.narrow.value ? null : (
          <Segments
            label={t('deskprogramme:view')}
            choices={[
              { value: 'grid', text: t('deskprogramme:asWeek') },
              { value: 'list', text: t('deskprogramme:asList') },
            ]}
            chosen={view}
            onChoose={onView}
          />
        )}
        <Select
          id="rooms"
          label={t('deskprogramme:room')}
          value={room}
          choices={[
            { value: '', text: t('deskprogramme:allRooms') },
            ...roomNames(board).map((name) => ({ value: name, text: name })),
          ]}
          onChoose={onRoom}
        />
      </div>
      <div class="p-clashes">
        {week.clock === null ? null : <State tone="info">{clockWords(desk, week.clock)}</State>}
        {week.clashes.map(([one, other]) => (
          <State key={`${one.id} ${other.id}`} tone="warn">
            {t('deskprogramme:clash', {
              room: one.room,
              day: longDay(desk, one.date),
              one: one.title,
              other: other.title,
            })}
          </State>
        ))}
      </div>
      {view === 'list' || app.narrow.value ? (
        <WeekList week={week} {...moving} />
      ) : (
        <WeekGrid week={week} {...moving} />
      )}
      <Goals week={week} />
    </>
  );
}

/** "12 tot en met 18 oktober" */
function weekTitle(desk: Desk, monday: string): string {
  const sunday = sundayOf(monday);
  const isOneMonth = monday.slice(0, 7) === sunday.slice(0, 7);
  const from = isOneMonth ? String(Number(monday.slice(8))) : dayMonth(desk, monday);
  return desk.t('deskprogramme:weekTitle', { from, until: dayMonth(desk, sunday) });
}

/** Other hours or another day, as the block was dragged. */
function movedBy({ activity }: Item, days: number, minutes: number): Edit {
  return moveOf(activity, days, minutes === 0 || activity.allDay ? null : hoursLater(activity, minutes));
}

/** What the contract counts: how often each goal happens this week, gaps too. */
function Goals({ week }: { readonly week: Week }) {
  const { t } = useDesk();
  const on = week.days
    .flatMap(({ items }) => items)
    .filter(({ activity, skipped }) => !skipped && activity.cancelled === null);
  return (
    <p class="p-goals">
      <b>{t('deskprogramme:goals')}</b>
      {goals.map((goal) => {
        const count = on.filter(({ activity }) => activity.category === goal).length;
        return (
          <State key={goal} tone={count === 0 ? 'warn' : 'ok'}>
            {`${t(`deskprogramme:category_${goal}`)} ${count}`}
          </State>
        );
      })}
    </p>
  );
}

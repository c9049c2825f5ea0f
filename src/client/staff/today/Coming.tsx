/** What comes today and tomorrow, with how many come; what is over today is one line. */

import { comingUp, type Coming as Item, overToday } from '../../app/today.ts';
import { Button, State } from '../controls.tsx';
import { type BoardProps, type Desk, useDesk } from '../desk-context.ts';
import { clock, longDay } from '../desk-words.ts';
import { deltaMarks } from '../meal/meal-words.ts';
import { Parted } from '../Parted.tsx';

export function Coming({ board }: BoardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const now = app.minute.value;
  const today = app.wallClock.value.date;
  const all = comingUp(board, now);
  const [first] = all;
  const [later, tomorrow] = [
    all.filter(({ view }) => view.activity.date <= today),
    all.filter(({ view }) => view.activity.date > today),
  ];
  const over = overToday(board, now).map(({ activity, people }) =>
    people === 0 ? activity.title : t('desktoday:overOne', { title: activity.title, count: people }),
  );
  const nextDay = tomorrow[0]?.view.activity.date;
  return (
    <section class="s-card is-quiet" aria-labelledby="coming">
      <h2 id="coming">{t('desktoday:coming')}</h2>
      {over.length === 0 ? null : <p class="is-soft">{t('desktoday:over', { what: over.join(', ') })}</p>}
      {later.length === 0 ? <p>{t('desktoday:nothingToday')}</p> : null}
      <ul class="s-coming">
        {later.map((item) => (
          <Row key={item.view.activity.id} item={item} isNext={item === first} />
        ))}
      </ul>
      <h3>
        {nextDay === undefined
          ? t('desktoday:nothingTomorrow')
          : t('desktoday:tomorrow', { day: longDay(desk, nextDay) })}
      </h3>
      <ul class="s-coming">
        {tomorrow.map((item) => (
          <Row key={item.view.activity.id} item={item} isNext={item === first} />
        ))}
      </ul>
    </section>
  );
}

function Row({ isNext, item }: { readonly item: Item; readonly isNext: boolean }) {
  const desk = useDesk();
  const { app, t } = desk;
  const { list, view } = item;
  const { activity } = view;
  return (
    <li class={isNext ? 'is-next' : undefined}>
      <b class="s-coming-time">{activity.allDay ? t('desktoday:allDay') : clock(activity.startTime)}</b>
      <span class="is-grow">
        <b>{activity.title}</b>
        <br />
        <span class="is-soft">
          <Parted parts={countOf(desk, item)} />
        </span>
      </span>
      {activity.cancelled === null ? <Change item={item} /> : <State tone="off">{t('desktoday:cancelled')}</State>}
      {list === null || activity.date !== app.wallClock.value.date ? null : (
        <Button
          label={`${t('desktoday:mealList')}: ${activity.title}`}
          onPress={() => app.goTo({ page: 'eten', part: 'lijst' })}
        >
          {t('desktoday:mealList')}
        </Button>
      )}
    </li>
  );
}

/** "38 van 40", "lijst is gesloten" */
function countOf({ t }: Desk, { list, view }: Item): readonly string[] {
  const { activity, people, state, waiting } = view;
  if (state === 'free' || activity.signUp === 'none') return [activity.room];
  const count =
    activity.capacity === null
      ? t('desktoday:people', { count: people })
      : t('desktoday:peopleOf', { count: people, most: activity.capacity });
  const door = list === null ? '' : t(list.door === 'closed' ? 'desktoday:closed' : 'desktoday:stillOpen');
  const line = waiting === 0 ? '' : t('desktoday:waiting', { count: waiting });
  return [count, door, line].filter((part) => part !== '');
}

/** "+1 −2 na printen" */
function Change({ item: { list } }: { readonly item: Item }) {
  const desk = useDesk();
  const delta = list?.delta ?? null;
  if (delta === null) return null;
  return <State tone="wait">{desk.t('desktoday:afterPrint', { change: deltaMarks(desk, delta) })}</State>;
}

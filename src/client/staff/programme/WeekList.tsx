/** The week as a list, with everything the calendar can do: open, and move by Alt and an arrow. */
import type { Item, Week } from '../../app/staff-programme.ts';
import { State } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { longDay } from '../desk-words.ts';
import { type Moving, moveByKey } from './moving.ts';
import { countWords, dayOffWords, timeWords } from './programme-words.ts';

export function WeekList({ week, ...moving }: Moving & { readonly week: Week }) {
  const desk = useDesk();
  return (
    <div class="p-list">
      {week.days.map(({ date, items, off }) => (
        <section key={date} class="s-card" aria-labelledby={`day-${date}`}>
          <h2 id={`day-${date}`}>{longDay(desk, date)}</h2>
          {off === null ? null : <State tone="info">{dayOffWords(desk, off)}</State>}
          {items.length === 0 ? <p class="is-soft">{desk.t('deskprogramme:nothing')}</p> : null}
          <ul>
            {items.map((item) => (
              <ListRow key={item.activity.id} item={item} {...moving} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function ListRow({ item, onMove, onOpen }: Moving & { readonly item: Item }) {
  const desk = useDesk();
  const { activity, clashes, skipped } = item;
  const isOff = skipped || activity.cancelled !== null;
  return (
    <li>
      <button
        type="button"
        class={isOff ? 'p-row is-off' : 'p-row'}
        onClick={() => onOpen(item)}
        onKeyDown={(press) => (isOff ? undefined : moveByKey(press, item, onMove))}
      >
        <span class="p-when">{timeWords(desk, activity)}</span>
        <span class="p-what">
          <b>{activity.title}</b>
          <span>{[activity.room, countWords(desk, item)].filter((word) => word !== '').join(' · ')}</span>
          {isOff
            ? null
            : clashes.map((other) => (
                <State key={other.id} tone="warn">
                  {desk.t('deskprogramme:clashIn', { other: other.title })}
                </State>
              ))}
        </span>
      </button>
    </li>
  );
}

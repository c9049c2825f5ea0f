/** The week as a calendar: blocks to open, to drag, and to move by Alt and an arrow. The list does the same. */
import type { Item, Week } from '../../app/staff-programme.ts';
import { syllables } from '../../ui/Name.tsx';
import { useDesk } from '../desk-context.ts';
import { shortDay } from '../desk-words.ts';
import { Icon } from '../Icon.tsx';
import { HOUR_HEIGHT, type Moving, moveByKey, useDrag } from './moving.ts';
import { countWords, dayOffWords, timeWords } from './programme-words.ts';

const HOUR = 60;
/** Pixels a later one lies further in. */
const STEPPED = 14;
/** Pixels of a block: a line as the style sheet draws it, what its border and its air take, and its least. */
const LINE = 17;
const AROUND = 6;
const [BETWEEN, LEAST] = [3, 26] as const;

export function WeekGrid({ week, ...moving }: Moving & { readonly week: Week }) {
  const desk = useDesk();
  const { t } = desk;
  const today = desk.app.wallClock.value.date;
  const hours = Array.from({ length: week.last - week.first }, (_, n) => week.first + n);
  const size = { blockSize: `${hours.length * HOUR_HEIGHT}px` };
  return (
    <section class="p-calendar" aria-label={t('deskprogramme:gridLabel')}>
      <p class="s-hidden" id="grid-help">
        {t('deskprogramme:gridHelp')}
      </p>
      <div class="p-days">
        <div class="p-corner" />
        {week.days.map(({ date, items, off }) => (
          <div key={date} class={date === today ? 'p-day-head is-today' : 'p-day-head'}>
            <b>{shortDay(desk, date)}</b>
            {off === null ? null : <span>{dayOffWords(desk, off)}</span>}
            {items.filter(isAllDay).map((item) => (
              <button
                key={item.activity.id}
                type="button"
                class="s-block p-all-day"
                onClick={() => moving.onOpen(item)}
                onKeyDown={(press) => moveByKey(press, item, moving.onMove)}
              >
                {item.activity.title}
              </button>
            ))}
          </div>
        ))}
        <div class="p-hours" style={size} aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </div>
        {week.days.map(({ date, items }) => (
          <div key={date} class="p-day" style={{ ...size, backgroundSize: `100% ${HOUR_HEIGHT}px` }}>
            {items
              .filter((item) => !isAllDay(item))
              .map((item) => (
                <Block key={item.activity.id} item={item} week={week} hasStrip={items.some(isStrip)} {...moving} />
              ))}
          </div>
        ))}
      </div>
    </section>
  );
}

const isAllDay = ({ activity }: Item): boolean => activity.allDay;

const isStrip = ({ strip }: Item): boolean => strip;

interface BlockProps extends Moving {
  readonly item: Item;
  /** Its day leaves room for strips. */
  readonly hasStrip: boolean;
  readonly week: Week;
}

function Block({ hasStrip, item, onMove, onOpen, week }: BlockProps) {
  const desk = useDesk();
  const { activity, clashes, skipped } = item;
  const drag = useDrag(item, onMove);
  const isOff = skipped || activity.cancelled !== null;
  const words = countWords(desk, item);
  const clash = clashes.map((other) => desk.t('deskprogramme:clashIn', { other: other.title })).join(', ');
  const where = [timeWords(desk, activity), activity.room].filter((word) => word !== '').join(', ');
  return (
    <button
      type="button"
      class={looksOf(item, isOff)}
      style={{ ...placeOf(item, week, hasStrip), ...drag.style }}
      aria-label={item.strip ? `${activity.title}, ${where}, ${words}` : undefined}
      aria-describedby="grid-help"
      onClick={() => (drag.moved() ? undefined : onOpen(item))}
      onKeyDown={(press) => (isOff ? undefined : moveByKey(press, item, onMove))}
      {...(isOff ? {} : drag.events)}
    >
      {item.strip ? (
        <Icon name="people" />
      ) : (
        <div class="p-lines" style={{ maxBlockSize: `${linesIn(item) * LINE}px` }}>
          <b>
            {softened(activity.title)}
            <span class="s-hidden">{`, ${where}. `}</span>
          </b>
          {clash === '' || isOff ? null : <Clash item={item} />}
          <span>{words}</span>
        </div>
      )}
    </button>
  );
}

/** The other's name, beside the sign of what is double. */
function Clash({ item: { clashes } }: { readonly item: Item }) {
  const { t } = useDesk();
  const [before, after] = t('deskprogramme:clashIn', { other: NAME }).split(NAME);
  return (
    <span>
      <Icon name="warn" />
      <span class="s-hidden">{before}</span>
      {softened(clashes.map(({ title }) => title).join(', '))}
      <span class="s-hidden">{after}</span>
    </span>
  );
}

const NAME = '\u0000';
const LONG = 10;

/** A long word may break between two syllables: columns are narrow. */
const softened = (title: string): string =>
  title.replace(/[\p{Letter}]+/gu, (word) => (word.length < LONG ? word : syllables(word).join('\u00ad')));

function looksOf({ clashes, over, strip }: Item, isOff: boolean): string {
  const looks = ['s-block', 'p-block'];
  if (isOff) looks.push('is-off');
  else if (clashes.length > 0) looks.push('is-clash');
  if (strip) looks.push('is-strip');
  if (over) looks.push('is-over');
  return looks.join(' ');
}

/** Whole lines, and only those a later one does not lie over: never half a letter. */
function linesIn({ from, seenUntil, stepped, until }: Item): number {
  const whole = ((until - from) / HOUR) * HOUR_HEIGHT - BETWEEN;
  const seen = stepped && seenUntil < until ? ((seenUntil - from) / HOUR) * HOUR_HEIGHT + AROUND / 2 : whole;
  return Math.max(1, Math.floor((Math.max(LEAST, seen) - AROUND) / LINE));
}

function placeOf(item: Item, week: Week, hasStrip: boolean) {
  const whole = (week.last - week.first) * HOUR;
  const from = Math.max(0, item.from - week.first * HOUR);
  const until = Math.min(whole, item.until - week.first * HOUR);
  const place = {
    insetBlockStart: `${(from / whole) * 100}%`,
    blockSize: `max(${LEAST}px, ${((until - from) / whole) * 100}% - ${BETWEEN}px)`,
  };
  if (item.strip) return { ...place, insetInlineStart: '2px', inlineSize: '26px' };
  const edge = hasStrip ? 31 : 3;
  if (item.stepped) {
    const start = edge + item.lane * STEPPED;
    return { ...place, insetInlineStart: `${start}px`, inlineSize: `calc(100% - ${start + 3}px)`, zIndex: item.lane };
  }
  const size = `((100% - ${edge + 3}px) / ${item.lanes})`;
  return { ...place, insetInlineStart: `calc(${edge}px + ${size} * ${item.lane})`, inlineSize: `calc(${size} - 2px)` };
}

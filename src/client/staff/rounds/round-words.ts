/** How the round says who, what about and the sentence to say at the door. Takes what is so, and never asks the time. */
import type { Board } from '../../../domain/board.ts';
import type { PlainDate, PlainTime } from '../../../domain/time.ts';
import type { About, DeskStop } from '../../app/rounds.ts';
import type { DeskPerson } from '../../app/staff-people.ts';
import type { StaffKey, StaffSpeech } from '../../i18n/staff-i18n.ts';
import { clock, longDay, nameAndDoor, tripIn } from '../desk-words.ts';

type News = Extract<About, { type: 'news' }>;
type Trip = Extract<About, { type: 'trip' }>;

const tags: Readonly<Record<News['task']['type'], StaffKey>> = {
  promoted: 'deskround:tagPromoted',
  changed: 'deskround:tagChanged',
  cancelled: 'deskround:tagCancelled',
  restored: 'deskround:tagRestored',
  withdrawn: 'deskround:tagChanged',
  tooLate: 'deskround:tagTooLate',
  guestsStayed: 'deskround:tagTooLate',
  stillIn: 'deskround:tagTooLate',
  dishStayed: 'deskround:tagTooLate',
  notStanding: 'deskround:tagTooLate',
  message: 'deskround:tagMessage',
};

const tripTags: Readonly<Record<Trip['news'], StaffKey>> = {
  released: 'deskround:tagReleased',
  doubt: 'deskround:tagDoubt',
  mended: 'deskround:tagMended',
  moved: 'deskround:tagMoved',
  cancelled: 'deskround:tagTripCancelled',
};

/** "plaats vrij" */
export function tagOf({ t }: StaffSpeech, about: About): string {
  switch (about.type) {
    case 'news':
      return t(tags[about.task.type]);
    case 'trip':
      return t(about.booking.notMade === null ? tripTags[about.news] : 'deskround:tagNotMade');
    case 'visit':
      return t('deskround:tagVisit');
    case 'word':
      return t('deskround:tagMessage');
    case 'line':
      return t('deskround:tagLine');
  }
}

/** "Muziekmiddag gaat niet door", "Bingo: plaats vrij": where nothing else says which activity it is about. */
export function topicOf(speech: StaffSpeech, about: About): string {
  const tag = tagOf(speech, about);
  if (about.type !== 'news' || about.task.type === 'message') return tag;
  const { title } = about.activity;
  const isVerb = about.task.type === 'cancelled' || about.task.type === 'restored';
  return speech.t(isVerb ? 'deskround:topicGoes' : 'deskround:topic', { title, tag });
}

/** "Annie en Wim Mulder"; somebody nobody knows is asked around for. */
export function whoOf({ t }: StaffSpeech, people: readonly DeskPerson[]): string {
  const [first, ...others] = people;
  if (first === undefined) return t('deskround:nobody');
  const last = others.at(-1);
  if (last === undefined) return first.name;
  const isOneName = people.every(({ surname }) => surname === first.surname);
  const names = people.map(({ name, surname }) =>
    isOneName && name.endsWith(` ${surname}`) ? name.slice(0, -surname.length - 1) : name,
  );
  const before = names.slice(0, -1).join(', ');
  return t('deskround:and', { names: before, last: isOneName ? last.name : (names.at(-1) ?? '') });
}

/** "Bep de Bruin (107)" */
export function whoAndDoor(speech: StaffSpeech, { people, stop }: Pick<DeskStop, 'people' | 'stop'>): string {
  const [only, ...others] = people;
  if (only !== undefined && others.length === 0) return nameAndDoor(only);
  const who = whoOf(speech, people);
  return stop.door === null ? who : `${who} (${stop.door.number})`;
}

/** What to say at the door or on the phone, to them. */
export function sentenceOf(speech: StaffSpeech, board: Board, { about, firstFree, offer, people }: DeskStop): string {
  switch (about.type) {
    case 'news':
      return newsSentence(speech, about, people.length);
    case 'trip':
      return about.booking.notMade === null
        ? tripSentence(speech, board, { about, offer: offer?.name ?? null })
        : notMadeSentence(speech, board, { about, firstFree });
    case 'visit':
      return speech.t('deskround:sayVisit');
    // Who put it here has written out what to say.
    case 'word':
      return about.words;
    case 'line': {
      const { activity, line } = about;
      return speech.t('deskround:sayLine', {
        line: line.line,
        sheet: line.sheet,
        meal: activity === null ? '' : activity.title,
        day: activity === null ? '' : longDay(speech, activity.date),
      });
    }
  }
}

const says: Readonly<Record<Exclude<News['task']['type'], 'message'>, StaffKey>> = {
  promoted: 'deskround:sayPromoted',
  changed: 'deskround:sayChanged',
  cancelled: 'deskround:sayCancelled',
  restored: 'deskround:sayRestored',
  withdrawn: 'deskround:sayChanged',
  tooLate: 'deskround:sayTooLate',
  guestsStayed: 'deskround:sayGuestsStayed',
  stillIn: 'deskround:sayStillIn',
  dishStayed: 'deskround:sayDishStayed',
  notStanding: 'deskround:sayNotStanding',
};

function newsSentence(speech: StaffSpeech, { activity, task }: News, count: number): string {
  const { t } = speech;
  const words = {
    count,
    title: activity.title,
    when: activity.allDay
      ? longDay(speech, activity.date)
      : t('deskround:dayAt', { day: longDay(speech, activity.date), time: clock(activity.startTime) }),
    day: longDay(speech, activity.date),
    room: activity.room,
  };
  // Who sent it has written out what to say.
  if (task.type === 'message') return task.words;
  const said = t(says[task.type], words);
  const reason = task.type === 'cancelled' ? (activity.cancelled ?? '').trim() : '';
  return reason === '' ? said : `${said} ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`;
}

const tripSays: Readonly<Record<Exclude<Trip['news'], 'doubt'>, StaffKey>> = {
  released: 'deskround:sayReleased',
  mended: 'deskround:sayMended',
  moved: 'deskround:sayMoved',
  cancelled: 'deskround:sayTripCancelled',
};

function tripSentence(
  speech: StaffSpeech,
  board: Board,
  { about: { booking, news, scooter }, offer }: { readonly about: Trip; readonly offer: string | null },
): string {
  const { t } = speech;
  const { date, from } = tripIn(board, booking);
  const when = t('deskround:dayAt', { day: longDay(speech, date), time: clock(from) });
  const words = { scooter: scooter.name, when, other: offer ?? '' };
  if (news !== 'doubt') return t(tripSays[news], words);
  return t(offer === null ? 'deskround:sayNoneFree' : 'deskround:sayDoubt', words);
}

/** "Uw scootmobiel van maandag 16 november om 14:00 gaat niet door. …": with what is free, where that is the matter. */
function notMadeSentence(
  speech: StaffSpeech,
  board: Board,
  { about: { booking }, firstFree }: { readonly about: Trip; readonly firstFree: DeskStop['firstFree'] },
): string {
  const { t } = speech;
  const dayAt = (date: PlainDate, time: PlainTime) =>
    t('deskround:dayAt', { day: longDay(speech, date), time: clock(time) });
  const { date, from } = tripIn(board, booking);
  if (booking.notMade === 'rule') return t('deskround:sayAgainstRule', { when: dayAt(date, from) });
  const said = t('deskround:sayWasTaken', { when: dayAt(date, from) });
  if (firstFree === null) return said;
  return `${said} ${t('deskround:sayFirstFree', { when: dayAt(firstFree.date, firstFree.time) })}`;
}

/** "4e verdieping", "Begane grond", "Vraag rond". */
export function floorWords({ t }: StaffSpeech, floor: number | null): string {
  if (floor === null) return t('deskround:askAround');
  return floor === 0 ? t('deskround:ground') : t('deskround:floor', { floor });
}

const named = new Intl.DisplayNames(['nl'], { type: 'language' });

/** "spreekt Papiaments"; empty where nobody said. */
export function speaks({ t }: StaffSpeech, tag: string): string {
  try {
    return tag === '' ? '' : t('deskround:speaks', { language: named.of(tag.split('-')[0] ?? tag) ?? tag });
  } catch {
    return '';
  }
}

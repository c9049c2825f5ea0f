/** What is so with a meal, above its list: no network, closed, changed since the sheet, who is there. Refuses to judge. */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import type { MealList } from '../../../domain/meal-views.ts';
import { actOrTell, type MealDesk } from '../../app/meal-acts.ts';
import { wallTime } from '../../app/meal-parts.ts';
import { deskPerson } from '../../app/staff-people.ts';
import { civilDate, clockTime, formatDay, formatTime } from '../../i18n/dates.ts';
import { nameAndDoor } from '../desk-words.ts';
import { AskBox } from './AskBox.tsx';
import { useAsking } from './asking.ts';
import { Band, MealButton } from './buttons.tsx';
import { capital, deltaMarks, type MealSpeech, sheetName } from './meal-words.ts';
import { addingHint } from './plate-acts.ts';

export interface BandsProps {
  readonly desk: MealDesk;
  readonly board: Board;
  readonly speech: MealSpeech;
  readonly list: MealList;
}

/** The network is away: how old the list is, and how much waits. */
export function OfflineBand({ board, desk, list, speech }: BandsProps) {
  const { t } = speech;
  const { type } = desk.connection.value;
  const asOf = desk.boardAsOf.value;
  const time = asOf === null ? '' : formatTime(clockTime(wallTime(board, asOf).time));
  if (!list.knowsDiets) {
    return <Band look="dashed" icon="off" title={t('deskmeal:namesTitle')} text={t('deskmeal:namesText')} live />;
  }
  if (type === 'online' || type === 'connecting') return null;
  const waiting = desk.waiting.value;
  const waits = waiting === 0 ? t('deskmeal:offlineNothing') : t('deskmeal:offlineWaits', { count: waiting });
  const text = [time === '' ? '' : t('deskmeal:offlineOf', { time }), waits].filter((each) => each !== '').join(' ');
  return <Band look="dashed" icon="off" title={t('deskmeal:offlineTitle')} text={text} live />;
}

/** "+1 −2 sinds 14:05" */
export function DeltaBand({
  list,
  onPrint,
  speech,
}: Pick<BandsProps, 'list' | 'speech'> & { readonly onPrint: () => void }) {
  const { t } = speech;
  const { delta } = list;
  if (delta === null) return null;
  const { number, plates } = delta.print;
  return (
    <Band
      look="sun"
      icon="paper"
      title={t('deskmeal:delta', { change: deltaMarks(speech, delta), time: speech.timeOf(delta.print.at) })}
      text={t('deskmeal:deltaSheet', { sheet: sheetName(speech, number), count: plates.length })}
      live
    >
      <MealButton icon="print" onPress={onPrint}>
        {t('deskmeal:printAgain')}
      </MealButton>
    </Band>
  );
}

export interface DoorBandProps extends BandsProps {
  readonly onOpenOne: () => void;
  /** Little room: the ways to open come after a tap. */
  readonly small: boolean;
}

/** Closed, open again, or over; and what can be done about it. */
export function DoorBand({ board, desk, list, onOpenOne, small, speech }: DoorBandProps) {
  const { t } = speech;
  const [open, setOpen] = useState(false);
  const { activity } = list;
  if (activity.cancelled !== null) {
    return <Band look="stop" icon="off" title={t('deskmeal:cancelledTitle')} text={activity.cancelled} />;
  }
  if (list.door === 'open') return null;
  if (list.door === 'over')
    return <Band look="plain" icon="clock" title={t('deskmeal:overTitle')} text={t('deskmeal:overText')} />;
  const isOnline = desk.connection.value.type === 'online';
  const openFor = (list.sitting?.openFor ?? []).flatMap((id) => deskPerson(board, id)?.name ?? []);
  const forWhom = openFor.length === 0 ? '' : t('deskmeal:openedFor', { names: openFor.join(', ') });
  if (list.door === 'opened') {
    return (
      <Band look="sun" icon="unlock" title={t('deskmeal:openedTitle')} text={t('deskmeal:openedText')}>
        <MealButton
          icon="lock"
          onPress={() =>
            isOnline &&
            actOrTell(desk, { type: 'closeMeal', activityId: activity.id }, { text: t('deskadd:closedTold') })
          }
        >
          {isOnline ? t('deskmeal:closeNow') : t('deskmeal:onlyOnline')}
        </MealButton>
      </Band>
    );
  }
  const openAll = () => {
    if (!isOnline) return;
    actOrTell(
      desk,
      { type: 'openMeal', activityId: activity.id, residentId: null },
      {
        text: t('deskadd:openAllTold'),
        undo: () => ({ command: { type: 'closeMeal', activityId: activity.id }, text: t('deskadd:closedTold') }),
      },
    );
  };
  const text = [t('deskmeal:closedText'), forWhom].filter((each) => each !== '').join(' ');
  return (
    <div class={small && !open ? 'm-closed is-small' : 'm-closed'}>
      <Band look="sun" icon="lock" title={closedWords(board, speech, list)} text={small && !open ? forWhom : text}>
        {small && !open ? (
          <MealButton icon="unlock" onPress={() => setOpen(true)}>
            {t('deskmeal:openWhich')}
          </MealButton>
        ) : null}
      </Band>
      {small && !open ? null : (
        <div class="m-pair">
          <MealButton icon="unlock" onPress={onOpenOne}>
            {t('deskmeal:openOne')}
          </MealButton>
          <MealButton icon="unlock" onPress={openAll}>
            {isOnline ? t('deskmeal:openAll') : `${t('deskmeal:openAll')}: ${t('deskmeal:onlyOnline')}`}
          </MealButton>
        </div>
      )}
    </div>
  );
}

function closedWords(board: Board, speech: MealSpeech, { activity, closesAt, sitting }: MealList): string {
  const { t } = speech;
  const byHand = sitting?.door === 'closed' && sitting.doorAt !== null ? Date.parse(sitting.doorAt) : null;
  const at = byHand ?? closesAt;
  if (at === null) return t('deskmeal:closedHand');
  const { date, time } = wallTime(board, at);
  const words = formatTime(clockTime(time));
  if (date === activity.date) return t('deskmeal:closedAt', { time: words });
  return t('deskmeal:closedOn', { time: words, day: formatDay(speech, civilDate(date)) });
}

/** Who tapped in time and came in too late: one tap, one question, and they are on the list. */
export function HintBand({ board, desk, list, speech }: BandsProps) {
  const { t } = speech;
  const { attempt, question } = useAsking(desk);
  const people = list.hints.flatMap((id) => deskPerson(board, id) ?? []);
  if (people.length === 0) return null;
  return (
    <Band
      look="sun"
      icon="hand"
      title={t('deskmeal:hintTitle', { count: people.length })}
      text={t('deskmeal:hintText')}
    >
      <AskBox speech={speech} list={list} question={question} />
      {question !== null ? null : (
        <div class="m-hints">
          {people.map((person) => (
            <MealButton
              key={person.id}
              icon="someone"
              onPress={() => attempt(addingHint({ list, speech }, { id: person.id, name: nameAndDoor(person) }))}
            >
              {t('deskmeal:hintAdd', { name: person.name })}
            </MealButton>
          ))}
        </div>
      )}
    </Band>
  );
}

/** Lines that nobody could read, one after the other: a task until somebody says they asked around. */
export function UnreadBand({
  desk,
  list,
  onRound,
  speech,
}: Omit<BandsProps, 'board'> & {
  /** To the round that has the same lines; null for who does not make it. */
  readonly onRound: (() => void) | null;
}) {
  const { t } = speech;
  const [first, ...others] = list.unread;
  if (first === undefined) return null;
  const { activityId, at, line, sheet } = first;
  const named = { line, sheet: sheetName(speech, sheet) };
  const settle = () =>
    actOrTell(
      desk,
      { type: 'notePaperLine', activityId, sheet, line, outcome: 'asked', plateId: null },
      { text: t('deskmeal:unreadTold', { line, sheet: capital(named.sheet) }) },
    );
  const more = others.length === 0 ? '' : ` ${t('deskmeal:unreadMore', { count: others.length })}`;
  return (
    <Band
      look="sun"
      icon="eye"
      title={t('deskmeal:unreadTitle', named)}
      text={`${t('deskmeal:unreadText', { day: speech.dayOf(at) })}${more}`}
    >
      {onRound === null ? (
        <MealButton icon="ok" onPress={settle}>
          {t('deskmeal:unreadAsked')}
        </MealButton>
      ) : (
        <MealButton icon="next" onPress={onRound}>
          {t('deskmeal:unreadRound')}
        </MealButton>
      )}
    </Band>
  );
}

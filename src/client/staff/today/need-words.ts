/** How what asks for somebody is said: what it is, what it means, and what the button does. */
import type { Board } from '../../../domain/board.ts';
import type { Need } from '../../app/today.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import {
  clock,
  dayMonth,
  longDay,
  momentIn,
  nameAndDoor,
  partWord,
  riderOf,
  shortMoment,
  tripIn,
} from '../desk-words.ts';
import type { IconName } from '../Icon.tsx';
import { roughly } from '../tablet-words.ts';

export interface NeedWords {
  readonly icon: IconName;
  readonly tone: 'red' | 'sun' | 'blue';
  readonly title: string;
  readonly line: string;
  readonly act: string;
}

const startIcons = { residents: 'people', programme: 'calendar', tablet: 'tablet' } as const;

export function needWords(speech: StaffSpeech, board: Board, need: Need): NeedWords {
  const { t } = speech;
  switch (need.type) {
    case 'defect': {
      const words = { scooter: need.scooter.name, part: partWord(speech, need.defect.part) };
      const trip = need.first === null ? null : tripIn(board, need.first);
      const line =
        trip === null
          ? t('desktoday:defectNobody')
          : t('desktoday:defectTouches', {
              count: need.touched,
              when: shortMoment(speech, { date: trip.date, time: trip.from }),
            });
      return { icon: 'wrench', tone: 'red', title: t('desktoday:defect', words), line, act: t('desktoday:solve') };
    }
    case 'late': {
      const at = momentIn(board, Date.parse(need.booking.to));
      return {
        icon: 'scooter',
        tone: 'red',
        title: t('desktoday:late', { scooter: need.scooter.name }),
        line: t('desktoday:lateLine', {
          who: riderOf(speech, board, need.booking).full,
          when: shortMoment(speech, at),
        }),
        act: t('desktoday:solve'),
      };
    }
    case 'checkUp':
      return {
        icon: 'check',
        tone: 'blue',
        title: t('desktoday:checkUp', { scooter: need.scooter.name }),
        line: t('desktoday:checkUpLine'),
        act: t('desktoday:look'),
      };
    case 'test':
      return {
        icon: 'card',
        tone: 'blue',
        title: t('desktoday:test', { who: nameAndDoor(need.person), day: dayMonth(speech, need.validUntil) }),
        line: t('desktoday:testLine'),
        act: t('desktoday:plan'),
      };
    case 'missed':
      return {
        icon: 'phone',
        tone: 'sun',
        title: t('desktoday:missed', { count: need.count }),
        line: t('desktoday:missedLine'),
        act: t('desktoday:look'),
      };
    case 'tablet': {
      const seen = need.seen === null ? null : momentIn(board, need.seen);
      return {
        icon: 'tablet',
        tone: 'red',
        title:
          need.silent === null
            ? t('desktoday:tabletSilent', { name: need.name })
            : t('desktoday:tablet', { name: need.name, long: roughly(speech, need.silent) }),
        line:
          seen === null ? t('desktoday:tabletNever') : t('desktoday:tabletSeen', { when: shortMoment(speech, seen) }),
        act: t('desktoday:look'),
      };
    }
    case 'start':
      return {
        icon: startIcons[need.step],
        tone: 'blue',
        title: t(`desktoday:start_${need.step}`),
        line: t(`desktoday:startLine_${need.step}`),
        act: t(`desktoday:startAct_${need.step}`),
      };
    case 'ending': {
      const at = momentIn(board, need.until);
      const { title } = need.announcement;
      return {
        icon: 'paper',
        tone: 'sun',
        title: t('desktoday:ending', { title, when: shortMoment(speech, at) }),
        line: t('desktoday:endingLine'),
        act: t('desktoday:offOrLonger'),
      };
    }
    case 'clash': {
      const { one, other } = need;
      return {
        icon: 'calendar',
        tone: 'sun',
        title: t('desktoday:clash', {
          room: other.room,
          day: longDay(speech, other.date),
          time: clock(other.startTime),
        }),
        line: t('desktoday:clashLine', {
          one: one.title,
          until: clock(one.endTime),
          other: other.title,
          from: clock(other.startTime),
        }),
        act: t('desktoday:solve'),
      };
    }
    case 'unmarked':
      return {
        icon: 'someone',
        tone: 'blue',
        title: t('desktoday:unmarked', { title: need.activity.title }),
        line: t('desktoday:unmarkedLine', { count: need.people }),
        act: t('desktoday:fillIn'),
      };
    case 'hints': {
      const { activity, hints } = need.list;
      return {
        icon: 'hand',
        tone: 'sun',
        title: t('desktoday:hints', { count: hints.length, meal: activity.title }),
        line: t('desktoday:hintsLine', { day: longDay(speech, activity.date), time: clock(activity.startTime) }),
        act: t('desktoday:mealList'),
      };
    }
  }
}

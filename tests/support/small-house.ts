// A house of three doors with something to do every day: enough for every rule a screen can meet.
import type { BoardRows, Rows } from '../../src/domain/board.ts';

const resident = (id: string, homeId: string, firstName: string): Rows['resident'] => ({
  id,
  homeId,
  salutation: null,
  firstName,
  initial: 'B.',
  language: 'nl',
  showName: true,
  left: null,
});

const daily = (id: string, different: Partial<Rows['series']>): Rows['series'] => ({
  id,
  title: id,
  description: '',
  room: 'Huiskamer',
  startTime: '20:00',
  endTime: '22:00',
  endDays: 0,
  allDay: false,
  signUp: 'open',
  capacity: null,
  closes: null,
  guests: 2,
  neighbours: false,
  price: null,
  rule: { type: 'daily', interval: 1, from: '2026-01-01', until: null },
  skipped: [],
  extra: [],
  category: 'meeting',
  pictogram: 'coffee',
  meal: null,
  minutesOfMovement: null,
  discreet: false,
  ...different,
});

/** Riet and Leen share door 12 on the first floor, Ans and Bep live alone on the ground floor. */
export const smallHouse: BoardRows = {
  location: [{ id: 'house', name: 'De Proef', timeZone: 'Europe/Amsterdam' }],
  home: [
    { id: 'h1', number: '1', floor: 0 },
    { id: 'h2', number: '2', floor: 0 },
    { id: 'h12', number: '12', floor: 1 },
  ],
  resident: [
    resident('ans', 'h1', 'Ans'),
    resident('bep', 'h2', 'Bep'),
    resident('riet', 'h12', 'Riet'),
    resident('leen', 'h12', 'Leen'),
  ],
  series: [
    daily('coffee', {}),
    daily('bingo', { capacity: 2 }),
    daily('meal', { closes: { daysBefore: 0, time: '12:00' } }),
    daily('memory', { category: 'dementia', discreet: true }),
    daily('walk', { signUp: 'none' }),
  ],
};

export const RESIDENTS = ['ans', 'bep', 'riet', 'leen'] as const;

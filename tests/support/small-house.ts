// A house of three doors with something to do every day: enough for every rule a screen can meet.
import type { BoardRows, Rows } from '../../src/domain/board.ts';
import { usualSettings } from '../../src/domain/location.ts';
import { aSeries, daily } from './builders.ts';

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

const everyNight = (id: string, different: Partial<Rows['series']>): Rows['series'] =>
  aSeries({ id, startTime: '20:00', endTime: '22:00', capacity: null, rule: daily, pictogram: 'coffee', ...different });

/** Riet and Leen share door 12 on the first floor, Ans and Bep live alone on the ground floor. */
export const smallHouse: BoardRows = {
  location: [{ id: 'house', name: 'De Proef', timeZone: 'Europe/Amsterdam', ...usualSettings }],
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
    everyNight('coffee', {}),
    everyNight('bingo', { capacity: 2 }),
    everyNight('meal', { closes: { daysBefore: 0, time: '12:00' } }),
    everyNight('memory', { category: 'dementia', discreet: true }),
    everyNight('walk', { signUp: 'none' }),
  ],
};

export const RESIDENTS = ['ans', 'bep', 'riet', 'leen'] as const;

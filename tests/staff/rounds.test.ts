// The round on the desk: when somebody may be tried again, and whom a search finds.
import { beforeEach, expect, test } from 'vitest';
import { otherTimes, roundOf, stopsFound } from '../../src/client/app/rounds.ts';
import { createStaffSpeech } from '../../src/client/i18n/staff-i18n.ts';
import { sentenceOf, tagOf, topicOf } from '../../src/client/staff/rounds/round-words.ts';
import type { Command } from '../../src/domain/commands.ts';
import { rows } from '../../src/domain/table.ts';
import { at, createWorld, partyOf, resident, staff, type World } from '../support/builders.ts';
import { mealWorld, signsUp } from '../support/meal-house.ts';
import { booked, scooterWorld, TOMORROW, withCard } from '../support/scooter-house.ts';

const LUNCH = 'lunch/2026-10-14';
const BINGO = 'bingo/2026-10-14';
let world: World;
const manage = (command: Command) => world.send(staff, command);
const round = () => roundOf(world.board, world.now).open;
const puts = (residentId: string) => manage({ type: 'putOnRound', residentId, words: 'Belt u even?' });

beforeEach(() => {
  world = createWorld();
});

test('another time is offered only while there is still something to tell by then', () => {
  world.send(resident('anna'), { type: 'signUp', activityId: BINGO, residentIds: ['anna'], guests: 0 });
  manage({ type: 'cancelActivity', activityId: BINGO, reason: '' });
  const offered = () => otherTimes(world.board, world.now, round()[0]!.stop).map(([name]) => name);
  world.now = at('2026-10-14', '12:00');
  expect(offered()).toEqual(['inTwoHours', 'tonight']);
  world.now = at('2026-10-14', '19:00');
  expect(offered()).toEqual([]);
});

test('what is of use on any day may wait until tomorrow, and nobody is called at night', () => {
  puts('anna');
  world.now = at('2026-10-14', '19:00');
  const [each] = round();
  expect(otherTimes(world.board, world.now, each!.stop)).toEqual([
    ['tomorrowMorning', at('2026-10-15', '10:00')],
    ['tomorrowAfternoon', at('2026-10-15', '15:00')],
  ]);
});

test('a search finds lines by name or by door, and everything while nothing is typed', () => {
  puts('anna');
  puts('mo');
  const found = (query: string) => stopsFound(round(), query).map(({ stop }) => stop.residentIds.join());
  expect([found(''), found('202'), found('ANNA'), found('nobody')]).toEqual([['anna', 'mo'], ['mo'], ['anna'], []]);
});

const speech = createStaffSpeech({ lang: 'nl', dir: 'ltr' });
const LATE = { underway: 30 * 60_000 };
/** What is said to somebody on the round, and by which tag. */
const saidTo = (who: string) =>
  round()
    .filter(({ stop }) => stop.residentIds.includes(who))
    .map((each) => [tagOf(speech, each.about), sentenceOf(speech, world.board, each)]);

test('a trip that was tapped without a network and is not free any more is told with what is', () => {
  world = scooterWorld();
  booked(world, 'mo', { scooterId: 'meeuw' });
  booked(world, 'anna', { scooterId: 'merel' });
  const trip = { date: TOMORROW, time: '10:00', minutes: 120 } as const;
  world.send(withCard('riet'), { type: 'book', residentId: 'riet', scooterId: null, ...trip }, LATE);
  expect(saidTo('riet')).toEqual([
    [
      'rit niet gelukt',
      'Uw scootmobiel van donderdag 15 oktober om 10:00 gaat niet door. Hij was niet meer vrij. ' +
        'Wel vrij is woensdag 14 oktober om 9:00.',
    ],
  ]);
});

test('one against another rule is told without an offer', () => {
  world = scooterWorld({ mostOpen: 1 });
  booked(world, 'riet', { time: '13:00' });
  const trip = { date: TOMORROW, time: '10:00', minutes: 120 } as const;
  world.send(withCard('riet'), { type: 'book', residentId: 'riet', scooterId: null, ...trip }, LATE);
  expect(saidTo('riet')).toEqual([
    ['rit niet gelukt', 'Uw scootmobiel van donderdag 15 oktober om 10:00 gaat niet door. Dat kon toen niet meer.'],
  ]);
});

test('what came too late is told as it is now', () => {
  world = mealWorld({ capacity: 2 });
  signsUp(world, 'anna', { dishes: ['vlees'] });
  const { id: signUpId } = partyOf(world.board, LUNCH, 'anna');
  const party = { activityId: LUNCH, signUpId } as const;
  world.send(resident('anna'), { type: 'changeGuests', ...party, guests: 2 }, LATE);
  world.send(resident('mo'), { type: 'setStanding', seriesId: 'lunch', residentId: 'mo', dish: null });
  world.send(resident('riet'), { type: 'setStanding', seriesId: 'lunch', residentId: 'riet', dish: null });
  world.send(resident('hein'), { type: 'setStanding', seriesId: 'lunch', residentId: 'hein', dish: null }, LATE);
  world.now = at('2026-10-14', '12:40');
  const plateId = [...rows(world.board.plate)].find(({ residentId }) => residentId === 'anna')!.id;
  world.send(resident('anna'), { type: 'chooseDish', activityId: LUNCH, plateId, dish: 'vegetarisch' }, LATE);
  world.send(resident('anna'), { type: 'withdraw', ...party, residentIds: ['anna'] }, LATE);
  const late = (said: string) => ['te laat', said];
  expect(saidTo('anna').sort()).toEqual(
    [
      'U wilde een ander aantal gasten bij lunch, woensdag 14 oktober. Dat kwam te laat binnen. Het aantal is niet veranderd.',
      'U wilde iets anders eten bij lunch, woensdag 14 oktober. Dat kwam te laat binnen. Uw gerecht is niet veranderd.',
      'U wilde zich afmelden voor lunch, woensdag 14 oktober. Dat kwam te laat binnen. U staat nog op de lijst.',
    ].map(late),
  );
  expect(saidTo('hein')).toEqual([
    late('U wilde elke keer komen bij lunch. Alle vaste plaatsen zijn bezet. U kunt zich wel elke keer aanmelden.'),
  ]);
});

test('the round in short names the activity that it is about', () => {
  world.send(resident('anna'), { type: 'signUp', activityId: BINGO, residentIds: ['anna'], guests: 0 });
  manage({ type: 'cancelActivity', activityId: BINGO, reason: '' });
  expect(round().map(({ about }) => topicOf(speech, about))).toEqual(['bingo gaat niet door']);
});

// Who stands on the call-and-knock round, until when, and who may say that somebody was told.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { activityById, endOf } from '../../src/domain/activity.ts';
import { boardOf } from '../../src/domain/board.ts';
import { type CallStop, callRound, mostUrgentFirst } from '../../src/domain/call-round.ts';
import type { CallOutcome } from '../../src/domain/call-rows.ts';
import type { Command } from '../../src/domain/commands.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { isLive, partiesIn, partyWith } from '../../src/domain/parties.ts';
import { redactBoard } from '../../src/domain/scopes.ts';
import { group, row, rows } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { placesIn, story, take, worldOf } from '../support/arbitraries.ts';
import {
  at,
  createWorld,
  house,
  houseRows,
  partyOf,
  refusalOf,
  resident,
  staff,
  tasksFor,
  type World,
  ZONE,
} from '../support/builders.ts';
import { does, LUNCH, mealWorld, prints, signsUp } from '../support/meal-house.ts';
import { about, booked, scooterWorld, withCard } from '../support/scooter-house.ts';

const BINGO = 'bingo/2026-10-14';
const CHOIR = 'choir/2026-10-14';

let world: World;
beforeEach(() => {
  world = createWorld();
});

const signUp = (activityId: string, residentIds: string[]) =>
  world.send(resident(residentIds[0]!), { type: 'signUp', activityId, residentIds, guests: 0 });
const manage = (command: Command) => world.send(staff, command);
const cancels = (activityId: string) => manage({ type: 'cancelActivity', activityId, reason: '' });

/** "101 anna cancelled" */
const said = (stops: readonly CallStop[]) =>
  stops.map(({ calls, door, residentIds }) => {
    const [{ about }] = calls;
    const what = about.type === 'news' ? about.task.type : about.type === 'trip' ? about.news : about.type;
    return [door?.number ?? '-', residentIds.join('+'), what].join(' ').replace('  ', ' ');
  });
const open = (of: World = world) => said(callRound(of.board, of.now).open);
const told = (of: World = world) => said(callRound(of.board, of.now).told);
const stop = (nth = 0, of: World = world) => callRound(of.board, of.now).open[nth]!;
const note = (outcome: CallOutcome, { calls }: CallStop = stop(), of: World = world) =>
  of.send(staff, { type: 'noteCall', calls: calls.map(({ ref }) => ref), outcome });
const undo = ({ calls }: CallStop, of: World = world) =>
  of.send(staff, { type: 'undoCall', calls: calls.map(({ ref }) => ref) });

const later = (of: World = world) => said(callRound(of.board, of.now).later);
const putOff = (until: number, { calls }: CallStop = stop()) =>
  world.send(staff, {
    ...{ type: 'noteCall', calls: calls.map(({ ref }) => ref) },
    ...{ outcome: 'notReached', again: instantText(until) },
  } as Command);

describe('a word of the team', () => {
  const puts = (residentId: string, words = 'De sleutel ligt klaar.') =>
    manage({ type: 'putOnRound', residentId, words });

  test('stands on the round until it is told, and is back when that was too soon', () => {
    expect(refusalOf(puts('anna'))).toBe('accepted');
    expect(open()).toEqual(['101 anna word']);
    const before = stop();
    expect(refusalOf(note('told'))).toBe('accepted');
    expect([open(), told(), [...rows(world.board.toTell)]]).toEqual([[], ['101 anna word'], []]);
    expect(refusalOf(undo(before))).toBe('accepted');
    expect([open(), told()]).toEqual([['101 anna word'], []]);
    expect([...rows(world.board.toTell)][0]).toMatchObject({ residentId: 'anna', words: 'De sleutel ligt klaar.' });
  });

  test('is told once, and never in other words than it was written', () => {
    puts('anna');
    const [ref] = stop().calls.map((call) => call.ref);
    const forged = { ...ref, words: 'Iets anders' } as typeof ref & object;
    expect(refusalOf(manage({ type: 'noteCall', calls: [forged], outcome: 'told' }))).toBe('callUnknown');
    note('told');
    expect(open()).toEqual([]);
  });

  test('is for somebody who lives here, goes with them when they leave, and is read by no screen in the hall', () => {
    expect(refusalOf(puts('lies'))).toBe('residentUnknown');
    puts('anna');
    const scopes = ['kiosk', 'volunteer', 'caller'] as const;
    expect(scopes.map((scope) => redactBoard(world.board, scope, world.now).toTell?.length ?? 0)).toEqual([0, 0, 1]);
    manage({ type: 'leaveHouse', residentId: 'anna', reason: 'moved' });
    expect([...rows(world.board.toTell)]).toEqual([]);
  });
});

describe('another time', () => {
  test('puts a call off until then, with a try more, and it is told all the same when they come by', () => {
    world.send(resident('anna'), { type: 'askVisit', residentId: 'anna' });
    expect(refusalOf(putOff(world.now + 2 * 3_600_000))).toBe('accepted');
    expect([open(), later()]).toEqual([[], ['101 anna visit']]);
    expect(callRound(world.board, world.now).later[0]!.tries).toBe(1);
    world.now += 2 * 3_600_000;
    expect([open(), later()]).toEqual([['101 anna visit'], []]);
    putOff(world.now + 3_600_000);
    const [waiting] = callRound(world.board, world.now).later;
    expect(refusalOf(note('told', waiting))).toBe('accepted');
    expect([open(), later(), told()]).toEqual([[], [], ['101 anna visit']]);
  });

  test('hides nothing that would be too late by then, and nothing for more than a week', () => {
    signUp(CHOIR, ['anna']);
    cancels(CHOIR);
    putOff(at('2026-10-14', '18:30'));
    expect([open(), later()]).toEqual([['101 anna cancelled'], []]);
    expect(putOff(world.now + 8 * 86_400_000)).toMatchObject({ error: { type: 'againTooLate', days: 7 } });
  });
});

describe('the round', () => {
  test('goes by floor and then by door, and takes the people of one party behind one door together', () => {
    signUp(CHOIR, ['mo']);
    signUp(CHOIR, ['riet', 'leen']);
    signUp(CHOIR, ['anna']);
    cancels(CHOIR);
    expect(open()).toEqual(['101 anna cancelled', '102 leen+riet cancelled', '202 mo cancelled']);
  });

  test('says the last news only: what is cancelled has no other room, and what happens again is not cancelled', () => {
    signUp(CHOIR, ['anna']);
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { room: 'Tuin' } });
    expect(open()).toEqual(['101 anna changed']);
    cancels(CHOIR);
    expect(open()).toEqual(['101 anna cancelled']);
    manage({ type: 'restoreActivity', activityId: CHOIR });
    expect(open()).toEqual(['101 anna changed', '101 anna restored']);
  });

  test('leaves out who does not come any more, and who has moved', () => {
    signUp(CHOIR, ['anna']);
    signUp(CHOIR, ['mo']);
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { room: 'Tuin' } });
    const signUpId = partyOf(world.board, CHOIR, 'anna').id;
    world.send(resident('anna'), { type: 'withdraw', activityId: CHOIR, signUpId, residentIds: ['anna'] });
    expect(open()).toEqual(['202 mo changed']);
    const left = boardOf({
      ...houseRows(),
      resident: [...rows(house().resident)].map((each) => ({ ...each, left: 'moved' as const })),
      callTask: [...rows(world.board.callTask)],
    });
    expect(said(callRound(left, world.now).open)).toEqual([]);
  });

  test('forgets what is about an activity once that is over', () => {
    signUp(CHOIR, ['anna']);
    cancels(CHOIR);
    world.now = at('2026-10-14', '11:29');
    expect(open()).toEqual(['101 anna cancelled']);
    world.now = at('2026-10-14', '11:30');
    expect(open()).toEqual([]);
    world.now = at('2026-10-15', '08:00');
    signUp('bingo/2026-10-15', ['anna']);
    cancels('bingo/2026-10-15');
    expect(tasksFor(world.board, 'anna')).toEqual(['cancelled bingo/2026-10-15']);
  });

  test('has what had ended and is put so that it goes on again, also when its earlier news is gone', () => {
    signUp(BINGO, ['anna']);
    signUp(CHOIR, ['anna']);
    manage({ type: 'changeActivity', activityId: BINGO, fields: { date: '2026-10-12', startTime: '02:30' } });
    cancels(CHOIR);
    expect(tasksFor(world.board, 'anna')).toEqual([`cancelled ${CHOIR}`]);
    world.now = at('2026-10-15', '08:00');
    manage({ type: 'changeActivity', activityId: BINGO, fields: { date: '2026-10-15' } });
    expect(open()).toEqual(['101 anna changed']);
    note('told');
    manage({ type: 'changeActivity', activityId: BINGO, fields: { room: 'Tuin' } });
    expect(open()).toEqual([]);
  });

  test('has what is cancelled and was put in the past meanwhile, once that is put right', () => {
    signUp(BINGO, ['anna']);
    signUp(CHOIR, ['anna']);
    cancels(BINGO);
    manage({ type: 'changeActivity', activityId: BINGO, fields: { date: '2026-10-12' } });
    manage({ type: 'changeActivity', activityId: CHOIR, fields: { room: 'Tuin' } });
    expect(tasksFor(world.board, 'anna')).toEqual([`changed ${CHOIR}`]);
    manage({ type: 'changeActivity', activityId: BINGO, fields: { date: '2026-10-14' } });
    expect(open()).toEqual(['101 anna cancelled', '101 anna changed']);
  });

  test('has the news of a scooter, until somebody has told or read it', () => {
    const of = scooterWorld();
    const trip = booked(of, 'anna', { scooterId: 'merel' });
    of.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    expect(open(of)).toEqual(['101 anna doubt']);
    const [before] = callRound(of.board, of.now).open;
    expect(refusalOf(note('told', before, of))).toBe('accepted');
    expect([open(of), told(of)]).toEqual([[], ['101 anna doubt']]);
    expect(row(of.board.booking, 'merel', trip.id)?.news).toBe(null);
    undo(before!, of);
    expect(open(of)).toEqual(['101 anna doubt']);
    of.send(withCard('anna'), { type: 'seenBooking', ...about(trip) });
    expect([open(of), told(of)]).toEqual([[], []]);
    of.send(staff, { type: 'mendScooter', scooterId: 'merel' });
    expect(open(of)).toEqual(['101 anna mended']);
  });

  test('does not put back the news of a trip that has other news by now', () => {
    const of = scooterWorld();
    const trip = booked(of, 'anna', { scooterId: 'merel' });
    of.send(staff, { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    const before = stop(0, of);
    note('told', before, of);
    of.send(withCard('anna'), { type: 'cancelBooking', ...about(trip) });
    undo(before, of);
    expect(open(of)).toEqual([]);
  });

  test('has a line nobody could read, last and without a door, until somebody has asked around', () => {
    const of = mealWorld();
    signsUp(of, 'anna');
    prints(of);
    does(of, { type: 'notePaperLine', activityId: LUNCH, sheet: 1, line: 3, outcome: 'unreadable', plateId: null });
    of.send(staff, { type: 'cancelActivity', activityId: LUNCH, reason: '' });
    expect(open(of)).toEqual(['101 anna cancelled', '- line']);
    const line = stop(1, of);
    note('told', line, of);
    expect([open(of), told(of)]).toEqual([['101 anna cancelled'], ['- line']]);
    expect([...group(of.board.paperLine, LUNCH).values()].map(({ outcome }) => outcome)).toEqual(['asked']);
    undo(line, of);
    expect(open(of)).toEqual(['101 anna cancelled', '- line']);
  });

  test('can be read with the most urgent first', () => {
    signUp(BINGO, ['anna']);
    signUp(CHOIR, ['mo']);
    cancels(BINGO);
    cancels(CHOIR);
    world.send(resident('kees'), { type: 'askVisit', residentId: 'kees' });
    expect(said(mostUrgentFirst(callRound(world.board, world.now).open))).toEqual([
      '103 kees visit',
      '202 mo cancelled',
      '101 anna cancelled',
    ]);
  });
});

describe('an outcome', () => {
  beforeEach(() => {
    signUp(CHOIR, ['riet', 'leen']);
    cancels(CHOIR);
  });

  test('told takes the whole party off the list, with who told it and when', () => {
    note('told');
    expect([open(), told()]).toEqual([[], ['102 leen+riet cancelled']]);
    expect(callRound(world.board, world.now).told[0]?.note).toMatchObject({ by: 'mila', outcome: 'told', tries: 0 });
  });

  test('told stands under today, and no longer tomorrow', () => {
    signUp('bingo/2026-10-16', ['anna']);
    cancels('bingo/2026-10-16');
    note('told', stop(0));
    expect(told()).toEqual(['101 anna cancelled']);
    world.now = at('2026-10-15', '00:01');
    expect(told()).toEqual([]);
  });

  test('not reached stays on the list and counts', () => {
    note('notReached');
    note('notReached');
    expect(open()).toEqual(['102 leen+riet cancelled']);
    expect(stop().tries).toBe(2);
    note('told');
    expect(open()).toEqual([]);
  });

  test('is taken back one at a time', () => {
    note('notReached');
    const before = stop();
    note('told');
    undo(before);
    expect([open(), stop().tries]).toEqual([['102 leen+riet cancelled'], 1]);
    undo(stop());
    expect([stop().tries, [...rows(world.board.callNote)]]).toEqual([0, []]);
    expect(refusalOf(undo(stop()))).toBe('callUnknown');
  });

  test('of news that comes again is of the old news: it is to be told again', () => {
    note('told');
    world.now += 60_000;
    manage({ type: 'restoreActivity', activityId: CHOIR });
    note('told');
    world.now += 60_000;
    cancels(CHOIR);
    expect(open()).toEqual(['102 leen+riet cancelled']);
    expect(stop().tries).toBe(0);
  });

  test('told twice is told once, and told by one is not "not reached" by the other', () => {
    const before = stop();
    expect(refusalOf(note('told', before))).toBe('accepted');
    expect(refusalOf(note('told', before))).toBe('accepted');
    expect(world.journal.at(-1)?.changes).toEqual([]);
    expect(refusalOf(note('notReached', before))).toBe('callTold');
  });

  test('of what stands nowhere is refused', () => {
    const nothing = { type: 'news', residentId: 'anna', taskId: `anna/${CHOIR}/changed` } as const;
    expect(refusalOf(manage({ type: 'noteCall', calls: [nothing], outcome: 'told' }))).toBe('callUnknown');
  });

  test('is told by the screen for who has read it there', () => {
    const noticeId = [...group(world.board.notice, 'riet').keys()][0]!;
    world.send(resident('riet'), { type: 'dismissNotice', noticeId });
    expect([open(), told()]).toEqual([['102 leen cancelled'], ['102 riet cancelled']]);
    expect(callRound(world.board, world.now).told[0]?.note?.by).toBe(null);
  });

  test('is for managers, and for volunteers whom the round was given to', () => {
    const calls = stop().calls.map(({ ref }) => ref);
    const command = { type: 'noteCall', calls, outcome: 'told' } as const;
    const helper = {
      name: 'Joke',
      role: 'volunteer',
      function: '',
      contact: false,
      phone: null,
      presence: [],
    } as const;
    const give = (id: string | null, may: boolean) => manage({ type: 'putStaffMember', id, ...helper, calls: may });
    give(null, false);
    const joke = [...rows(world.board.staffMember)].find(({ name }) => name === 'Joke')!.id;
    const actor = { staffId: joke, proof: 'session', visitId: 'visit-joke' } as const;
    expect(refusalOf(world.send(actor, command, { role: 'volunteer' }))).toBe('notAllowed');
    expect(refusalOf(world.send(actor, { type: 'undoCall', calls }, { role: 'volunteer' }))).toBe('notAllowed');
    give(joke, true);
    expect(refusalOf(world.send(actor, command, { role: 'volunteer' }))).toBe('accepted');
    expect(refusalOf(world.send(actor, { type: 'undoCall', calls }, { role: 'volunteer' }))).toBe('accepted');
    expect(refusalOf(world.send(resident('anna'), command))).toBe('notAllowed');
  });
});

describe('a visit', () => {
  const ask = (residentId: string, who = residentId) => world.send(resident(who), { type: 'askVisit', residentId });

  test('is asked by name, once, and stands on the round since then', () => {
    ask('anna');
    const { now } = world;
    world.now += 60_000;
    expect(refusalOf(ask('anna'))).toBe('accepted');
    expect(world.journal.at(-1)?.changes).toEqual([]);
    expect([open(), stop().calls[0].since]).toEqual([['101 anna visit'], now]);
  });

  test('is nobody else’s to ask or to take back', () => {
    expect(refusalOf(ask('riet', 'leen'))).toBe('notAllowed');
    ask('riet');
    expect(refusalOf(world.send(resident('leen'), { type: 'takeBackVisit', residentId: 'riet' }))).toBe('notAllowed');
    expect(refusalOf(ask('lies'))).toBe('residentUnknown');
  });

  test('is taken back by who asked, also when somebody has been there meanwhile', () => {
    ask('anna');
    world.send(resident('anna'), { type: 'takeBackVisit', residentId: 'anna' });
    expect(open()).toEqual([]);
    expect(refusalOf(world.send(resident('anna'), { type: 'takeBackVisit', residentId: 'anna' }))).toBe('accepted');
  });

  test('is open again when it is asked again after somebody came by', () => {
    ask('anna');
    const before = stop();
    note('told');
    expect([open(), told(), row(world.board.visitAsked, 'anna', 'anna')]).toEqual([[], ['101 anna visit'], undefined]);
    undo(before);
    expect([open(), stop().calls[0].since]).toEqual([['101 anna visit'], before.calls[0].since]);
    note('told');
    world.now += 60_000;
    ask('anna');
    expect([open(), told()]).toEqual([['101 anna visit'], []]);
  });
});

test('what is about somebody goes with them', () => {
  world.send(resident('anna'), { type: 'askVisit', residentId: 'anna' });
  note('notReached');
  manage({ type: 'leaveHouse', residentId: 'anna', reason: 'moved' });
  expect([open(), [...rows(world.board.visitAsked)], [...rows(world.board.callNote)]]).toEqual([[], [], []]);
});

test('notes of a resident go a month after', () => {
  world.send(resident('anna'), { type: 'askVisit', residentId: 'anna' });
  note('told');
  signUp('walk/2026-10-14', ['anna']);
  cancels('walk/2026-10-14');
  note('told');
  expect(group(world.board.callNote, 'anna').size).toBe(2);
  world.now += 31 * 86_400_000;
  world.send(staff, { type: 'signUp', activityId: 'walk/2026-11-14', residentIds: ['anna'], guests: 0 });
  cancels('walk/2026-11-14');
  note('told');
  expect(group(world.board.callNote, 'anna').size).toBe(1);
});

describe('whatever happens in the house', () => {
  /** Whether this news is so still, by the words of the plan. */
  const isSo = ({ board, now }: World, { activityId, residentId, type }: Notice): boolean => {
    const activity = activityById(board, activityId);
    if (activity === undefined || now >= endOf(activity, ZONE)) return false;
    if (type === 'cancelled') return activity.cancelled !== null;
    const party = partyWith(board, activityId, residentId);
    return activity.cancelled === null && (type === 'promoted' ? party?.status === 'going' : party !== undefined);
  };
  const isOver = ({ board, now }: World, id: string) => {
    const activity = activityById(board, id);
    return activity !== undefined && now >= endOf(activity, ZONE);
  };
  /** Of everybody who is in it, how the ids of their news of it begin. */
  const newsOfAll = ({ board }: World, id: string) =>
    [...partiesIn(board, id)].filter(isLive).flatMap(({ residentIds }) => residentIds.map((who) => `${who}/${id}/`));
  const idsOn = ({ board, now }: World) =>
    new Set(
      callRound(board, now).open.flatMap(({ calls }) =>
        calls.flatMap(({ about }) => (about.type === 'news' ? [about.task.id] : [])),
      ),
    );

  test('everybody who got a notice of staff’s doing is on the round until told', () => {
    const doings = new Set(['promoted', 'changed', 'cancelled', 'restored']);
    let seenTold = 0;
    fc.assert(
      fc.property(story, fc.array(fc.nat(60), { maxLength: 60, size: 'max' }), (days, tells) => {
        const world = worldOf(days);
        const untold = new Map<string, Notice>();
        days.steps.forEach((step, nth) => {
          const seen = world.journal.length;
          const ended = placesIn(days).filter((id) => isOver(world, id));
          take(world, step, placesIn(days));
          for (const { changes, envelope } of world.journal.slice(seen)) {
            for (const change of changes)
              if (change.type === 'noticePut' && doings.has(change.row.type)) untold.set(change.row.id, change.row);
            if (envelope.command.type === 'dismissNotice') untold.delete(envelope.command.noticeId);
          }
          // What ended untold may go with the next news they get: put later, everybody in it has news of it again.
          for (const [id, { activityId, residentId }] of untold)
            if (isOver(world, activityId) && row(world.board.callTask, residentId, id) === undefined) untold.delete(id);
          const again = ended.filter((id) => !isOver(world, id)).flatMap((id) => newsOfAll(world, id));
          const news = again.length === 0 ? [] : [...idsOn(world)];
          for (const start of again) expect(news.some((id) => id.startsWith(start))).toBe(true);
          const { open } = callRound(world.board, world.now);
          const next = open[(tells[nth] ?? 60) % 12];
          if (next !== undefined) {
            seenTold += 1;
            world.send(staff, { type: 'noteCall', calls: next.calls.map(({ ref }) => ref), outcome: 'told' });
            for (const { about } of next.calls) if (about.type === 'news') untold.delete(about.task.id);
          }
          const on = idsOn(world);
          for (const [id, notice] of untold) expect(on.has(id)).toBe(isSo(world, notice));
          for (const { calls } of next === undefined ? [] : [next])
            for (const { about } of calls) if (about.type === 'news') expect(on.has(about.task.id)).toBe(false);
        });
      }),
      { numRuns: 200 },
    );
    expect(seenTold).toBeGreaterThan(50);
  });
});

// What holds of the scooters whatever people tap and however time passes, across both clock changes. What a trip may be
// is written out here once more, in the plainest way, and shares nothing with the rules but the clock.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Board, boardOf } from '../../src/domain/board.ts';
import { apply, isPut } from '../../src/domain/changes.ts';
import { decide } from '../../src/domain/decide.ts';
import { asKnownBy } from '../../src/domain/own-trips.ts';
import type { Booking, ScooterRules } from '../../src/domain/scooter-rows.ts';
import { firstFreeTrip, ownRowsOf, scooterTimes } from '../../src/domain/scooter-views.ts';
import { redactBoard, redactChanges } from '../../src/domain/scopes.ts';
import { rows } from '../../src/domain/table.ts';
import { addDays, dateAt, type Instant, instantOf, localAt, weekdayOf } from '../../src/domain/time.ts';
import { commandId, type Entry, refusalOf, type World, ZONE } from '../support/builders.ts';
import { bookingsIn, clearances, scooters } from '../support/scooter-house.ts';
import { type Story, story, take, worldOf } from '../support/scooter-stories.ts';

const MINUTE = 60_000;
const numRuns = 100;

/** Checks a law at every step of random stories. */
function always(law: (entry: Entry, world: World) => void, runs = numRuns): void {
  fc.assert(
    fc.property(story, (told: Story) => {
      const world = worldOf(told);
      let seen = 0;
      for (const step of told.steps) {
        take(world, step);
        for (const entry of world.journal.slice(seen)) law(entry, world);
        seen = world.journal.length;
      }
    }),
    { numRuns: runs },
  );
}

const ms = (text: string): Instant => Date.parse(text);
const byId = (board: Board): ReadonlyMap<string, Booking> => new Map(bookingsIn(board).map((each) => [each.id, each]));
const rulesOf = (board: Board): ScooterRules => [...rows(board.scooterRules)][0]!;
const isBroken = (board: Board, scooterId: string): boolean =>
  [...rows(board.defect)].some((defect) => defect.scooterId === scooterId && defect.mendedAt === null);
const mondayOf = (at: Instant): string => addDays(dateAt(at, ZONE), 1 - weekdayOf(dateAt(at, ZONE)));

/** The booking an accepted command made or moved: the last put of a row that was not on that scooter before. */
function placed({ envelope: { command }, verdict, changes, before }: Entry): Booking | null {
  if (!verdict.ok || !['book', 'lendScooter', 'moveBooking'].includes(command.type)) return null;
  const old = byId(before);
  const puts = changes.flatMap((change) => (isPut(change) && change.type === 'bookingPut' ? [change.row] : []));
  return puts.findLast((each) => old.get(each.id)?.scooterId !== each.scooterId) ?? null;
}

describe('the stored stretches of what is booked or taken on one scooter', () => {
  test('never overlap, not even between two rows of one command', () => {
    always(({ before, changes }) => {
      let board = before;
      for (const change of changes) {
        board = apply(board, [change]);
        const live = bookingsIn(board).filter(({ status }) => status === 'booked' || status === 'taken');
        for (const [n, a] of live.entries()) {
          for (const b of live.slice(n + 1)) {
            if (a.scooterId !== b.scooterId) continue;
            expect(a.blockedUntil <= b.from || b.blockedUntil <= a.from, `${a.from} ${b.from}`).toBe(true);
          }
        }
      }
    });
  });

  test('are whole minutes, so that as text they are in order of time, and never end before they begin', () => {
    always(({ after }) => {
      for (const { from, to, blockedUntil } of bookingsIn(after)) {
        for (const text of [from, to, blockedUntil]) expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/);
        expect(from < to && from <= blockedUntil).toBe(true);
      }
    });
  });
});

describe('a trip that is accepted', () => {
  test('leaves every other trip of its scooter the charging, also after a late or an early return', () => {
    always((entry) => {
      const trip = placed(entry);
      if (trip === null) return;
      const pause = rulesOf(entry.after).pauseMinutes * MINUTE;
      for (const other of bookingsIn(entry.after)) {
        if (other.id === trip.id || other.scooterId !== trip.scooterId) continue;
        if (other.status === 'cancelled' || other.status === 'released') continue;
        const isLate = other.status === 'taken' && entry.at > ms(other.to);
        const end = other.returnedAt !== null ? ms(other.returnedAt) : isLate ? Number.POSITIVE_INFINITY : ms(other.to);
        const isClear = ms(trip.from) >= end + pause || ms(trip.to) + pause <= ms(other.from);
        expect(isClear, `${trip.from} beside ${other.status} ${other.from}`).toBe(true);
      }
    });
  });

  test('is to come, on the grid, as long as was asked, inside one stretch of opening hours and on no dark day', () => {
    always((entry) => {
      const trip = placed(entry);
      const { command } = entry.envelope;
      if (trip === null || command.type !== 'book') return;
      const rules = rulesOf(entry.after);
      const [from, to] = [ms(trip.from), ms(trip.to)];
      // Screens count whole minutes: what starts in the minute that runs is not past.
      expect(from).toBeGreaterThanOrEqual(entry.at - (entry.at % MINUTE));
      expect(localAt(from, ZONE)).toEqual({ date: command.date, time: command.time });
      for (const shift of [-60, 60]) expect(localAt(from + shift * MINUTE, ZONE).time).not.toBe(command.time);
      expect(Number(command.time.slice(3)) % 30).toBe(0);
      expect(to - from).toBe(command.minutes * MINUTE);
      expect(command.minutes).toBeGreaterThan(0);
      expect(command.minutes).toBeLessThanOrEqual(240);
      if (rules.opens !== rules.closes) {
        const days = [addDays(command.date, -1), command.date];
        const isInside = days.some((day) => {
          const closing = rules.closes < rules.opens ? addDays(day, 1) : day;
          return from >= instantOf(day, rules.opens, ZONE) && to <= instantOf(closing, rules.closes, ZONE);
        });
        expect(isInside).toBe(true);
      }
      for (let moment = from; moment < to; moment += 15 * MINUTE) {
        const date = dateAt(moment, ZONE);
        for (const dark of rules.blackouts) expect(date >= dark.from && date <= dark.until).toBe(false);
      }
    });
  });

  test('is on a whole scooter, for somebody who passed the test for it until the last day', () => {
    always((entry) => {
      const trip = placed(entry);
      if (trip === null) return;
      expect(isBroken(entry.before, trip.scooterId)).toBe(false);
      if (trip.residentId === null) return;
      const { type } = scooters.find(({ id }) => id === trip.scooterId)!;
      const test = clearances.find(({ residentId }) => residentId === trip.residentId);
      expect(test?.types.map((each) => each.trim().toLowerCase())).toContain(type);
      expect(test!.validUntil >= dateAt(ms(trip.to) - 1, ZONE)).toBe(true);
    });
  });

  test('by a resident is within what they may: open bookings, hours of the week, days ahead, a length on offer', () => {
    always((entry) => {
      const trip = placed(entry);
      const { command, actor } = entry.envelope;
      if (trip === null || command.type !== 'book' || !('residentId' in actor)) return;
      const rules = rulesOf(entry.after);
      expect(actor.residentId).toBe(trip.residentId);
      expect(rules.lengths).toContain(command.minutes);
      expect(command.date <= addDays(dateAt(entry.at, ZONE), rules.horizonDays)).toBe(true);
      const mine = bookingsIn(entry.after).filter(({ residentId }) => residentId === trip.residentId);
      const open = mine.filter(
        ({ status, from }) =>
          status === 'taken' || (status === 'booked' && entry.at < ms(from) + rules.lapseMinutes * MINUTE),
      );
      expect(open.length).toBeLessThanOrEqual(rules.mostOpen);
      const ridden = mine.filter(({ status }) => status === 'returned').concat(open);
      const inWeek = ridden.filter(({ from }) => mondayOf(ms(from)) === mondayOf(ms(trip.from)));
      const minutes = inWeek.map((each) => {
        const end = Math.min(ms(each.to), Math.max(ms(each.from), ms(each.returnedAt ?? each.to)));
        return (end - ms(each.from)) / MINUTE;
      });
      expect(minutes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(rules.mostMinutesAWeek);
    });
  });

  test('never puts one resident on two scooters at a time', () => {
    always((entry) => {
      const trip = placed(entry);
      if (trip === null || trip.residentId === null) return;
      for (const other of bookingsIn(entry.after)) {
        if (other.id === trip.id || other.residentId !== trip.residentId) continue;
        if (other.status === 'booked' && entry.at >= ms(other.from)) continue;
        if (other.status !== 'booked' && other.status !== 'taken') continue;
        expect(other.to <= trip.from || trip.to <= other.from).toBe(true);
      }
    });
  });
});

describe('a booking', () => {
  test('is never lost: it stays until it is taken, left or not come for, and no defect changes more than its news', () => {
    always(({ before, after, envelope: { command }, at: now }) => {
      const later = byId(after);
      for (const old of bookingsIn(before)) {
        const row = later.get(old.id);
        expect(row).toBeDefined();
        expect([row!.to, row!.residentId]).toEqual([old.to, old.residentId]);
        const isNamed = 'bookingId' in command && command.bookingId === old.id;
        const isMoved = row!.scooterId !== old.scooterId;
        if (isMoved) expect([command.type, isNamed]).toEqual(['moveBooking', true]);
        // Who moves a trip that should have begun has what is left of it.
        expect(ms(row!.from)).toBe(isMoved ? Math.max(ms(old.from), now - (now % MINUTE)) : ms(old.from));
        if (row!.status === old.status) continue;
        if (row!.status === 'released') {
          expect(old.status).toBe('booked');
          expect(now).toBeGreaterThanOrEqual(Math.min(ms(old.from) + 30 * MINUTE, ms(old.to)));
          continue;
        }
        expect(isNamed).toBe(true);
        const by = { taken: ['booked', 'takeScooter'], cancelled: ['booked', 'cancelBooking'] } as const;
        const known = { ...by, returned: ['taken', 'returnScooter'] } as const;
        expect([old.status, command.type]).toEqual([...known[row!.status as keyof typeof known]]);
      }
    });
  });

  test('is taken only on a whole scooter that is there, not before its time and not after its end', () => {
    always(({ before, envelope: { command }, verdict, at: now }) => {
      if (!verdict.ok || command.type !== 'takeScooter') return;
      const booking = byId(before).get(command.bookingId)!;
      expect(isBroken(before, booking.scooterId)).toBe(false);
      const out = bookingsIn(before).filter(
        ({ status, scooterId }) => status === 'taken' && scooterId === booking.scooterId,
      );
      expect(out).toEqual([]);
      expect(now).toBeGreaterThanOrEqual(ms(booking.from) - 15 * MINUTE);
      expect(now).toBeLessThan(ms(booking.to));
    });
  });

  test('is only touched by its resident or by staff', () => {
    always(({ before, envelope: { command, actor }, verdict }) => {
      if (!verdict.ok || !('bookingId' in command) || !('residentId' in actor)) return;
      expect(byId(before).get(command.bookingId)!.residentId).toBe(actor.residentId);
    });
  });

  test('that is refused leaves the board as it was, but for a count', () => {
    always(({ verdict, changes }) => {
      if (!verdict.ok) expect(changes.filter(({ type }) => type !== 'missPut')).toEqual([]);
    });
  });
});

describe('a shared screen', () => {
  test('answers its resident as the server will: the same reason for no, and for yes the same row', () => {
    fc.assert(
      fc.property(story, fc.nat({ max: 30 }), (told, joinsAt) => {
        const world = worldOf(told);
        for (const step of told.steps.slice(0, joinsAt)) take(world, step);
        let kiosk = boardOf(redactBoard(world.board, 'kiosk', world.now));
        for (const step of told.steps.slice(joinsAt)) {
          const seen = world.journal.length;
          take(world, step);
          for (const { envelope, verdict, before, changes, after, at: now } of world.journal.slice(seen)) {
            if ('residentId' in envelope.actor) {
              const { residentId } = envelope.actor;
              const board = asKnownBy(kiosk, ownRowsOf(before, residentId));
              const said = decide(board, envelope, { now, tappedAt: now, role: 'resident' });
              expect(refusalOf(said)).toBe(refusalOf(verdict));
              const ownOf = (of: typeof said) => {
                if (!of.ok) return null;
                return of.value.findLast(
                  (change) => isPut(change) && change.type === 'bookingPut' && change.row.residentId === residentId,
                );
              };
              expect(ownOf(said)).toEqual(ownOf(verdict));
            }
            kiosk = apply(kiosk, redactChanges(changes, 'kiosk', after, world.now));
            for (const each of rows(kiosk.booking))
              expect([each.residentId, each.visitId, each.news]).toEqual([null, null, null]);
          }
        }
      }),
      { numRuns },
    );
  });

  test('offers only what can be booked: the first free trip and every free tile', () => {
    always((entry, { board, now }) => {
      if (!entry.verdict.ok) return;
      const wanted = { scooterId: null, types: ['licht', 'zwaar'] };
      // Fatima has nothing else to do, and rides everything.
      const free = apply(board, [
        {
          type: 'clearancePut',
          row: { id: 'f', residentId: 'fatima', validUntil: '2030-01-01', types: ['licht', 'zwaar'] },
        },
      ]);
      const judge = (asked: { date: string; time: string; minutes: number }) => {
        const { date, time, minutes } = asked;
        const command = { type: 'book', residentId: 'fatima', scooterId: null, date, time, minutes } as const;
        const actor = { residentId: 'fatima', proof: 'card', visitId: 'v' } as const;
        return decide(free, { id: commandId(9999), command, actor, tappedAt: '2027-03-27T00:00:00Z' }, {
          ...{ now, tappedAt: now, role: 'resident' },
        } as const);
      };
      const first = firstFreeTrip(board, now, wanted);
      if (first !== null) {
        const verdict = judge(first);
        expect(refusalOf(verdict)).toBe('accepted');
        expect(JSON.stringify(verdict)).toContain(`"scooterId":"${first.scooter.id}","residentId":"fatima"`);
      }
      const date = dateAt(now, ZONE);
      for (const tile of scooterTimes(board, date, now, wanted)) {
        if (tile.state === 'free') {
          for (const { minutes } of tile.lengths)
            expect(refusalOf(judge({ date, time: tile.time, minutes }))).toBe('accepted');
        } else {
          const said = refusalOf(judge({ date, time: tile.time, minutes: 60 }));
          expect(['noneFree', 'tripPast']).toContain(said);
        }
      }
    }, 30);
  });
});

test('random stories come to every outcome that matters', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(story, (told) => {
      const world = worldOf(told);
      for (const step of told.steps) take(world, step);
      for (const { envelope, verdict, changes } of world.journal) {
        seen.add(`${envelope.command.type} ${refusalOf(verdict)}`);
        for (const change of changes)
          if (change.type === 'bookingPut') seen.add(`${change.row.status} ${change.row.news}`);
      }
    }),
    { numRuns: 400, seed: 7 },
  );
  for (const expected of [
    ...['book accepted', 'book noneFree', 'book scooterTaken', 'book scooterOutOfService', 'book bookingOverlaps'],
    ...['book tooManyBookings', 'book tooManyHours', 'book tripPast', 'book scootersClosed', 'book noClearance'],
    ...['book tripInvalid', 'book tripTooLong', 'book timeExistsTwice'],
    ...[
      'takeScooter accepted',
      'takeScooter takenTooEarly',
      'takeScooter scooterNotBack',
      'takeScooter bookingReleased',
    ],
    ...[
      'takeScooter scooterOutOfService',
      'takeScooter alreadyTaken',
      'returnScooter accepted',
      'lendScooter accepted',
    ],
    ...['lendScooter scooterTaken', 'moveBooking accepted', 'moveBooking otherType', 'moveBooking scooterTaken'],
    ...['cancelBooking accepted', 'cancelBooking notAllowed', 'mendScooter accepted', 'mendScooter notBroken'],
    ...['released released', 'booked doubt', 'booked mended', 'booked moved', 'cancelled cancelled', 'cancelled null'],
  ])
    expect(seen, expected).toContain(expected);
});

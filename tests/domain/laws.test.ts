// What holds in every house on every day, whatever people tap and in whatever order: judged over random stories.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityById, lastMoment } from '../../src/domain/activity.ts';
import type { Board } from '../../src/domain/board.ts';
import { apply, collectionOf, effective, isPut } from '../../src/domain/changes.ts';
import { isLive, partiesOf, peopleGoing, peopleOf, placesLeft } from '../../src/domain/parties.ts';
import type { SignUp } from '../../src/domain/sign-up-row.ts';
import { rows } from '../../src/domain/table.ts';
import { placesIn, type Story, story, take, worldOf } from '../support/arbitraries.ts';
import { type Entry, listsOf, noticesOf, type World, ZONE } from '../support/builders.ts';

/** Checks a law at every step of random stories. */
function always(law: (entry: Entry, world: World) => void, parameters: fc.Parameters<unknown> = {}): void {
  fc.assert(
    fc.property(story, (told: Story) => {
      const world = worldOf(told);
      let seen = 0;
      for (const step of told.steps) {
        take(world, step, placesIn(told));
        for (const entry of world.journal.slice(seen)) law(entry, world);
        seen = world.journal.length;
      }
    }),
    { numRuns: 250, ...(parameters as object) },
  );
}

const activityIds = (board: Board): ReadonlySet<string> =>
  new Set([...rows(board.signUp)].map((party) => party.activityId));
const live = (board: Board): readonly SignUp[] => [...rows(board.signUp)].filter(isLive);
const byId = (board: Board): ReadonlyMap<string, SignUp> =>
  new Map([...rows(board.signUp)].map((row) => [row.id, row]));
const isAhead = (board: Board, id: string, now: number): boolean => {
  const activity = activityById(board, id);
  return activity !== undefined && now < lastMoment(activity, ZONE);
};

describe('places', () => {
  test('are never given to more people than there are, by any sign-up, guest or promotion', () => {
    always(({ before, after }) => {
      for (const id of activityIds(after)) {
        const going = peopleGoing(after, id);
        if (going <= peopleGoing(before, id)) continue;
        expect(going).toBeLessThanOrEqual(activityById(after, id)?.capacity ?? Number.POSITIVE_INFINITY);
      }
    });
  });

  test('are never taken from who has one, except by a withdrawal that names them', () => {
    always(({ before, after, envelope: { command } }) => {
      const now = byId(after);
      for (const old of live(before)) {
        const named = command.type === 'withdraw' && command.signUpId === old.id ? command.residentIds : [];
        const left = now.get(old.id);
        for (const residentId of old.residentIds) {
          const stays = left !== undefined && isLive(left) && left.residentIds.includes(residentId);
          expect(stays || named.includes(residentId)).toBe(true);
        }
        if (old.status === 'going' && left !== undefined) expect(left.status).not.toBe('waiting');
      }
    });
  });

  test('of one activity are never held twice by one person', () => {
    always(({ after }) => {
      for (const id of activityIds(after)) {
        const people = live(after)
          .filter((party) => party.activityId === id)
          .flatMap((party) => party.residentIds);
        expect(new Set(people).size).toBe(people.length);
      }
    });
  });
});

describe('the waiting list', () => {
  test('keeps its order: arrivals never change and no two are the same', () => {
    always(({ before, after }) => {
      const old = byId(before);
      for (const id of activityIds(after)) {
        const parties = [...rows(after.signUp)].filter((party) => party.activityId === id);
        expect(new Set(parties.map(({ arrival }) => arrival)).size).toBe(parties.length);
        for (const party of parties) expect(party.arrival).toBe(old.get(party.id)?.arrival ?? party.arrival);
      }
    });
  });

  test('is never passed: who gets a place has nobody waiting before them', () => {
    always(({ before, after }) => {
      const old = byId(before);
      for (const id of activityIds(after)) {
        const { going, waiting } = partiesOf(after, id);
        const first = waiting[0]?.arrival ?? Number.POSITIVE_INFINITY;
        for (const party of going) {
          if (old.get(party.id)?.status !== 'going') expect(party.arrival).toBeLessThan(first);
        }
      }
    });
  });

  test('has a head that does not fit, after every command before the start', () => {
    always(({ after, at }) => {
      for (const id of activityIds(after)) {
        const activity = activityById(after, id);
        const head = partiesOf(after, id).waiting[0];
        if (activity === undefined || head === undefined || activity.cancelled !== null) continue;
        if (at < lastMoment(activity, ZONE)) expect(peopleOf(head)).toBeGreaterThan(placesLeft(after, activity));
      }
    });
  });

  test('never moves once the activity has started, nor while it is cancelled', () => {
    always(({ before, after, at }) => {
      const old = byId(before);
      for (const party of live(after)) {
        if (party.status !== 'going' || old.get(party.id)?.status === 'going') continue;
        expect(isAhead(after, party.activityId, at)).toBe(true);
        expect(activityById(after, party.activityId)?.cancelled).toBe(null);
      }
    });
  });

  test('tells everybody who gets a place, on the screen and on the round', () => {
    always(({ before, after, changes }) => {
      const old = byId(before);
      for (const party of live(after)) {
        if (party.status !== 'going' || old.get(party.id)?.status !== 'waiting') continue;
        for (const residentId of party.residentIds) {
          expect(noticesOf(after, residentId)).toContain(`promoted ${party.activityId}`);
          expect(changes).toContainEqual({
            type: 'callTaskPut',
            row: expect.objectContaining({ residentId, type: 'promoted', activityId: party.activityId, done: false }),
          });
        }
      }
    });
  });
});

describe('a party', () => {
  test('is never split: its people change only by who leaves it, and it goes or waits as one', () => {
    always(({ before, after, envelope: { command } }) => {
      const old = byId(before);
      for (const party of rows(after.signUp)) {
        const was = old.get(party.id);
        if (was === undefined) continue;
        if (command.type === 'withdraw' && command.signUpId === party.id) continue;
        expect(party.residentIds).toEqual(was.residentIds);
        if (command.type === 'changeGuests' && command.signUpId === party.id) continue;
        expect(party.guests).toBe(was.guests);
      }
    });
  });

  test('always still has its activity, whatever becomes of the programme', () => {
    always(({ after }) => {
      for (const party of live(after)) expect(activityById(after, party.activityId)?.id).toBe(party.activityId);
    });
  });
});

describe('the journal', () => {
  test('replayed from the start ends in the same board, and nothing happens twice', () => {
    fc.assert(
      fc.property(story, (told) => {
        const world = worldOf(told);
        for (const step of told.steps) take(world, step, placesIn(told));
        const { board, journal } = world;
        const verdicts = journal.map(({ envelope }) => world.replay(envelope));
        expect(verdicts).toEqual(journal.map(({ verdict }) => verdict));
        expect(world.board).toBe(board);
        const again = journal.reduce((now, { changes }) => apply(now, changes), worldOf(told).board);
        expect(listsOf(again)).toEqual(listsOf(board));
      }),
      { numRuns: 60 },
    );
  });

  test('has no changes for a refusal, except what must be told', () => {
    always(({ verdict, before, after, changes }) => {
      if (verdict.ok) return;
      if (verdict.error.type !== 'tooLate' && verdict.error.told !== true) expect(after).toBe(before);
      for (const change of changes) expect(['notice', 'callTask', 'callNote']).toContain(collectionOf(change));
    });
  });

  test('has only changes that make a difference, and none of them twice', () => {
    always(({ verdict, before, after }) => {
      if (!verdict.ok) return;
      expect(effective(before, verdict.value)).toEqual(verdict.value);
      if (verdict.value.length > 0) expect(after).not.toBe(before);
    });
  });

  test('never holds a row of another location', () => {
    always(({ changes }) => {
      for (const change of changes) {
        if (collectionOf(change) === 'location') expect(isPut(change) && change.row.id).toBe('flat');
      }
    });
  });

  test('is the same wherever it is judged: the same board, envelope and time give the same verdict', () => {
    fc.assert(
      fc.property(story, (told) => {
        const [one, other] = [worldOf(told), worldOf(told)];
        for (const step of told.steps) {
          take(one, step, placesIn(told));
          take(other, step, placesIn(told));
        }
        expect(other.journal.map(({ verdict }) => verdict)).toEqual(one.journal.map(({ verdict }) => verdict));
      }),
      { numRuns: 20 },
    );
  });
});

test('the stories are worth telling: places, queues, promotions, refusals and closings all happen in them', () => {
  const seen = new Set<string>();
  always(
    ({ verdict, before, after, envelope }) => {
      seen.add(verdict.ok ? envelope.command.type : verdict.error.type);
      const old = byId(before);
      for (const party of rows(after.signUp)) seen.add(`${old.get(party.id)?.status ?? 'new'}>${party.status}`);
      for (const notice of rows(after.notice)) seen.add(`told ${notice.type}`);
    },
    { seed: 2026, numRuns: 600 },
  );
  for (const needed of [
    ...['signUp', 'withdraw', 'changeGuests', 'dismissNotice', 'changeActivity', 'cancelActivity', 'restoreActivity'],
    ...[
      'skipDate',
      'restoreDate',
      'importProgramme',
      'activityStarted',
      'signUpClosed',
      'tooLate',
      'activityCancelled',
    ],
    ...['new>going', 'new>waiting', 'waiting>going', 'going>withdrawn', 'waiting>withdrawn', 'activityFull'],
    ...['promoted', 'changed', 'cancelled', 'restored', 'withdrawn', 'tooLate'].map((type) => `told ${type}`),
  ]) {
    expect(seen).toContain(needed);
  }
});

// What holds of every meal, whatever residents and volunteers do and in whatever order: over random stories.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityById, lastMoment } from '../../src/domain/activity.ts';
import type { Board } from '../../src/domain/board.ts';
import { effective } from '../../src/domain/changes.ts';
import { mealExport } from '../../src/domain/meal-figures.ts';
import { mealList } from '../../src/domain/meal-views.ts';
import { partiesOf, peopleGoing, peopleOf, placesLeft, standsOn } from '../../src/domain/parties.ts';
import { group } from '../../src/domain/table.ts';
import { ZONE } from '../support/builders.ts';
import { always } from '../support/meal-laws.ts';
import { type Story, story, take, worldOf } from '../support/meal-stories.ts';

const sum = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0);

/** Counted from the rows themselves, beside everything the views share. */
function peopleByRows(board: Board, id: string): number {
  const [seriesId, date] = [id.slice(0, -11), id.slice(-10)];
  const parties = [...group(board.signUp, id).values()];
  const named = new Set([
    ...parties.flatMap(({ residentIds }) => residentIds),
    ...[...group(board.plate, id).values()].flatMap(({ residentId }) => residentId ?? []),
  ]);
  const standing = [...group(board.standing, seriesId).values()].filter(
    (each) => standsOn(each, date) && !named.has(each.residentId),
  );
  const going = parties.filter(({ status }) => status === 'going');
  return going.reduce((all, { guests, residentIds }) => all + guests + residentIds.length, standing.length);
}

/** Came, absent and not marked, from the rows of who is going. */
function marksByRows(board: Board, id: string, people: number): readonly number[] {
  const parties = group(board.signUp, id);
  const going = [...group(board.plate, id).values()].filter(
    ({ goneAt, signUpId }) => goneAt === null && parties.get(signUpId)?.status === 'going',
  );
  const marked = (came: boolean) => going.filter((plate) => plate.came === came).length;
  return [marked(true), marked(false), people - marked(true) - marked(false)];
}

describe('the numbers of a meal', () => {
  test('agree: total, dishes, diets, marks, tables, rows of the sheet, rows of the export and people signed up', () => {
    always((list, { after, at }) => {
      const { activity, plates, totals } = list;
      const { people } = totals;
      expect(plates).toHaveLength(people);
      expect(sum(totals.dishes)).toBe(people);
      expect(sum(totals.diets)).toBe(people);
      expect(totals.takeAway + totals.atTable).toBe(people);
      expect([totals.came, totals.absent, totals.unmarked]).toEqual(marksByRows(after, activity.id, people));
      expect(totals.tables.full * totals.tables.size + totals.tables.rest).toBe(totals.atTable);
      expect(peopleGoing(after, activity.id)).toBe(people);
      expect(peopleByRows(after, activity.id)).toBe(people);
      const range = { from: activity.date, to: activity.date };
      const rows = mealExport(after, range);
      const lunches = lunchesOn(after, activity.date);
      const served = lunches.filter((id) => activityById(after, id)?.cancelled === null);
      const all = served.reduce((sum, id) => sum + peopleGoing(after, id), 0);
      expect(rows.filter((each) => !each.isOwedBack)).toHaveLength(all);
      const paid = lunches.reduce((sum, id) => sum + (mealList(after, id, at)?.totals.paidCents ?? 0), 0);
      expect(rows.reduce((sum, { paidCents }) => sum + (paidCents ?? 0), 0)).toBe(paid);
    });
  });

  test('count nobody twice, and nobody who withdrew, waits, was taken off or gave the place away', () => {
    always(({ gone, plates, waiting }, { after }) => {
      const ids = [...plates, ...waiting, ...gone].map(({ plate }) => plate.id);
      expect(new Set(ids).size).toBe(ids.length);
      const people = [...plates, ...waiting].flatMap(({ plate }) => plate.residentId ?? []);
      expect(new Set(people).size).toBe(people.length);
      for (const { plate, status } of plates) {
        expect(status).toBe('going');
        expect([plate.goneAt, plate.movedTo]).toEqual([null, null]);
        const party = group(after.signUp, plate.activityId).get(plate.signUpId);
        expect(party?.status ?? 'going').toBe('going');
      }
      for (const { plate } of waiting)
        expect(group(after.signUp, plate.activityId).get(plate.signUpId)?.status).toBe('waiting');
    });
  });

  test('know of everybody who is off the list whether it was too late, and owe nothing for a place that was given away', () => {
    always(({ activity, gone }, { after }) => {
      const rows = [...group(after.plate, activity.id).values()].filter(({ goneAt }) => goneAt !== null);
      const late = rows.filter(({ goneLate }) => goneLate).map(({ id }) => id);
      expect(gone.filter(({ plate }) => rows.includes(plate) && plate.goneLate).map(({ plate }) => plate.id)).toEqual(
        expect.arrayContaining(late),
      );
      // Its money went along with a place that was given away.
      for (const { paid } of rows.filter(({ movedTo }) => movedTo !== null)) expect(paid).toBe(null);
    });
  });

  test('of what changed since the sheet make the new list out of the old one', () => {
    always(({ delta, plates, prints }) => {
      const last = prints.at(-1);
      if (last === undefined) return;
      const [more, fewer] = [delta?.added.length ?? 0, delta?.removed.length ?? 0];
      expect(last.plates.length + more - fewer).toBe(plates.length);
    });
  });
});

describe('places at the table', () => {
  test('are given to more people than there are only where that was asked and allowed', () => {
    always((list, { envelope }, before) => {
      const { capacity, plates, totals } = list;
      if (capacity === null || before === null || totals.people <= Math.max(capacity, before.totals.people)) return;
      // What a calendar file or a manager does to a date throws nobody out.
      if (['importProgramme', 'restoreDate', 'restoreActivity', 'changeActivity'].includes(envelope.command.type))
        return;
      const known = new Set(before.plates.map(({ plate }) => plate.id));
      const added = plates.filter(({ plate }) => !known.has(plate.id) && plate.despite.includes('full'));
      expect(added.length).toBeGreaterThanOrEqual(totals.people - Math.max(capacity, before.totals.people));
    });
  });

  test('go to the line in its order, and the head of the line does not fit', () => {
    always(({ activity, waiting }, { after, at }) => {
      const head = partiesOf(after, activity.id).waiting[0];
      expect(waiting.length === 0).toBe(head === undefined);
      if (head === undefined || activity.cancelled !== null || at >= lastMoment(activity, ZONE)) return;
      expect(peopleOf(head)).toBeGreaterThan(placesLeft(after, activity));
    });
  });

  test('that were paid for stay paid: money moves with the place and is never counted twice', () => {
    always(({ gone, plates, waiting }, { envelope: { command } }, before) => {
      const paid = (views: readonly { readonly plate: { readonly paid: number | null } }[]) =>
        views.reduce((all, { plate }) => all + (plate.paid ?? 0), 0);
      if (before === null || command.type === 'markPaid') return;
      const all = paid([...plates, ...waiting, ...gone]);
      expect(all).toBe(paid([...before.plates, ...before.waiting, ...before.gone]));
    });
  });
});

describe('a meal that is over', () => {
  test('keeps the words it had: its menu, its price and what was on every plate', () => {
    always(({ activity, door, menu, plates }, _entry, before) => {
      if (door !== 'over' || before === null || before.menu === null || before.plates.length === 0) return;
      // A manager who moves a date moves it to another menu.
      if (before.activity.date !== activity.date) return;
      const words = (of: typeof menu) => [of?.menu, of?.choices, of?.allergens];
      expect(words(menu)).toEqual(words(before.menu));
      const had = new Map(before.plates.map(({ plate, price }) => [plate.id, [plate.dish, price]]));
      for (const { plate, price } of plates) {
        const known = had.get(plate.id);
        if (known !== undefined) expect([plate.dish, price]).toEqual(known);
      }
    });
  });
});

test('a place that was given away says to which plate, and that one is there', () => {
  always(({ activity }, { after }) => {
    const plates = group(after.plate, activity.id);
    for (const { movedTo } of plates.values()) if (movedTo !== null) expect(plates.has(movedTo)).toBe(true);
  });
});

test('a refusal writes nothing but what must be told, and a yes only what makes a difference', () => {
  always((_list, { after, before, changes, verdict }) => {
    if (verdict.ok) expect(effective(before, verdict.value)).toEqual(verdict.value);
    else if (verdict.error.type !== 'tooLate' && verdict.error.told !== true) expect(after).toBe(before);
    else
      expect(changes.map(({ type }) => type).filter((type) => !/^(notice|callTask|callNote)/.test(type))).toEqual([]);
  });
});

test('the stories are worth telling: every command of meals is said yes to in them, and each no is heard', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(story, (told: Story) => {
      const world = worldOf(told);
      for (const step of told.steps) take(world, step, told);
      for (const { envelope, verdict } of world.journal)
        seen.add(verdict.ok ? envelope.command.type : verdict.error.type);
    }),
    { seed: 2026, numRuns: 300 },
  );
  for (const needed of [
    ...[
      'addPlate',
      'letIn',
      'removePlate',
      'restorePlate',
      'movePlate',
      'chooseDish',
      'setTakeAway',
      'nameGuest',
      'markPaid',
    ],
    ...[
      'markCame',
      'setDiet',
      'setGuestDiet',
      'openMeal',
      'closeMeal',
      'resetMeal',
      'finishMeal',
      'printMeal',
      'setMenu',
      'importMenu',
      'notePaperLine',
    ],
    ...['setStanding', 'stopStanding', 'pauseStanding', 'resumeStanding', 'withdraw', 'changeGuests'],
    ...['mealClosed', 'mealOver', 'activityFull', 'plateUnknown', 'dishUnknown', 'standingUnknown'],
    ...['pauseInvalid', 'alreadySignedUp', 'tooLate', 'signUpClosed'],
    ...['sheetTaken', 'sheetUnknown', 'lineTaken'],
  ]) {
    expect(seen).toContain(needed);
  }
});

/** What is eaten on a date, or would have been, of dates that were moved too. */
function lunchesOn(board: Board, date: string): readonly string[] {
  const ids = new Set([`lunch/${date}`, ...group(board.override, 'lunch').keys()]);
  return [...ids].filter((id) => {
    const activity = activityById(board, id);
    return activity !== undefined && activity.date === date;
  });
}

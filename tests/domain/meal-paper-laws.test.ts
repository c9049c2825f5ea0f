// What holds of every sheet and every line written on it by hand, in whatever order tablets tell of them.
import { describe, expect, test } from 'vitest';
import { activityById } from '../../src/domain/activity.ts';
import type { Board } from '../../src/domain/board.ts';
import { group, rows } from '../../src/domain/table.ts';
import { always, ofEvery } from '../support/meal-laws.ts';

describe('a printed sheet', () => {
  test('has its number alone and for ever: who prints it a second time is told that it is taken', () => {
    ofEvery(({ after, before, envelope: { command }, verdict }) => {
      for (const print of rows(before.mealPrint))
        expect(group(after.mealPrint, print.activityId).get(print.id)).toBe(print);
      if (command.type !== 'printMeal') return;
      const known = group(before.mealPrint, command.activityId).has(`${command.activityId}/${command.number}`);
      // Of a date that was taken out there is nothing to print any more, whatever its number.
      const isOut = activityById(before, command.activityId) === undefined;
      expect(verdict.ok ? 'accepted' : verdict.error.type).toBe(
        isOut ? 'activityUnknown' : known ? 'sheetTaken' : 'accepted',
      );
      if (verdict.ok) expect(group(after.mealPrint, command.activityId).size).toBe(numberOf(before, command) + 1);
    });
  });

  const numberOf = (board: Board, { activityId }: { readonly activityId: string }) =>
    group(board.mealPrint, activityId).size;
});

describe('a line written by hand', () => {
  test('ends as one of its outcomes, once: only what nobody could read becomes something else', () => {
    ofEvery(({ after, before, envelope: { command }, verdict }) => {
      for (const line of rows(before.paperLine)) {
        const now = group(after.paperLine, line.activityId).get(line.id);
        if (line.outcome === 'unreadable') expect(now).toBeDefined();
        else expect(now).toBe(line);
      }
      if (command.type !== 'notePaperLine') return;
      const { activityId, line, outcome, plateId, sheet } = command;
      const id = `${activityId}/${sheet}/${line}`;
      const had = group(before.paperLine, activityId).get(id);
      const now = group(after.paperLine, activityId).get(id);
      const isSettled = had !== undefined && had.outcome !== 'unreadable';
      const says = { outcome, plateId };
      if (verdict.ok) expect(now).toMatchObject({ ...says, sheet, line });
      if (!verdict.ok) expect(now).toBe(had);
      if (!verdict.ok && verdict.error.type === 'lineTaken') {
        expect(had).toBeDefined();
        expect(had).not.toMatchObject(says);
      }
      if (isSettled && verdict.ok) expect(had).toMatchObject(says);
    });
  });

  test('is of a sheet that was printed, is somebody’s plate or nobody’s, and is counted once', () => {
    always(({ activity, paper, prints, unread }, { after }) => {
      const numbers = new Set(prints.map(({ number }) => number));
      expect(new Set(paper.map(({ line, sheet }) => `${sheet}/${line}`)).size).toBe(paper.length);
      for (const { outcome, plateId, sheet } of paper) {
        expect(numbers.has(sheet)).toBe(true);
        expect(plateId === null).toBe(outcome === 'unreadable' || outcome === 'asked');
      }
      const open = paper.filter(({ outcome }) => outcome === 'unreadable');
      expect(unread.filter(({ activityId }) => activityId === activity.id)).toHaveLength(open.length);
      expect(unread).toHaveLength([...rows(after.paperLine)].filter(({ outcome }) => outcome === 'unreadable').length);
    });
  });
});

describe('a diet', () => {
  test('is in one state: it clashes with what is known to be wrong, and is fine only where all was looked at', () => {
    always(({ menu, plates, totals }) => {
      const choices = menu?.choices ?? [];
      for (const { clash, clashKinds, diet, dietState, plate } of plates) {
        expect(dietState === null).toBe(diet === null);
        expect(dietState === 'clash').toBe(clash.length + clashKinds.length > 0);
        for (const each of clash) expect(diet!.allergens).toContain(each);
        for (const kind of clashKinds) {
          expect(diet!.kinds).toContain(kind);
          expect(choices.length).toBeGreaterThan(1);
        }
        if (dietState !== 'fits') continue;
        expect(diet!.note).toBe('');
        if (diet!.allergens.length > 0) expect(menu!.allergens.length).toBeGreaterThan(0);
        if (diet!.kinds.length > 0) expect(plate.dish).not.toBe(null);
      }
      const inState = (state: string) => plates.filter(({ dietState }) => dietState === state).length;
      expect(inState('clash') + inState('fits') + inState('unchecked')).toBe(totals.withDiet);
      expect(inState('clash')).toBe(totals.clashes);
      const counted = totals.diets.filter(({ diet }) => diet !== null).reduce((all, { count }) => all + count, 0);
      expect(counted).toBe(totals.withDiet);
    });
  });
});

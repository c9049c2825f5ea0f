// The list without network after a reload: only what a shared screen knows. What it does not know it neither says nor overwrites.
import { expect, test } from 'vitest';
import { everyoneIsHere } from '../../src/client/app/meal-acts.ts';
import { rowFace } from '../../src/client/staff/meal/row-face.ts';
import { type BoardRows, boardOf } from '../../src/domain/board.ts';
import { mealList } from '../../src/domain/meal-views.ts';
import { redactBoard } from '../../src/domain/scopes.ts';
import { does, LUNCH, listOf, mealWorld, plateOf, signsUp } from '../support/meal-house.ts';
import { mealDesk, speechOf } from './meal-desk.ts';

/** Anna has paid less, Hein is not there, and of Mo nobody has said anything. */
function atTable() {
  const world = mealWorld();
  for (const who of ['anna', 'hein', 'mo']) signsUp(world, who);
  const of = (who: string) => ({ activityId: LUNCH, plateIds: [plateOf(world, who).id] });
  does(world, { type: 'markPaid', ...of('anna'), paid: 300 });
  does(world, { type: 'markCame', ...of('hein'), came: false });
  const shared = boardOf(redactBoard(world.board, 'kiosk', world.now) as BoardRows);
  return { world, names: mealList(shared, LUNCH, world.now)! };
}

test('"iedereen is er" leaves who was said to be away, whatever the screen knew of it', () => {
  const { names, world } = atTable();
  expect(everyoneIsHere(mealDesk(world).desk, names)).toHaveLength(3);
  const came = () => ['anna', 'hein', 'mo'].map((who) => plateOf(world, who).came);
  expect(came()).toEqual([true, false, true]);
  everyoneIsHere(mealDesk(world).desk, names);
  expect(came()).toEqual([true, false, true]);
});

test('money is not known there, and never called open', () => {
  const { names, world } = atTable();
  const faces = names.plates.map((view) => rowFace(speechOf(world), names, { marked: false, view }).money);
  expect(faces).toEqual(['unknown', 'unknown', 'unknown']);
  const known = listOf(world).plates.map(
    (view) => rowFace(speechOf(world), listOf(world), { marked: false, view }).money,
  );
  expect(known).toMatchObject([{ isPaid: true }, { isPaid: false }, { isPaid: false }]);
});

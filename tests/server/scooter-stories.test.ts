// Random weeks of the scooters, judged by the rules and written to both engines in groups of any size: what keeps trips
// apart in the database never stops what the rules allow.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boardOf, collectionNames } from '../../src/domain/board.ts';
import { listsOf, type World } from '../support/builders.ts';
import { anEntry, engines, LOCATION, putsOf, writeEntries } from '../support/engines.ts';
import { bookingsIn } from '../support/scooter-house.ts';
import { type Story, story, take, worldOf } from '../support/scooter-stories.ts';

const STORIES = 40;

/** What the authority would append: the house as it began, and then each judged command. */
function entriesOf({ journal }: World, before: Story) {
  const start = listsOf(worldOf(before).board);
  const changes = collectionNames.flatMap((name) => putsOf(name, start));
  const first = anEntry({ version: 1, commandId: 'start', changes });
  return [
    first,
    ...journal.map((each, n) => anEntry({ version: n + 2, commandId: each.envelope.id, changes: each.changes })),
  ];
}

test.each(engines)('on $name every story of the rules can be written, in groups of any size', async (engine) => {
  const store = await (await engine.create()).open();
  let told = 0;
  let trips = 0;
  await fc.assert(
    fc.asyncProperty(story, fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), async (each, sizes) => {
      const world = worldOf(each);
      for (const step of each.steps) take(world, step);
      told += 1;
      trips += bookingsIn(world.board).length;
      const location = { ...LOCATION, id: `flat-${told}` };
      await store.ensureLocation(location);
      const entries = entriesOf(world, each);
      for (let at = 0, n = 0; at < entries.length; n += 1) {
        const size = sizes[n % sizes.length] ?? 1;
        await writeEntries(store, location.id, entries.slice(at, at + size));
        at += size;
      }
      const { rows } = await store.load(location.id);
      const { location: _made, ...stored } = listsOf(boardOf(rows));
      const { location: _known, ...known } = listsOf(world.board);
      expect(stored).toEqual(known);
    }),
    { numRuns: STORIES },
  );
  // Stories without trips would show nothing.
  expect(trips).toBeGreaterThan(STORIES);
});

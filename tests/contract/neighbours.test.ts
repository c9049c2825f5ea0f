// A tablet and its server are of neighbouring releases for a night, and a build that was taken back reads what the newer
// one stored: what earlier releases said is understood, and what a newer one adds does no harm.
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { createEventStreamParser } from '../../src/client/sync/event-stream.ts';
import { outboxRecordOf } from '../../src/client/sync/outbox-record.ts';
import { readSnapshot } from '../../src/client/sync/read-snapshot.ts';
import { boardOf, collectionNames, collections } from '../../src/domain/board.ts';
import { apply, type Change } from '../../src/domain/changes.ts';
import { envelopeSchema } from '../../src/domain/commands.ts';
import { residentEnvelopeSchema } from '../../src/domain/commands-residents.ts';
import { answerSchema, feedEntrySchema } from '../../src/domain/protocol.ts';
import { makeRecording, type Recording, thisRelease } from './recording.ts';

const releases = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const recordingOf = (release: string): Recording => {
  const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, release, `${name}.json`), 'utf8'));
  return Object.fromEntries(Object.keys(makeRecording()).map((name) => [name, read(name)])) as unknown as Recording;
};
const count = (rows: Readonly<Record<string, readonly unknown[] | undefined>>) =>
  Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list?.length ?? 0]));

test('this release is recorded, and a recording has one of each collection that travels', () => {
  expect(releases).toContain(thisRelease());
  const travels = collectionNames.filter((name) => collections[name].scope !== 'server');
  const recorded = makeRecording().entries.flatMap(({ changes }) => changes.map(({ type }) => type));
  expect(travels.filter((name) => !recorded.includes(`${name}Put`))).toEqual([]);
});

describe.each(releases)('what release %s says', (release) => {
  const recorded = recordingOf(release);

  test('its commands are understood by the server of today', () => {
    expect(recorded.envelopes.length).toBeGreaterThan(60);
    for (const envelope of recorded.envelopes) expect(v.parse(envelopeSchema, envelope)).toEqual(envelope);
  });

  test('its answers and its feed are understood by the screens of today', () => {
    for (const answer of recorded.answers) expect(v.parse(answerSchema, answer)).toEqual(answer);
    const board = recorded.entries.reduce((now, entry) => {
      const parsed = v.parse(feedEntrySchema, entry);
      // What was not said by then may be filled in.
      expect(parsed).toMatchObject(entry);
      return apply(now, parsed.changes);
    }, boardOf(recorded.desk.rows));
    expect(board.location).toBeDefined();
  });

  test.each(['kiosk', 'desk'] as const)('its board for the %s is read without losing a row', (which) => {
    const read = readSnapshot(recorded[which]);
    expect(count(read?.rows ?? {})).toEqual(count(recorded[which].rows));
  });

  test('what it left in the browser is found again by the build of today: the outbox and the board', () => {
    const schema = outboxRecordOf(residentEnvelopeSchema);
    expect(new Set(recorded.outbox.map(({ state }) => state.type))).toEqual(
      new Set(['queued', 'confirmed', 'refused', 'parked']),
    );
    for (const record of recorded.outbox) expect(v.parse(schema, record)).toEqual(record);
    expect(readSnapshot(recorded.stored.snapshot)).not.toBeNull();
  });
});

/** The same with a field more in every object of it. */
function newer(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(newer);
  if (typeof value !== 'object' || value === null) return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, each]) => [key, newer(each)])), addedLater: 'x' };
}

/** Their picture, acts, translations and what a call is about are as exact as the commands that bring them. */
const hasExactParts = ({ type }: Change) => ['announcementPut', 'callNotePut'].includes(type);

describe('what a newer neighbour adds', () => {
  const today = makeRecording();

  test('fields of rows it knows, and whole collections, leave the board as it is', () => {
    const snapshot = newer(today.kiosk) as { readonly rows: object };
    const read = readSnapshot({
      ...snapshot,
      rows: { ...snapshot.rows, choir: [{ id: 'c1' }], addedLater: undefined },
    });
    expect(count(read?.rows ?? {})).toEqual(count(today.kiosk.rows));
    expect(JSON.stringify(read)).not.toContain('addedLater');
  });

  test('a row it cannot read leaves all others', () => {
    const [first, ...others] = today.kiosk.rows.resident ?? [];
    const rows = { ...today.kiosk.rows, resident: [{ ...first, language: 42 }, ...others] };
    expect(readSnapshot({ ...today.kiosk, rows })?.rows.resident).toEqual(others);
  });

  test('a kind of news it has no words for leaves all other news, and is fetched anew once it can be read', () => {
    const [notice] = today.desk.rows.notice ?? [];
    const row = { ...notice, id: 'later', type: 'choirFull' };
    const read = readSnapshot({ ...today.desk, rows: { ...today.desk.rows, notice: [notice!, row] } });
    expect(read?.rows.notice).toEqual([notice]);
    const changes = [{ type: 'noticePut', row }];
    expect(v.is(feedEntrySchema, { commandId: today.envelopes[0]!.id, refusal: null, changes })).toBe(false);
  });

  test('fields of answers and of rows in the feed are passed over', () => {
    for (const answer of today.answers) expect(v.parse(answerSchema, { ...answer, addedLater: 'x' })).toEqual(answer);
    const whole = today.entries.filter(({ changes }) => !changes.some(hasExactParts));
    expect(whole.length).toBeGreaterThan(50);
    for (const entry of whole) expect(v.parse(feedEntrySchema, newer(entry)).changes).toEqual(entry.changes);
  });

  test('a field in a part that commands carry too is not: one release must read it before another writes it', () => {
    const exact = today.entries.filter(({ changes }) => changes.some(hasExactParts));
    expect(exact.length).toBeGreaterThan(0);
    for (const entry of exact) {
      const [change] = entry.changes as unknown as readonly [{ readonly row: object }];
      const onTheRow = { ...entry, changes: [{ ...change, row: { ...change.row, addedLater: 'x' } }] };
      expect(v.parse(feedEntrySchema, onTheRow)).toEqual(entry);
    }
    expect(exact.some((entry) => !v.is(feedEntrySchema, newer(entry)))).toBe(true);
  });

  test('a reason for a no without words here is still a no', () => {
    const refusal = { type: 'choirIsFull', choirId: 'c1' };
    const entry = { commandId: today.envelopes[0]!.id, refusal, changes: [] };
    expect(v.parse(feedEntrySchema, entry)).toEqual(entry);
    expect(v.parse(answerSchema, { commandId: entry.commandId, status: 'refused', version: 3, refusal })).toMatchObject(
      { refusal },
    );
  });

  test('a change of a collection it does not know is not half understood: the board is fetched anew instead', () => {
    const changes = [{ type: 'choirPut', row: { id: 'c1' } }];
    expect(v.is(feedEntrySchema, { commandId: today.envelopes[0]!.id, refusal: null, changes })).toBe(false);
  });

  test('a kind of message in the feed is passed over', () => {
    const parse = createEventStreamParser();
    expect(parse('event: choir\ndata: {}\n\nid: 0123456789abcdef:8\ndata: {"a":1}\n\n')).toContainEqual(
      expect.objectContaining({ id: '0123456789abcdef:8' }),
    );
  });
});

describe('the database of a browser', () => {
  test('has version 1 for ever: a build that was taken back opens what the newer one wrote', async () => {
    const opened = [];
    const root = join(import.meta.dirname, '../../src/client');
    for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    )) {
      const source = await readFile(join(root, path), 'utf8');
      opened.push(
        ...[...source.matchAll(/(?:openDB(?:<\w+>)?|indexedDB\.open)\([^,()]+,\s*([^,)]+)/g)].map(([, at]) => at),
      );
      expect(source).not.toMatch(/indexedDB\.open\([^,]*\)/);
    }
    expect(opened).toEqual(['1']);
  });
});

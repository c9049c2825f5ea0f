// What somebody began to fill in: how it goes to the server and comes back, and what it may never do.
import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { alarmPhrases } from '../../src/client/app/alarm-phrases.ts';
import { saidBy, saidOf } from '../../src/client/app/alarm-words.ts';
import { createBegunForms } from '../../src/client/app/begun-forms.ts';
import { blankDraft, commandOf, draftOfActivity, editOf } from '../../src/client/app/programme-draft.ts';
import type { Reply } from '../../src/client/platform/http.ts';
import type { ConnectionState } from '../../src/client/state/connection.ts';
import { type FormKind, formOf, seenOf } from '../../src/client/sync/begun-shapes.ts';
import { createDraftDesk } from '../../src/client/sync/draft-desk.ts';
import { activitiesBetween } from '../../src/domain/activity.ts';
import { boardOf } from '../../src/domain/board.ts';
import { fieldsOf, nobodyYet } from '../../src/domain/people.ts';
import { row } from '../../src/domain/table.ts';
import { activity, createWorld, refusalOf, staff } from '../support/builders.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { samples } from '../support/one-of-each.ts';

const NO_NETWORK: Reply = { type: 'unreachable', reason: 'network' };
const no = (status: number, code: string): Reply => ({ type: 'problem', status, code });
const DONE: Reply = { type: 'ok', body: null };

/** A page of `mila` at a server that keeps drafts, until told otherwise. */
function opened(kept = new Map<string, object>(), of = 'mila') {
  const timers = createManualTimers(0);
  const connection = signal<ConnectionState>({ type: 'connecting' });
  let answer: () => Promise<Reply> | Reply = () => DONE;
  const sent: [string, unknown][] = [];
  const desk = createDraftDesk(
    {
      get: async () => {
        const reply = await answer();
        const drafts = [...kept].map(([name, value]) => ({ name, value }));
        return reply.type === 'ok' ? { type: 'ok', body: { staffId: of, drafts } } : reply;
      },
      postLast: async (_path, body) => {
        const { name, staffId, value } = body as { name: string; staffId: string; value: object | null };
        expect(staffId).toBe('mila');
        sent.push([name, value]);
        const reply = await answer();
        if (reply.type !== 'ok') return reply;
        if (value === null) kept.delete(name);
        else kept.set(name, value);
        return reply;
      },
    },
    'mila',
  );
  const forms = createBegunForms({ desk, timers, connection });
  const become = (next: typeof answer) => {
    answer = next;
  };
  const online = () => {
    connection.value = { type: 'offline', since: 0 };
    connection.value = { type: 'online' };
    return timers.advance(0);
  };
  return { forms, timers, sent, kept, become, online };
}

describe('UX 27: a begun form', () => {
  test('is kept a second after the last key, once, and stands there in another browser', async () => {
    const { forms, kept, sent, timers } = opened();
    await forms.start();
    for (const text of ['I', 'In', 'Ineke']) {
      forms.keep('message', 'resident', { words: text });
      await timers.advance(900);
    }
    expect(sent).toEqual([]);
    await timers.advance(100);
    expect(sent).toEqual([['message resident', { words: 'Ineke' }]]);
    const other = opened(kept);
    expect([other.forms.ready.value, other.forms.of('message', 'resident')]).toEqual([false, null]);
    await other.forms.start();
    expect([other.forms.ready.value, other.forms.of('message', 'resident')]).toEqual([true, { words: 'Ineke' }]);
  });

  test('is gone once it is saved or stopped, and nothing is asked for one that never was', async () => {
    const { forms, kept, sent, timers } = opened(new Map([['message room', { words: 'Zolder' }]]));
    await forms.start();
    forms.drop('message', 'room');
    forms.drop('message', 'period');
    await timers.advance(1_000);
    expect([sent, kept.size, forms.of('message', 'room')]).toEqual([[['message room', null]], 0, null]);
  });

  test('that is closed with the page goes with the last word of it', async () => {
    const { become, forms, kept } = opened();
    await forms.start();
    forms.keep('message', 'resident', { words: 'Ineke' });
    await forms.leaving();
    expect(kept.get('message resident')).toEqual({ words: 'Ineke' });
    become(() => NO_NETWORK);
    forms.keep('message', 'resident', { words: 'Ineke B.' });
    // Who signs out without a network is not kept waiting.
    await forms.leaving();
    expect(kept.get('message resident')).toEqual({ words: 'Ineke' });
  });

  test.each([
    ['no network', NO_NETWORK],
    ['a session that ended', no(401, 'sessionUnknown')],
    ['a database that is away', no(503, 'storeUnavailable')],
  ])('waits in the page for %s, and goes when it can', async (_what, trouble) => {
    const { become, forms, kept, online, timers } = opened();
    await forms.start();
    become(() => trouble);
    forms.keep('message', 'resident', { words: 'Ineke' });
    await timers.advance(5_000);
    expect([kept.size, forms.of('message', 'resident')]).toEqual([0, { words: 'Ineke' }]);
    become(() => DONE);
    await online();
    expect(kept.get('message resident')).toEqual({ words: 'Ineke' });
    become(() => trouble);
    forms.keep('message', 'resident', { words: 'Ineke B.' });
    await timers.advance(5_000);
    become(() => DONE);
    // Also where nobody says that it is back.
    await timers.advance(30_000);
    expect(kept.get('message resident')).toEqual({ words: 'Ineke B.' });
  });

  test.each([no(403, 'notAllowed'), no(413, 'draftTooLarge'), no(422, 'tooManyDrafts')])(
    'that may not be kept is asked once, and stays in the page: %j',
    async (trouble) => {
      const { become, forms, sent, timers } = opened();
      await forms.start();
      become(() => trouble);
      forms.keep('message', 'resident', { words: 'Ineke' });
      await timers.advance(120_000);
      expect([sent.length, forms.of('message', 'resident')]).toEqual([1, { words: 'Ineke' }]);
    },
  );

  test('is never overtaken by what was typed before it', async () => {
    const { become, forms, kept, sent, timers } = opened();
    await forms.start();
    const slow = Promise.withResolvers<Reply>();
    become(() => slow.promise);
    forms.keep('message', 'resident', { words: 'Ine' });
    await timers.advance(1_000);
    forms.drop('message', 'resident');
    await timers.advance(5_000);
    expect(sent).toHaveLength(1);
    slow.resolve(DONE);
    become(() => DONE);
    await timers.advance(0);
    expect([sent.at(-1), kept.size]).toEqual([['message resident', null], 0]);
  });

  test('that was out of reach comes later, and not over what was typed or stopped since', async () => {
    const before = new Map([
      ['message room', { words: 'Zolder' }],
      ['message period', { words: 'Herfst' }],
      ['message stop', { words: 'Bel Riet' }],
    ]);
    const { become, forms, online } = opened(before);
    become(() => NO_NETWORK);
    await forms.start();
    expect([forms.ready.value, forms.of('message', 'room')]).toEqual([true, null]);
    forms.keep('message', 'room', { words: 'Kelder' });
    forms.keep('message', 'period', { words: 'x' });
    forms.drop('message', 'period');
    become(() => DONE);
    await online();
    expect(['room', 'period', 'stop'].map((name) => forms.of('message', name)?.words)).toEqual([
      'Kelder',
      undefined,
      'Bel Riet',
    ]);
  });

  test('of somebody else, or that no form of today fits, is not shown', async () => {
    const others = opened(new Map([['message resident', { words: 'Ineke' }]]), 'joke');
    await others.forms.start();
    expect([others.forms.ready.value, others.forms.of('message', 'resident')]).toEqual([true, null]);
    const odd = opened(new Map([['message resident', { words: 1 }]]));
    await odd.forms.start();
    expect(odd.forms.of('message', 'resident')).toBeNull();
  });
});

describe('what comes back is what was typed', () => {
  const back = <Kind extends FormKind>(kind: Kind, typed: object) => formOf(kind, JSON.parse(JSON.stringify(typed)));
  const board = boardOf(samples);

  test('of an activity, whichever, and of a new one', () => {
    const all = activitiesBetween(createWorld().board, '2026-10-14', '2026-10-31');
    expect(new Set(all.map(({ seriesId }) => seriesId)).size).toBeGreaterThan(3);
    for (const seen of all) {
      const draft = { ...draftOfActivity(seen), title: 'Koor', date: '', startTime: '' };
      const kept = { seen: seenOf(seen), draft };
      expect(JSON.stringify(kept)).not.toMatch(/"rule"|"phases"|"skipped":/);
      const begun = back('activity', kept);
      expect(begun?.draft).toEqual(draft);
      expect(draftOfActivity(begun!.seen!)).toEqual(draftOfActivity(seen));
      expect(editOf(begun!.seen!, draftOfActivity(seen))).toBeNull();
    }
    const fresh = { seen: null, draft: blankDraft('2026-10-15', 'Zaal') };
    expect(back('activity', fresh)).toEqual(fresh);
  });

  test('of a resident, a member of the team and an alarm', () => {
    for (const fields of [nobodyYet, fieldsOf(board, samples.resident![0]!.id)!]) {
      const begun = { seen: fields, draft: { ...fields, firstName: '' }, floor: '' };
      expect(back('resident', begun)).toEqual(begun);
    }
    const { id: _, ...member } = samples.staffMember![0]!;
    const hours = [{ weekdays: [], from: '', until: '' }];
    expect(back('member', { ...member, presence: hours })).toEqual({ ...member, presence: hours });
    const [seen] = samples.announcement!;
    const deviceIds = ['hal'];
    for (const phrase of alarmPhrases) {
      const begun = { kind: phrase.name, seen: null, said: saidBy(phrase), deviceIds };
      expect(back('alarm', begun)).toEqual(begun);
    }
    const changed = { kind: 'other', seen: seen!, said: saidOf(seen!), deviceIds };
    expect(back('alarm', changed)).toEqual(changed);
  });
});

test('a change that was begun before a colleague made another is refused, as in a page left open', () => {
  const world = createWorld();
  const id = 'walk/2026-10-15';
  const seen = activity(world.board, id);
  const kept = JSON.stringify({ seen: seenOf(seen), draft: { ...draftOfActivity(seen), room: 'Zolder' } });
  const putRoom = (name: string) =>
    world.send(staff, { type: 'putRoom', id: null, name, places: null, shared: true } as const);
  for (const name of ['Zolder', 'Kelder']) putRoom(name);
  const colleague = { type: 'changeActivity', activityId: id, fields: { room: 'Kelder' }, was: { room: seen.room } };
  expect(refusalOf(world.send(staff, colleague as never))).toBe('accepted');
  const begun = formOf('activity', JSON.parse(kept))!;
  const edit = editOf(begun.seen!, begun.draft)!;
  const command = commandOf(edit, 'one', { beyond: false, date: seen.date });
  expect(refusalOf(world.send(staff, command))).toBe('changedMeanwhile');
  expect(activity(world.board, id).room).toBe('Kelder');
  expect(row(world.board.series, seen.seriesId, seen.seriesId)).toBeDefined();
});

test('the fields that were typed stand over what a colleague made of the others', async () => {
  const { forms, kept } = opened(new Map([['room zolder', { name: 'Zolderkamer' }]]));
  await forms.start();
  const now = { name: 'Zolder', places: '20', shared: true };
  expect(forms.over('room', 'zolder', now)).toEqual({ fields: { ...now, name: 'Zolderkamer' }, names: ['name'] });
  expect(forms.over('room', null, now)).toEqual({ fields: now, names: [] });
  kept.set('room zolder', { name: 7 });
  const odd = opened(kept);
  await odd.forms.start();
  expect(odd.forms.over('room', 'zolder', now)).toEqual({ fields: now, names: [] });
});

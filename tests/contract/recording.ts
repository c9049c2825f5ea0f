/**
 * What one release says over the network and writes into a browser's store: one of each thing, as text. Refuses to tell
 * whether anybody understands it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { OutboxRecord } from '../../src/client/sync/outbox-record.ts';
import { type BoardRows, boardOf } from '../../src/domain/board.ts';
import { changeSchema } from '../../src/domain/changes.ts';
import type { CommandType, Envelope } from '../../src/domain/commands.ts';
import { residentEnvelopeSchema } from '../../src/domain/commands-residents.ts';
import type { Answer, FeedEntry, Snapshot } from '../../src/domain/protocol.ts';
import { redactBoard } from '../../src/domain/scopes.ts';
import { instantText } from '../../src/domain/time.ts';
import { commandId, houseRows, MORNING, resident, staff } from '../support/builders.ts';
import { putsOf } from '../support/engines.ts';
import { LONG, ODD, samples } from '../support/one-of-each.ts';
import { oneOfEachCommand } from '../support/one-of-each-command.ts';

export interface Recording {
  readonly envelopes: readonly Envelope[];
  readonly answers: readonly Answer[];
  /** The boards of a shared screen and of a manager. */
  readonly kiosk: Snapshot;
  readonly desk: Snapshot;
  readonly entries: readonly FeedEntry[];
  /** As it lies in IndexedDB. */
  readonly outbox: readonly OutboxRecord[];
  readonly stored: { readonly at: number; readonly snapshot: Snapshot };
}

const EPOCH = '0123456789abcdef';
const TOO_LATE = { type: 'tooLate', activityId: 'walk/2026-10-14' } as const;

/** Its number, as in package.json. */
export const thisRelease = (): string =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')).version;

export function makeRecording(): Recording {
  const rows: BoardRows = { ...samples, ...houseRows() };
  const board = boardOf(rows);
  const snapshot = (scope: 'kiosk' | 'manager'): Snapshot => ({
    epoch: EPOCH,
    version: 7,
    rows: redactBoard(board, scope, MORNING),
  });
  const envelopes = Object.keys(oneOfEachCommand).map((type, index) => envelopeOf(type as CommandType, index + 1));
  const puts = Object.keys(samples)
    .flatMap((name) => putsOf(name as keyof typeof samples, samples))
    // Some of the samples are only for stores: no rule would let them in.
    .filter((put) => v.is(changeSchema, plain(put)));
  const id = (index: number) => commandId(index + 1);
  const recording: Recording = {
    envelopes,
    answers: [
      { commandId: id(0), status: 'accepted', version: 8 },
      { commandId: id(1), status: 'refused', version: 9, refusal: TOO_LATE },
      {
        commandId: id(2),
        status: 'problem',
        problem: { type: 'about:blank', title: 'Unprocessable', status: 422, code: 'commandMalformed' },
      },
    ],
    kiosk: snapshot('kiosk'),
    desk: snapshot('manager'),
    entries: [
      ...puts.map((put, index) => ({ commandId: id(index), refusal: null, changes: [put] })),
      { commandId: id(90), refusal: null, changes: [{ type: 'signUpRemoved', parent: 'walk/2026-10-14', id: 'gone' }] },
      { commandId: id(91), refusal: TOO_LATE, changes: [] },
    ],
    outbox: recordsOf(envelopes),
    stored: { at: MORNING, snapshot: snapshot('kiosk') },
  };
  return plain(recording) as Recording;
}

function envelopeOf(type: CommandType, n: number): Envelope {
  const command = { type, ...oneOfEachCommand[type] };
  const asResident = { id: commandId(n), command, tappedAt: instantText(MORNING), actor: resident('anna') };
  return (v.is(residentEnvelopeSchema, asResident) ? asResident : { ...asResident, actor: staff }) as Envelope;
}

/** In every state a record can have. */
function recordsOf(envelopes: readonly Envelope[]): readonly OutboxRecord[] {
  const states: readonly OutboxRecord['state'][] = [
    { type: 'queued' },
    { type: 'confirmed', at: MORNING, cursor: { epoch: EPOCH, version: 8 } },
    { type: 'confirmed', at: MORNING, cursor: null },
    { type: 'refused', at: MORNING, refusal: TOO_LATE },
    { type: 'parked', at: MORNING, status: 422, code: 'commandMalformed', told: false },
  ];
  const own = envelopes.filter(({ actor }) => 'residentId' in actor);
  return own.map((envelope, index) => {
    const state = states[index % states.length] ?? { type: 'queued' };
    return { id: envelope.id, order: index, envelope, state };
  });
}

/** As it travels. The samples break careless stores with texts that are longer than any field may be. */
function plain(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(LONG, 'Een lang verhaal.').replaceAll(ODD, 'Zoë');
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, plain(each)]),
  );
}

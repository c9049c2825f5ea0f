/**
 * What a screen must admit about itself: no network, an old board, or taps that a power cut would lose. Refuses to
 * hide any of it, and to trouble anybody with a break of a moment.
 */
import { computed, type ReadonlySignal } from '@preact/signals';
import { type Instant, localAt, MINUTE, type PlainDate, type PlainTime } from '../../domain/time.ts';
import type { StorageState } from '../platform/storage.ts';
import type { Connection } from '../state/connection.ts';

export interface Away {
  /** `offline` nothing comes or goes · `old` the board is, though something answers · `onlyNetwork` nothing is kept here. */
  readonly type: 'offline' | 'old' | 'onlyNetwork';
  /** When the board on this screen was true, once that is longer ago than two minutes; on the wall of the house. */
  readonly boardOf: { readonly date: PlainDate; readonly time: PlainTime } | null;
}

export interface AwayDeps {
  readonly connection: Connection;
  readonly kept: ReadonlySignal<StorageState>;
  readonly minute: ReadonlySignal<Instant>;
  readonly zone: ReadonlySignal<string>;
}

const OLD = 2 * MINUTE;

/** Null is all well. */
export function createAway({ connection, kept, minute, zone }: AwayDeps): ReadonlySignal<Away | null> {
  return computed(() => {
    const at = connection.boardAsOf.value;
    // A board from the future is as much of another time: the clock of this tablet was wrong, or is.
    const isOld = at !== null && Math.abs(minute.value - at) > OLD;
    const boardOf = isOld ? localAt(at, zone.value) : null;
    if (connection.state.value.type === 'offline') return { type: 'offline', boardOf };
    if (isOld) return { type: 'old', boardOf };
    return kept.value.type === 'memory' ? { type: 'onlyNetwork', boardOf } : null;
  });
}

/** Runs inside the browser: judges 50 pending commands again over a large board, as every feed entry makes a kiosk do. */
import { type Board, boardOf } from '../../src/domain/board.ts';
import { apply } from '../../src/domain/changes.ts';
import type { Envelope } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { usualSettings } from '../../src/domain/location.ts';
import type { Series } from '../../src/domain/series.ts';
import { addDays, dateAt, instantText } from '../../src/domain/time.ts';

const NOW = Date.UTC(2026, 9, 14, 8);
const ZONE = 'Europe/Amsterdam';

export interface Size {
  readonly residents: number;
  readonly series: number;
  readonly signUps: number;
  readonly pending: number;
  readonly turns: number;
}

/** Milliseconds of each of `turns` recomputations. */
export function recompute(size: Size): number[] {
  const board = bigBoard(size);
  const pending = Array.from({ length: size.pending }, (_, i) => envelope(i, size));
  return Array.from({ length: size.turns }, () => {
    const started = performance.now();
    pending.reduce<Board>((before, each) => {
      const verdict = decide(before, each, { now: NOW, tappedAt: NOW, role: 'resident' });
      return verdict.ok ? apply(before, verdict.value) : before;
    }, board);
    return performance.now() - started;
  });
}

const activity = (n: number, series: number): string =>
  `bench-${n % series}/${addDays(dateAt(NOW, ZONE), 1 + (Math.floor(n / series) % 13))}`;

function envelope(i: number, size: Size): Envelope {
  const residentId = `resident-${i % size.residents}`;
  const id = `0192f000-0000-7000-8000-${i.toString(16).padStart(12, '0')}`;
  const command = {
    type: 'signUp',
    activityId: activity(size.signUps + i * 7 + 1, size.series),
    residentIds: [residentId],
    guests: 0,
  } as const;
  return { id, command, tappedAt: instantText(NOW), actor: { residentId, proof: 'name', visitId: 'bench' } };
}

function bigBoard({ residents, series, signUps }: Size): Board {
  const people = Array.from({ length: residents }, (_, i) => ({
    id: `resident-${i}`,
    homeId: `home-${i}`,
    salutation: 'mevrouw' as const,
    firstName: 'Riet',
    initial: 'M.',
    language: 'nl',
    showName: true,
    left: null,
  }));
  return boardOf({
    location: [{ id: 'house', name: 'De Zilvermeeuw', timeZone: ZONE, ...usualSettings }],
    home: people.map(({ homeId }, i) => ({ id: homeId, number: String(i), floor: Math.floor(i / 15) })),
    resident: people,
    series: Array.from({ length: series }, (_, i) => dailySeries(i)),
    signUp: Array.from({ length: signUps }, (_, i) => ({
      id: `sign-up-${i}`,
      activityId: activity(i, series),
      residentIds: [`resident-${(i * 31) % residents}`],
      guests: 0,
      hidden: 0,
      status: 'going' as const,
      arrival: i + 1,
      visitId: null,
      late: false,
    })),
  });
}

function dailySeries(i: number): Series {
  return {
    id: `bench-${i}`,
    title: `Activiteit ${i}`,
    description: '',
    room: 'Huiskamer',
    startTime: '10:00',
    endTime: '11:00',
    endDays: 0,
    allDay: false,
    signUp: 'open',
    capacity: 2000,
    closes: null,
    guests: 2,
    neighbours: false,
    price: null,
    leader: '',
    phases: [],
    revision: 0,
    rule: { type: 'daily', interval: 1, from: '2026-01-01', until: null },
    skipped: [],
    extra: [],
    category: 'meeting',
    pictogram: 'coffee',
    meal: null,
    minutesOfMovement: null,
    discreet: false,
  };
}

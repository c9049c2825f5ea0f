// What a shared screen may know, and that it stays the same board as the server's as far as it may know it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityById } from '../../src/domain/activity.ts';
import { type Board, type BoardRows, boardOf, collectionNames, type Rows } from '../../src/domain/board.ts';
import { apply, collectionOf } from '../../src/domain/changes.ts';
import type { Command, Envelope } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { peopleGoing } from '../../src/domain/parties.ts';
import { mayRead, redactBoard, redactChanges } from '../../src/domain/scopes.ts';
import { group, row, rows } from '../../src/domain/table.ts';
import { addDays, dateAt } from '../../src/domain/time.ts';
import {
  type Story as HouseStory,
  placesIn,
  storyOfOneDay,
  take as takeHouse,
  worldOf as worldOfHouse,
} from '../support/arbitraries.ts';
import {
  createWorld,
  house,
  houseRows,
  listsOf,
  MORNING,
  partiesIn,
  partyOf,
  refusalOf,
  resident,
  series,
  staff,
  type World,
  ZONE,
} from '../support/builders.ts';
import { listOf, mealWorld, signsUp } from '../support/meal-house.ts';
import {
  type Story as MealStory,
  storyOfOneDay as mealsOfOneDay,
  take as takeMeal,
  worldOf as worldOfMeals,
} from '../support/meal-stories.ts';
import { about, booked, scooterWorld, withCard } from '../support/scooter-house.ts';
import {
  type Story as ScooterStory,
  story as scooterStory,
  take as takeScooterStep,
  worldOf as worldOfScooters,
} from '../support/scooter-stories.ts';

const MEMORY = 'memory/2026-10-14';
const WALK = 'walk/2026-10-14';

const signUp = (world: World, activityId: string, residentIds: string[], guests = 0) =>
  world.send(resident(residentIds[0]!), { type: 'signUp', activityId, residentIds, guests });
const asKiosk = (board: Board, now = MORNING): Board => boardOf(redactBoard(board, 'kiosk', now));
const textOf = (rows: BoardRows | readonly unknown[]): string => JSON.stringify(rows);

const hides = (reach: 'following' | 'all') =>
  ({ type: 'changeSeries', activityId: WALK, reach, fields: { discreet: true }, days: 0 }) as const;

describe('a shared screen', () => {
  test('gets no collection of staff or server', () => {
    const rows = redactBoard(boardOf({ ...houseRows(), callTask: [] }), 'kiosk', MORNING);
    for (const hidden of ['residentPrivate', 'card', 'callTask', 'clearance', 'checkUp', 'miss', 'pictureCode'])
      expect(Object.keys(rows)).not.toContain(hidden);
    expect(textOf(rows)).not.toMatch(/Van Anna|0612345678|hash-of-anna/);
  });

  test('gets no name of who wants none shown, nor of who has left, nor why they left', () => {
    const board = asKiosk(house());
    expect(row(board.resident, 'hein', 'hein')).toMatchObject({ firstName: '', initial: '', left: null });
    expect(row(board.resident, 'lies', 'lies')).toMatchObject({ firstName: '', initial: '', left: 'moved' });
    expect(row(board.resident, 'anna', 'anna')).toMatchObject({ firstName: 'Anna', initial: 'V.' });
  });

  test('never learns in which visit a sign-up was made', () => {
    const world = createWorld();
    signUp(world, WALK, ['anna']);
    expect(partyOf(asKiosk(world.board), WALK, 'anna').visitId).toBe(null);
    expect(textOf(redactChanges(world.journal[0]!.changes, 'kiosk', world.board, world.now))).not.toContain(
      'visit-anna',
    );
  });

  test('gets counts only of a discreet activity, and no notice about it', () => {
    const world = createWorld();
    signUp(world, MEMORY, ['riet', 'leen'], 1);
    world.send(staff, { type: 'cancelActivity', activityId: MEMORY, reason: '' });
    expect(partiesIn(asKiosk(world.board), MEMORY)).toMatchObject([
      { residentIds: [], guests: 0, hidden: 3, status: 'going' },
    ]);
    expect(peopleGoing(asKiosk(world.board), MEMORY)).toBe(3);
    const sent = world.journal.flatMap(({ changes, after }) => redactChanges(changes, 'kiosk', after, world.now));
    for (const text of [textOf(sent), textOf({ ...redactBoard(world.board, 'kiosk', MORNING), resident: [] })]) {
      expect(text).not.toMatch(/riet|leen/);
    }
    expect(sent.map(({ type }) => type)).toEqual(['signUpPut', 'overridePut', 'signUpPut', 'seriesPut']);
  });

  test('forgets who is signed up when an activity becomes discreet', () => {
    const world = createWorld();
    signUp(world, WALK, ['riet', 'leen']);
    world.send(staff, { type: 'changeActivity', activityId: WALK, fields: { room: 'Hal' } });
    const before = asKiosk(world.board);
    expect(textOf(partiesIn(before, WALK))).toContain('riet');
    expect(group(before.notice, 'leen').size).toBe(1);
    const line = { series: { ...series.walk, discreet: true }, overrides: [] };
    world.send(staff, { type: 'importProgramme', lines: [line] });
    const after = apply(before, redactChanges(world.journal.at(-1)!.changes, 'kiosk', world.board, world.now));
    expect(partiesIn(after, WALK)).toMatchObject([{ residentIds: [], hidden: 2 }]);
    expect(group(after.notice, 'leen').size).toBe(0);
  });

  test.each([
    ['one date', { type: 'changeActivity', activityId: WALK, fields: { discreet: true } }],
    ['this date and all that follow', hides('following')],
    ['all dates', hides('all')],
  ] as const)('forgets at once who comes, and the news about it, where %s becomes discreet', (_which, command) => {
    const world = createWorld();
    signUp(world, WALK, ['riet', 'leen']);
    world.send(staff, { type: 'changeActivity', activityId: WALK, fields: { room: 'Hal' } });
    const before = asKiosk(world.board);
    expect(refusalOf(world.send(staff, command))).toBe('accepted');
    const told = redactChanges(world.journal.at(-1)!.changes, 'kiosk', world.board, world.now);
    const after = apply(before, told);
    expect(listsOf(after)).toEqual(listsOf(asKiosk(world.board)));
    expect(partiesIn(after, WALK)).toMatchObject([{ residentIds: [], hidden: 2 }]);
    expect([group(after.notice, 'leen').size, group(world.board.notice, 'leen').size]).toEqual([0, 1]);
    expect(peopleGoing(world.board, WALK)).toBe(2);
  });

  test('forgets names of a date that a file makes discreet, and learns none that a file would show', () => {
    const world = createWorld();
    signUp(world, WALK, ['riet']);
    signUp(world, MEMORY, ['anna']);
    const kiosk = asKiosk(world.board);
    const reads = (line: { series: Rows['series']; overrides: readonly object[] }) => {
      world.send(staff, { type: 'importProgramme', lines: [line] } as Command);
      return apply(kiosk, redactChanges(world.journal.at(-1)!.changes, 'kiosk', world.board, world.now));
    };
    const date = (discreet: boolean) => ({ originalDate: '2026-10-14', fields: { discreet }, cancelled: null });
    const hidden = reads({ series: series.walk, overrides: [date(true)] });
    expect(partiesIn(hidden, WALK)).toMatchObject([{ residentIds: [], hidden: 1 }]);
    for (const line of [
      { series: { ...series.memory, discreet: false }, overrides: [] },
      { series: series.memory, overrides: [date(false)] },
    ]) {
      expect(partiesIn(reads(line), MEMORY)).toMatchObject([{ residentIds: [], hidden: 1 }]);
      expect(activityById(world.board, MEMORY)!.discreet).toBe(true);
    }
  });

  test('learns names where something is discreet no more, and only of dates to come', () => {
    const world = createWorld();
    const [past, next] = ['memory/2026-10-13', MEMORY] as const;
    world.now = MORNING - 86_400_000;
    for (const id of [past, next]) signUp(world, id, ['riet']);
    world.now = MORNING;
    const before = asKiosk(world.board);
    const fields = { discreet: false };
    const opens = { type: 'changeSeries', activityId: next, reach: 'all', fields, days: 0 } as const;
    expect(world.send(staff, opens)).toMatchObject({ error: { type: 'namesWouldShow', people: 1 } });
    expect(refusalOf(world.send(staff, { ...opens, named: true }))).toBe('accepted');
    const told = redactChanges(world.journal.at(-1)!.changes, 'kiosk', world.board, world.now);
    expect(partiesIn(apply(before, told), next)).toMatchObject([{ residentIds: ['riet'], hidden: 0 }]);
    expect(textOf(told)).not.toContain(past);
    expect(activityById(world.board, past)!.discreet).toBe(true);
  });

  test('gets sign-ups of today, of what still runs on, and of fourteen days ahead', () => {
    const world = createWorld();
    for (const date of ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-28', '2026-10-29']) {
      world.now = MORNING - 3 * 86_400_000;
      world.send(staff, { type: 'signUp', activityId: `walk/${date}`, residentIds: ['anna'], guests: 0 });
    }
    world.send(staff, { type: 'signUp', activityId: 'bingo/2026-10-13', residentIds: ['anna'], guests: 0 });
    const seen = (redactBoard(world.board, 'kiosk', MORNING).signUp ?? []).map(({ activityId }) => activityId);
    expect(seen.sort()).toEqual(['bingo/2026-10-13', 'walk/2026-10-14', 'walk/2026-10-28']);
  });

  test('gets a date that moved away, so that it can be told as moved', () => {
    const world = createWorld();
    world.send(staff, { type: 'changeActivity', activityId: WALK, fields: { date: '2026-12-01' } });
    expect(activityById(asKiosk(world.board), WALK)?.date).toBe('2026-12-01');
  });

  test('does not learn from what is told beside it who comes to a discreet activity', () => {
    const world = createWorld();
    const told = (change: () => void) => {
      const seen = world.journal.length;
      change();
      return JSON.stringify(
        world.journal.slice(seen).flatMap(({ changes, after }) => redactChanges(changes, 'kiosk', after, world.now)),
      );
    };
    signUp(world, WALK, ['riet']);
    world.send(staff, { type: 'cancelActivity', activityId: WALK, reason: '' });
    signUp(world, MEMORY, ['riet', 'leen'], 1);
    world.now += 8 * 3_600_000;
    const moved = { type: 'changeActivity', activityId: 'memory/2026-10-15', fields: { startTime: '16:00' } } as const;
    signUp(world, 'memory/2026-10-15', ['riet']);
    expect(told(() => world.send(staff, moved))).not.toContain('riet');
    expect(told(() => world.send(staff, { ...moved, fields: { startTime: '17:00' } }))).not.toContain('riet');
  });

  test('may have what was redacted redacted again, and nothing changes', () => {
    const world = createWorld();
    signUp(world, MEMORY, ['riet', 'leen'], 1);
    signUp(world, WALK, ['anna']);
    const once = asKiosk(world.board);
    expect(listsOf(asKiosk(once))).toEqual(listsOf(once));
  });
});

describe('a shared screen, of the scooters,', () => {
  const lives = (told: ScooterStory, check: (world: World, kiosk: Board) => void) => {
    const world = worldOfScooters(told);
    let kiosk = asKiosk(world.board, world.now);
    for (const step of told.steps) {
      const seen = world.journal.length;
      takeScooterStep(world, step);
      for (const { changes, after, verdict } of world.journal.slice(seen)) {
        const told = redactChanges(changes, 'kiosk', after, world.now);
        const refused = verdict.ok ? [] : [{ ...verdict.error, aftermath: undefined }];
        expect(textOf([...told, ...refused])).not.toMatch(/"(anna|riet|mo|toos|kees|leen)"|visit-/);
        kiosk = apply(kiosk, told);
      }
      check(world, kiosk);
    }
  };

  test('never learns who has a booking, who told a defect, who rides what or who found none free', () => {
    fc.assert(
      fc.property(scooterStory, (told) =>
        lives(told, ({ board, now }, kiosk) => {
          for (const rows of [redactBoard(board, 'kiosk', now), listsOf(kiosk)]) {
            const { resident: _, notice: __, ...others } = rows;
            expect(textOf(others as BoardRows)).not.toMatch(/"(anna|riet|mo|toos|kees|leen)"|visit-/);
            expect(textOf((rows.clearance ?? []) as unknown[])).toBe('[]');
          }
        }),
      ),
      { numRuns: 100 },
    );
  });

  test('ends in what a new screen would get, as far as that goes back', () => {
    fc.assert(
      fc.property(scooterStory, (told) =>
        lives(told, ({ board, now }, kiosk) => {
          const fresh = redactBoard(board, 'kiosk', now);
          const known = new Map([...rows(kiosk.booking)].map((each) => [each.id, each]));
          for (const each of fresh.booking ?? []) expect(known.get(each.id)).toEqual(each);
          const open = (all: Iterable<{ mendedAt: string | null }>) =>
            [...all].filter((each) => each.mendedAt === null);
          expect(open(rows(kiosk.defect))).toEqual(open(fresh.defect ?? []));
        }),
      ),
      { numRuns: 50 },
    );
  });

  test('gets what is to come, what is out, and four weeks back', () => {
    const world = scooterWorld();
    const old = booked(world, 'anna', { scooterId: 'merel' });
    const out = booked(world, 'riet', { scooterId: 'meeuw' });
    world.now = Date.parse(out.from);
    for (const [who, trip] of [
      ['anna', old],
      ['riet', out],
    ] as const) {
      world.send(withCard(who), { type: 'takeScooter', ...about(trip) });
    }
    world.send(withCard('anna'), { type: 'returnScooter', ...about(old), batteryLow: false, broken: null });
    const seen = (days: number) =>
      (redactBoard(world.board, 'kiosk', world.now + days * 86_400_000).booking ?? [])
        .map(({ status }) => status)
        .sort();
    expect(seen(0)).toEqual(['returned', 'taken']);
    expect(seen(28)).toEqual(['returned', 'taken']);
    expect(seen(30)).toEqual(['taken']);
  });

  test('forgets a defect two days after it was mended', () => {
    const world = scooterWorld();
    world.send(resident('mo'), { type: 'reportDefect', scooterId: 'merel', part: 'tyre' });
    const seen = (days: number) => redactBoard(world.board, 'kiosk', world.now + days * 86_400_000).defect ?? [];
    expect(seen(90)).toMatchObject([{ residentId: null }]);
    world.send(staff, { type: 'mendScooter', scooterId: 'merel' });
    expect([seen(1).length, seen(3).length]).toEqual([1, 0]);
  });
});

describe('a shared screen, of meals,', () => {
  const LUNCH = 'lunch/2026-10-14';

  test('gets who comes and what they chose, but no money, no attendance and no name of a guest', () => {
    const world = mealWorld();
    signsUp(world, 'riet', { guests: 1, dishes: ['vlees', 'vegetarisch'] });
    const plates = listOf(world).plates.map(({ plate }) => plate);
    const about = { activityId: LUNCH, plateIds: plates.map(({ id }) => id) };
    world.send(staff, { type: 'markPaid', ...about, paid: 550 });
    world.send(staff, { type: 'markCame', ...about, came: false });
    world.send(staff, { type: 'nameGuest', activityId: LUNCH, plateId: plates[1]!.id, guestName: 'Truus' });
    world.send(staff, { type: 'setDiet', residentId: 'riet', kinds: ['halal'], allergens: ['nuts'], note: 'scherp' });
    world.send(staff, { type: 'printMeal', activityId: LUNCH, number: 1, plates: [] });
    world.send(staff, { type: 'closeMeal', activityId: LUNCH });
    const kiosk = asKiosk(world.board);
    expect([...rows(kiosk.plate)].map(({ came, dish, paid }) => [dish, paid, came])).toEqual([
      ['vlees', null, null],
      ['vegetarisch', null, null],
    ]);
    const sent = world.journal.flatMap(({ changes, after, at }) => redactChanges(changes, 'kiosk', after, at));
    for (const text of [textOf(sent), textOf(redactBoard(world.board, 'kiosk', MORNING))]) {
      expect(text).not.toMatch(/Truus|scherp|halal|"nuts"|mealPrint|By":"mila"|"by":"mila"|"paid":550|"came":false/);
    }
  });

  test('knows of a pause the days it shows, and not for how long somebody is away', () => {
    const world = mealWorld();
    const habit = { seriesId: 'lunch', residentId: 'anna' };
    world.send(resident('anna'), { type: 'setStanding', ...habit, dish: null });
    world.send(resident('anna'), { type: 'pauseStanding', ...habit, from: '2026-10-20', until: '2027-01-31' });
    const [standing] = [...rows(asKiosk(world.board).standing)];
    expect(standing!.pauses).toEqual([{ from: '2026-10-20', until: '2026-10-28' }]);
    const { changes, after, at } = world.journal.at(-1)!;
    expect(textOf(redactChanges(changes, 'kiosk', after, at))).not.toContain('2027-01-31');
  });

  test('gets nothing of a discreet meal but counts, also when it becomes one', () => {
    const world = mealWorld();
    signsUp(world, 'riet', { dishes: ['vlees'] });
    world.send(staff, { type: 'openMeal', activityId: LUNCH, residentId: 'anna' });
    const before = asKiosk(world.board);
    const lunch = row(world.board.series, 'lunch', 'lunch')!;
    world.send(staff, { type: 'importProgramme', lines: [{ series: { ...lunch, discreet: true }, overrides: [] }] });
    const { changes, after, at } = world.journal.at(-1)!;
    const kiosk = apply(before, redactChanges(changes, 'kiosk', after, at));
    expect([...rows(kiosk.plate), ...rows(kiosk.sitting)]).toEqual([]);
    expect(peopleGoing(kiosk, LUNCH)).toBe(1);
    const seen = world.journal.length;
    signsUp(world, 'mo', { dishes: ['vlees'] });
    const told = world.journal.slice(seen).flatMap((entry) => redactChanges(entry.changes, 'kiosk', entry.after, at));
    expect(textOf(told)).not.toMatch(/"mo"|\/mo"/);
  });
});

describe('a discreet meal, of what was written down from a habit,', () => {
  const LUNCH = 'lunch/2026-10-14';
  const habitual = () => {
    const { board } = mealWorld({ capacity: 20 });
    const from = '2026-10-10';
    const stands = (residentId: string) => ({
      ...{ id: `lunch/${residentId}`, seriesId: 'lunch', residentId },
      ...{ dish: null, from, until: null, pauses: [] },
    });
    const changes = ['anna', 'mo'].map((who) => ({ type: 'standingPut', row: stands(who) }) as const);
    return createWorld(apply(board, changes), MORNING);
  };
  const turnsDiscreet = (world: ReturnType<typeof habitual>) => {
    const lunch = row(world.board.series, 'lunch', 'lunch')!;
    world.send(staff, { type: 'importProgramme', lines: [{ series: { ...lunch, discreet: true }, overrides: [] }] });
  };
  const marks = (world: ReturnType<typeof habitual>, who: string) => {
    const plateIds = [`standing/lunch/${who}/2026-10-14/${who}`];
    expect(world.send(staff, { type: 'markCame', activityId: LUNCH, plateIds, came: true }).ok).toBe(true);
  };

  test('a shared screen gets a count without a name, whenever it was written', () => {
    const world = habitual();
    marks(world, 'mo');
    let kiosk = asKiosk(world.board);
    const seen = world.journal.length;
    turnsDiscreet(world);
    marks(world, 'anna');
    for (const { after, at, changes } of world.journal.slice(seen))
      kiosk = apply(kiosk, redactChanges(changes, 'kiosk', after, at));
    expect(peopleGoing(kiosk, LUNCH)).toBe(2);
    expect([...rows(kiosk.signUp)].map(({ hidden, id }) => [id, hidden])).toEqual([['unnamed/going', 2]]);
    expect([...rows(asKiosk(world.board).signUp)]).toEqual([...rows(kiosk.signUp)]);
    const { after, at, changes } = world.journal.at(-1)!;
    expect(textOf(redactChanges(changes, 'kiosk', after, at))).not.toMatch(/anna|mo\//);
    expect(textOf(redactBoard(world.board, 'kiosk', MORNING).signUp!)).not.toMatch(/anna|mo\//);
  });

  test('it hears when somebody of them goes', () => {
    const world = habitual();
    turnsDiscreet(world);
    for (const who of ['mo', 'anna']) marks(world, who);
    let kiosk = asKiosk(world.board);
    for (const [who, left] of [
      ['mo', 1],
      ['anna', 0],
    ] as const) {
      world.send(staff, {
        ...{ type: 'removePlate', activityId: LUNCH },
        plateId: `standing/lunch/${who}/2026-10-14/${who}`,
      });
      const { after, at, changes } = world.journal.at(-1)!;
      kiosk = apply(kiosk, redactChanges(changes, 'kiosk', after, at));
      expect(peopleGoing(kiosk, LUNCH)).toBe(left);
    }
    expect([...rows(kiosk.signUp)]).toEqual([]);
  });

  test('staff see who they are', () => {
    const world = habitual();
    marks(world, 'mo');
    turnsDiscreet(world);
    const { signUp: parties = [] } = redactBoard(world.board, 'volunteer', MORNING);
    expect(parties.map(({ residentIds }) => residentIds)).toEqual([['mo']]);
  });
});

describe('staff', () => {
  test('get everything but the cards and codes, and the server everything', () => {
    const secret = ['card', 'staffSecret', 'staffCard', 'pictureCode'];
    expect(collectionNames.filter((name) => !mayRead(name, 'manager'))).toEqual(secret);
    expect(collectionNames.filter((name) => !mayRead(name, 'server'))).toEqual([]);
    const world = createWorld();
    signUp(world, MEMORY, ['riet']);
    const { changes, after } = world.journal[0]!;
    expect(redactChanges(changes, 'manager', after, world.now)).toEqual(changes);
    expect(redactChanges(changes, 'server', after, world.now)).toBe(changes);
  });

  test('never get a card in a change', () => {
    const world = createWorld();
    const person = {
      number: '301',
      floor: 3,
      salutation: null,
      firstName: 'Ida',
      infix: '',
      lastName: 'Bos',
      cardHash: 'hash-of-ida',
    };
    world.send(staff, { type: 'importResidents', lines: [person] });
    const { changes, after } = world.journal[0]!;
    expect(changes.map(collectionOf)).toContain('card');
    expect(textOf(redactChanges(changes, 'manager', after, world.now))).not.toContain('hash-of-ida');
    expect(textOf(redactChanges(changes, 'kiosk', after, world.now))).not.toMatch(/hash-of-ida|Bos/);
  });
});

interface Day {
  readonly world: World;
  readonly steps: readonly (() => void)[];
}

const houseDay = storyOfOneDay.map((told: HouseStory) => (): Day => {
  const world = worldOfHouse(told);
  return { world, steps: told.steps.map((step) => () => takeHouse(world, step, placesIn(told))) };
});

const mealDay = mealsOfOneDay.map((told: MealStory) => (): Day => {
  const world = worldOfMeals(told);
  return { world, steps: told.steps.map((step) => () => takeMeal(world, step, told)) };
});

describe.each([
  ['of the house', houseDay],
  ['of meals', mealDay],
] as const)('a screen that follows the journal %s', (_of, day) => {
  /** Screens of every scope beside the server, through random stories of one day. */
  const follow = (check: (screens: { kiosk: Board; staff: Board; world: World }) => void) =>
    fc.assert(
      fc.property(day, fc.nat({ max: 20 }), (begin, joinsAt) => {
        const { steps, world } = begin();
        for (const step of steps.slice(0, joinsAt)) step();
        let kiosk = asKiosk(world.board, world.now);
        let staffBoard = boardOf(redactBoard(world.board, 'manager', world.now));
        for (const step of steps.slice(joinsAt)) {
          const seen = world.journal.length;
          step();
          for (const { changes, after } of world.journal.slice(seen)) {
            kiosk = apply(kiosk, redactChanges(changes, 'kiosk', after, world.now));
            staffBoard = apply(staffBoard, redactChanges(changes, 'manager', after, world.now));
          }
          check({ kiosk, staff: staffBoard, world });
        }
      }),
      { numRuns: 100 },
    );

  /** A screen's board without what is about other days: it may still have those, and they are never shown. */
  const inDays = (screen: Board, board: Board, now: number) => {
    const [from, to] = [dateAt(now, ZONE), addDays(dateAt(now, ZONE), 14)];
    const isAbout = (id: string) => {
      const activity = activityById(board, id);
      return activity !== undefined && addDays(activity.date, activity.endDays) >= from && activity.date <= to;
    };
    const lists = listsOf(screen) as { readonly [name: string]: readonly { id: string; activityId: string }[] };
    return {
      ...lists,
      signUp: lists.signUp!.filter(({ activityId }) => isAbout(activityId)),
      plate: lists.plate!.filter(({ activityId }) => isAbout(activityId)),
      sitting: lists.sitting!.filter(({ id }) => isAbout(id)),
      // Of a pause a screen knows the days it had to show when it was told.
      standing: lists.standing!.map((each) => ({ ...each, pauses: [] })),
      override: lists.override!.filter(({ id }) => isAbout(id)),
      notice: lists.notice!.filter(({ activityId }) => isAbout(activityId)),
    };
  };

  test('ends in the board a new screen would get, within the days it may see', () => {
    follow(({ kiosk, world: { board, now } }) => {
      expect(inDays(kiosk, board, now)).toEqual(inDays(asKiosk(board, now), board, now));
    });
  });

  test('ends in the server’s board without its cards, in the scope of staff', () => {
    follow(({ staff: screen, world: { board } }) => {
      expect(listsOf(screen)).toEqual({ ...listsOf(board), card: [] });
    });
  });

  test('answers a tap as the server will: the same yes, or the same reason for no', () => {
    follow(({ kiosk, world }) => {
      const { board, now } = world;
      const today = dateAt(now, ZONE);
      const context = { now, tappedAt: now, role: 'resident' } as const;
      for (const envelope of world.journal.slice(-3).map((entry) => entry.envelope)) {
        if (!('residentId' in envelope.actor) || !('activityId' in envelope.command)) continue;
        const activity = activityById(board, envelope.command.activityId);
        if (activity === undefined || activity.discreet) continue;
        if (addDays(activity.date, activity.endDays) < today || activity.date > addDays(today, 14)) continue;
        const again: Envelope = { ...envelope, id: '0199e000-0000-7000-8000-ffffffffffff' };
        expect(refusalOf(decide(kiosk, again, context))).toBe(refusalOf(decide(board, again, context)));
      }
    });
  });
});

// What one server process knows of a tablet, or of who guesses, counts in the others and after a restart.
import { describe, expect, test } from 'vitest';
import type { BoardRows } from '../../src/domain/board.ts';
import { instantText } from '../../src/domain/time.ts';
import { createPasswords } from '../../src/server/passwords.ts';
import { at, houseRows, MORNING } from '../support/builders.ts';
import { engines, LOCATION, postgres, seed } from '../support/engines.ts';
import { openHouseOn, secrets, walkEnvelope } from './http/test-house.ts';

const MINUTE = 60_000;
const SECOND = 1_000;

type OpenHouse = Awaited<ReturnType<typeof openHouseOn>>;

describe('a tap that says it was before closing', () => {
  const OPEN = at('2026-10-14', '09:58');
  const CLOSED = at('2026-10-14', '10:20');
  const lunch = (n: number) => ({
    ...walkEnvelope(n),
    command: { type: 'signUp', activityId: 'lunch/2026-10-14', residentIds: ['anna'], guests: 0 },
    tappedAt: instantText(OPEN),
  });
  const status = async (house: OpenHouse, n: number) =>
    (await house.post('/api/commands', lunch(n))).json().status as string;

  test.each(engines)('is not believed after a restart, where the tablet was answered since: $name', async (engine) => {
    const store = await (await engine.create()).open();
    await seed(store, houseRows());
    const first = await openHouseOn(store, LOCATION.id);
    first.setNow(CLOSED - 5 * MINUTE);
    await first.post('/api/commands', []);
    await expect.poll(async () => (await store.findDevice(first.tokenHash))?.lastAnswered).toBe(CLOSED - 5 * MINUTE);
    await first.stop();
    const again = await openHouseOn(store, LOCATION.id);
    again.setNow(CLOSED);
    expect(await status(again, 1)).toBe('refused');
  });

  test('is not believed by a process that never saw the tablet, where another answered it since', async () => {
    const database = await postgres.create();
    const [store, elsewhere] = [await database.open(), await database.open()];
    await seed(store, houseRows());
    const houses = [await openHouseOn(store, LOCATION.id), await openHouseOn(elsewhere, LOCATION.id)] as const;
    const [one, other] = houses;
    one.setNow(CLOSED - 5 * MINUTE);
    // A board counts once it is two minutes old: taps that waited come right behind it.
    await one.get('/api/board');
    one.setNow(CLOSED - 2 * MINUTE);
    await one.get('/api/board');
    await expect.poll(async () => (await elsewhere.findDevice(one.tokenHash))?.lastAnswered).toBe(CLOSED - 5 * MINUTE);
    other.setNow(CLOSED);
    expect(await status(other, 1)).toBe('refused');
  });

  test('is believed where the tablet was last answered before it', async () => {
    const database = await postgres.create();
    const [store, elsewhere] = [await database.open(), await database.open()];
    await seed(store, houseRows());
    const [one, other] = [await openHouseOn(store, LOCATION.id), await openHouseOn(elsewhere, LOCATION.id)];
    one.setNow(OPEN - MINUTE);
    await one.post('/api/commands', []);
    await expect.poll(async () => (await elsewhere.findDevice(one.tokenHash))?.lastAnswered).toBe(OPEN - MINUTE);
    // The network was away, and the board comes a moment before what waited.
    one.setNow(CLOSED);
    await one.get('/api/board');
    other.setNow(CLOSED + SECOND);
    expect(await status(other, 1)).toBe('accepted');
  });

  test('costs one write a minute, however much a tablet asks', async () => {
    const store = await (await postgres.create()).open();
    await seed(store, houseRows());
    const writes: number[] = [];
    const counting = {
      ...store,
      deviceAnswered: async (...[device, instant]: Parameters<typeof store.deviceAnswered>) => {
        writes.push(instant);
        await store.deviceAnswered(device, instant);
      },
    };
    const house = await openHouseOn(counting, LOCATION.id);
    for (let second = 0; second < 180; second += 2) {
      house.setNow(OPEN + second * SECOND);
      await house.post('/api/commands', []);
    }
    expect(writes).toEqual([OPEN, OPEN + MINUTE, OPEN + 2 * MINUTE]);
  });
});

describe('who guesses', () => {
  const PASSWORD = 'Vier fietsen bij de vijver';
  const DIGITS = '482913';
  const rows = async (): Promise<BoardRows> => ({
    ...houseRows(),
    staffSecret: [
      {
        id: 'mila',
        codeHash: secrets.hashStaffCode('mila', DIGITS),
        userName: 'mila',
        passwordHash: await createPasswords().hash(PASSWORD),
      },
    ],
    pictureCode: [{ id: 'anna', hash: secrets.hashPictureCode('anna', [1, 2, 3]) }],
  });
  async function three() {
    const database = await postgres.create();
    const stores = [await database.open(), await database.open(), await database.open()];
    await seed(stores[0]!, await rows());
    const houses: OpenHouse[] = [];
    for (const store of stores) houses.push(await openHouseOn(store, LOCATION.id));
    return { database, houses, turn: (n: number) => houses[n % 3]! };
  }
  const digits = async (house: OpenHouse, typed: string) =>
    (await house.post('/api/sessions', { staffId: 'mila', digits: typed })).status;
  const pictures = async (house: OpenHouse, chosen: readonly number[]) =>
    (await house.post('/api/identify', { residentId: 'anna', pictures: chosen, visitId: 'v' })).status;
  const card = async (house: OpenHouse, body: object) => (await house.post('/api/identify', body)).status;
  const password = async (house: OpenHouse, userName: string, typed: string) =>
    (await house.post('/api/sessions', { userName, password: typed }, { cookie: '', 'x-forwarded-for': '203.0.113.1' }))
      .status;
  const statuses = async (count: number, ask: (n: number) => Promise<number>) => {
    const all = [];
    for (let n = 0; n < count; n += 1) all.push(await ask(n));
    return all;
  };

  test('at three processes in turn has the tries of one', async () => {
    const { houses, turn } = await three();
    expect(await statuses(6, (n) => digits(turn(n), '000000'))).toEqual([401, 401, 401, 401, 401, 429]);
    expect(await statuses(6, (n) => pictures(turn(n), [0, 0, 0]))).toEqual([403, 403, 403, 403, 403, 429]);
    for (const house of houses) {
      expect([await digits(house, DIGITS), await pictures(house, [1, 2, 3])]).toEqual([429, 429]);
      house.setNow(MORNING + 15 * MINUTE);
      expect([await digits(house, DIGITS), await pictures(house, [1, 2, 3])]).toEqual([200, 200]);
      house.setNow(MORNING);
    }
    const cards = await statuses(30, (n) => card(turn(n), { card: `nobody ${n}`, visitId: 'v' }));
    expect(cards.filter((status) => status !== 429)).toHaveLength(20);
    const team = await statuses(30, async (n) => (await turn(n).post('/api/sessions', { card: `nobody ${n}` })).status);
    expect(team.filter((status) => status !== 429)).toHaveLength(20);
  });

  test('at three processes at the same moment has the tries of one', async () => {
    const { turn } = await three();
    const all = await Promise.all(Array.from({ length: 60 }, (_, n) => digits(turn(n), String(100_000 + n))));
    expect(all.filter((status) => status === 401)).toHaveLength(5);
    expect(all.filter((status) => status === 429)).toHaveLength(55);
    const codes = await Promise.all(Array.from({ length: 60 }, (_, n) => pictures(turn(n), [n % 9, 0, 0])));
    expect(codes.filter((status) => status === 403)).toHaveLength(5);
    const words = await Promise.all(Array.from({ length: 30 }, (_, n) => password(turn(n), 'mila', `fout woord ${n}`)));
    // Where two passwords are being checked, a third is not even looked at, and not counted.
    expect(words.filter((status) => status === 401).length).toBeLessThanOrEqual(5);
    expect(new Set(words)).toEqual(new Set([401, 429]));
  });

  test('and then chooses right begins anew everywhere', async () => {
    const { turn } = await three();
    const row = [...Array(4).fill('000000'), DIGITS, ...Array(4).fill('000000'), DIGITS];
    expect(await statuses(row.length, (n) => digits(turn(n), row[n]!))).toEqual(
      row.map((typed) => (typed === DIGITS ? 200 : 401)),
    );
  });

  test('at a password waits at every process, and leaves neither name nor address behind', async () => {
    const { database, houses, turn } = await three();
    expect(await statuses(6, (n) => password(turn(n), 'mila', 'niet het goede'))).toEqual([
      401, 401, 401, 401, 401, 429,
    ]);
    for (const house of houses) {
      expect(await password(house, 'mila', PASSWORD)).toBe(429);
      house.setNow(MORNING + MINUTE);
    }
    expect(await statuses(3, (n) => password(turn(n), 'mila', PASSWORD))).toEqual([200, 200, 200]);
    const kept = JSON.stringify(await database.query('select * from guess'));
    expect(kept).toContain('"count');
    for (const secret of ['mila', '203.0.113.1', 'goede', PASSWORD]) expect(kept).not.toContain(secret);
  });

  test('waits after a restart too, and what is older than two hours is not kept', async () => {
    for (const engine of engines) {
      const database = await engine.create();
      const store = await database.open();
      await seed(store, await rows());
      const house = await openHouseOn(store, LOCATION.id);
      expect(await statuses(5, () => digits(house, '000000'))).toEqual([401, 401, 401, 401, 401]);
      await house.stop();
      const again = await openHouseOn(store, LOCATION.id);
      expect(await digits(again, DIGITS)).toBe(429);
      let number = 5;
      for (let n = 0; n < 100; n += 1)
        number = await store.takeGuessTurn(
          { locationId: LOCATION.id, after: number, at: MORNING + 121 * MINUTE },
          () => ['{}'],
        );
      expect(number).toBe(105);
      const lines = await database.query('select number from guess order by number');
      expect(lines.map((line) => Number(line.number))).toEqual(Array.from({ length: 100 }, (_, n) => n + 6));
    }
  });
});

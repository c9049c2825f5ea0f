import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/client/app.ts';
import { createI18n } from '../../src/client/i18n/create-i18n.ts';
import { createIds } from '../../src/client/platform/ids.ts';
import { createMemoryStorage, type Storage } from '../../src/client/platform/storage.ts';
import type { Decide } from '../../src/client/state/board-state.ts';
import type { Envelope } from '../../src/domain/commands.ts';
import { decideForResidents } from '../../src/domain/decide-for-residents.ts';
import { partyWith } from '../../src/domain/parties.ts';
import { instantText } from '../../src/domain/time.ts';
import { activityView, dayView, myActivities, visitsAskedBy } from '../../src/domain/views.ts';
import { createFakeServer, type Network } from '../support/fake-server.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { smallHouse } from '../support/small-house.ts';

const COFFEE = 'coffee/2026-10-14';
const BINGO = 'bingo/2026-10-14';
const MEMORY = 'memory/2026-10-14';
const COFFEE_INTENT = { type: 'join', activityId: COFFEE, guests: 0 } as const;

interface Place {
  readonly start?: string;
  readonly storage?: Storage;
  readonly rules?: ReadonlySignal<Decide | null>;
  readonly network?: Network;
  /** Of the residents, by id; else Dutch. */
  readonly speaks?: Readonly<Record<string, string>>;
}

async function standBefore({
  start = '2026-10-14T09:00:00Z',
  storage = createMemoryStorage({ type: 'durable' }),
  rules = signal(decideForResidents),
  network = 'well',
  speaks = {},
}: Place = {}) {
  const timers = createManualTimers(Date.parse(start));
  const resident = smallHouse.resident?.map((each) => ({ ...each, language: speaks[each.id] ?? each.language }));
  const server = createFakeServer({ ...smallHouse, ...(resident && { resident }) }, timers.now);
  server.become(network);
  let made = 0;
  const fillRandom = (bytes: Uint8Array) => {
    made += 1;
    new DataView(bytes.buffer).setUint32(12, made);
  };
  let [touch, wakeUp] = [() => {}, () => {}];
  const app = createApp({
    rules,
    i18n: createI18n({ root: { lang: '', dir: '' }, load: () => Promise.resolve({}) }),
    platform: {
      http: server.http,
      storage,
      timers,
      systemNow: timers.now,
      idsFrom: (now) => createIds({ now, fillRandom }),
      alone: (work) => work(),
      page: {
        whenTouched: (listener) => {
          touch = listener;
        },
        whenWoken: (listener) => {
          wakeUp = listener;
        },
      },
    },
  });
  await app.start();
  await timers.advance(1_000);
  app.wake();
  /** One tap, and everything it sets in motion. */
  const tap = async (act: () => void) => {
    touch();
    act();
    await timers.advance(0);
  };
  const party = (activityId: string, residentId: string) => partyWith(app.board.value!, activityId, residentId);
  const rival = (activityId: string, residentId: string): Envelope => ({
    id: createIds({ now: timers.now, fillRandom })(),
    command: { type: 'signUp', activityId, residentIds: [residentId], guests: 0 },
    tappedAt: instantText(timers.now()),
    actor: { residentId, proof: 'name', visitId: 'elsewhere' },
  });
  return { app, party, rival, server, storage, tap, timers, touch: () => touch(), wakeUp: () => wakeUp() };
}

test('what was tapped before a restart is on the board again as soon as the rules are here', async () => {
  const before = await standBefore();
  before.server.become('down');
  await before.tap(() => before.app.join(COFFEE, 0));
  await before.tap(() => before.app.chooseFloor(COFFEE_INTENT, 0));
  await before.tap(() => before.app.chooseDoor(COFFEE_INTENT, 'h1'));
  expect(before.party(COFFEE, 'ans')?.status).toBe('going');

  const rules = signal<Decide | null>(null);
  const after = await standBefore({ storage: before.storage, rules, network: 'down' });
  expect(after.app.board.value).not.toBeNull();
  expect(after.party(COFFEE, 'ans')).toBeUndefined();
  rules.value = decideForResidents;
  expect(after.party(COFFEE, 'ans')?.status).toBe('going');
});

describe('signing up by door', () => {
  test('takes three taps for who lives alone', async () => {
    const { app, party, tap } = await standBefore();
    await tap(() => app.join(COFFEE, 0));
    expect(app.screen.value).toMatchObject({ type: 'who', intent: COFFEE_INTENT, floor: null });
    await tap(() => app.chooseFloor(COFFEE_INTENT, 0));
    await tap(() => app.chooseDoor(COFFEE_INTENT, 'h1'));
    expect(app.screen.value).toMatchObject({ type: 'done', what: 'joined', activityId: COFFEE, residentIds: ['ans'] });
    expect(party(COFFEE, 'ans')?.status).toBe('going');
  });

  test('draws the ticket at once with the board that has it, and not the doors once more before', async () => {
    const { app, party, tap } = await standBefore();
    await tap(() => app.join(COFFEE, 0));
    await tap(() => app.chooseFloor(COFFEE_INTENT, 0));
    const drawn: [screen: string, status: string | undefined][] = [];
    // Drawing waits as long as it does on the glass: to the end of what is going on.
    const draw = () => void drawn.push([app.screen.value.type, party(COFFEE, 'ans')?.status]);
    const stop = effect(() => {
      if (app.board.value !== null && app.screen.value !== null) queueMicrotask(draw);
    });
    await tap(() => app.chooseDoor(COFFEE_INTENT, 'h1'));
    stop();
    expect(drawn).toContainEqual(['done', 'going']);
    expect(drawn).not.toContainEqual(['who', 'going']);
  });

  test('takes four where people share the door, and Samen is one party', async () => {
    const { app, party, tap } = await standBefore();
    await tap(() => app.join(BINGO, 0));
    const intent = { type: 'join', activityId: BINGO, guests: 0 } as const;
    await tap(() => app.chooseFloor(intent, 1));
    await tap(() => app.chooseDoor(intent, 'h12'));
    expect(app.screen.value).toMatchObject({ type: 'who', homeId: 'h12' });
    await tap(() => app.identify(intent, ['riet', 'leen']));
    expect(party(BINGO, 'riet')?.residentIds).toEqual(['riet', 'leen']);
    expect(app.screen.value.type).toBe('done');
  });

  test('goes back from the confirmation to where it began, without asking again', async () => {
    const { app, tap } = await standBefore();
    await tap(() => app.show({ type: 'activity', activityId: COFFEE }));
    await tap(() => app.join(COFFEE, 0));
    await tap(() => app.chooseFloor(COFFEE_INTENT, 0));
    await tap(() => app.chooseDoor(COFFEE_INTENT, 'h1'));
    await tap(() => app.back());
    expect(app.screen.value.type).toBe('activity');
  });

  test('asks for the second activity of a visit no more', async () => {
    const { app, party, tap } = await standBefore();
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    await tap(() => app.join(BINGO, 1));
    expect(party(BINGO, 'ans')?.guests).toBe(1);
  });

  test('of two who act together signs up the one who is not in it yet', async () => {
    const { app, party, tap } = await standBefore();
    await tap(() => app.identify(COFFEE_INTENT, ['riet']));
    await tap(() => app.finish());
    await tap(() => app.identify(COFFEE_INTENT, ['riet', 'leen']));
    expect(party(COFFEE, 'leen')?.residentIds).toEqual(['leen']);
    expect(app.screen.value.type).toBe('done');
  });

  test('of a full activity gives a place in line', async () => {
    const { app, rival, server, tap, timers } = await standBefore();
    server.submit(rival(BINGO, 'bep'));
    server.submit(rival(BINGO, 'riet'));
    await timers.advance(0);
    await tap(() => app.identify({ type: 'join', activityId: BINGO, guests: 0 }, ['ans']));
    expect(app.screen.value.type).toBe('done');
    expect(activityView(app.board.value!, BINGO, timers.now(), app.viewer.value)).toMatchObject({
      state: 'waiting',
      place: 1,
    });
  });

  test.each([
    ['meal/2026-10-14', 'signUpClosed'],
    ['walk/2026-10-14', 'signUpNotNeeded'],
    ['coffee/2026-10-13', 'activityStarted'],
    ['coffee/2026-11-14', 'activityTooFarAhead'],
    ['dancing/2026-10-14', 'activityUnknown'],
  ])('for %s is refused before anybody is asked who they are', async (activityId, reason) => {
    const { app, server, tap } = await standBefore({ start: '2026-10-14T11:00:00Z' });
    await tap(() => app.join(activityId, 0));
    expect(app.screen.value).toMatchObject({ type: 'refused', reason: { type: reason } });
    expect(server.received).toEqual([]);
  });

  test('twice in a row makes one sign-up', async () => {
    const { app, server, tap } = await standBefore();
    await tap(() => {
      app.identify(COFFEE_INTENT, ['ans']);
      app.join(COFFEE, 0);
      app.join(COFFEE, 0);
    });
    expect(server.history().entries).toHaveLength(1);
  });
});

describe('coming back on it', () => {
  test('is one tap on the confirmation, which then says so, and can be taken back again', async () => {
    const { app, party, server, tap } = await standBefore();
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    const { id } = party(COFFEE, 'ans')!;
    await tap(() => app.withdraw(COFFEE, id));
    expect(party(COFFEE, 'ans')).toBeUndefined();
    expect(app.screen.value).toMatchObject({ type: 'done', what: 'left' });
    await tap(() => app.join(COFFEE, 0));
    expect(party(COFFEE, 'ans')?.status).toBe('going');
    expect(server.snapshot().rows.notice).toEqual([]);
  });

  test('twice in a row is once, and no reproach', async () => {
    const { app, party, tap } = await standBefore();
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    const { id } = party(COFFEE, 'ans')!;
    await tap(() => app.withdraw(COFFEE, id));
    await tap(() => app.withdraw(COFFEE, id));
    expect(app.screen.value.type).toBe('done');
  });

  test('is possible for a discreet activity too, whose names the board does not have', async () => {
    const { app, server, tap, timers } = await standBefore();
    await tap(() => app.identify({ type: 'join', activityId: MEMORY, guests: 0 }, ['ans']));
    await timers.advance(1_000);
    expect(party(server, MEMORY)).toMatchObject({ residentIds: [], hidden: 1, status: 'going' });
    const [mine] = myActivities(app.board.value!, timers.now(), app.viewer.value);
    expect(mine?.activity.id).toBe(MEMORY);
    await tap(() => app.withdraw(MEMORY, mine!.party!.id));
    await timers.advance(1_000);
    expect(party(server, MEMORY)?.status).toBe('withdrawn');
  });

  test('in a later visit leaves a notice with which they can come back', async () => {
    const { app, party, tap, timers } = await standBefore();
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    const { id } = party(COFFEE, 'ans')!;
    await tap(() => app.finish());
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    await tap(() => app.withdraw(COFFEE, id));
    await timers.advance(1_000);
    const [notice] = [...app.board.value!.notice.flatMap((shard) => [...(shard.get('ans')?.values() ?? [])])];
    expect(notice?.type).toBe('withdrawn');
    await tap(() => app.signUpAgain(notice!));
    await timers.advance(1_000);
    expect(party(COFFEE, 'ans')?.status).toBe('going');
    expect(app.board.value!.notice.some((shard) => shard.get('ans')?.size)).toBe(false);
  });

  const party = (server: Awaited<ReturnType<typeof standBefore>>['server'], activityId: string) =>
    server.snapshot().rows.signUp?.find((each) => each.activityId === activityId);
});

describe('the language of a resident', () => {
  const SPEAK = { ans: 'tr', bep: 'pl', riet: 'ar-MA', leen: 'ar' };
  const tagOf = ({ app }: Awaited<ReturnType<typeof standBefore>>) => app.i18n.language.value.tag;

  test.each([
    ['that the kiosk speaks follows the name', ['ans'], 'tr'],
    ['that the kiosk has no words for stays Dutch', ['bep'], 'nl'],
    ['that two of them share follows both names', ['riet', 'leen'], 'ar'],
    ['of whom only one has one stays Dutch', ['riet', 'leen'], 'nl', 'tr'],
  ] as const)('%s', async (_what, who, tag, other: string = SPEAK.leen) => {
    const stand = await standBefore({ speaks: { ...SPEAK, leen: other } });
    const [first, ...others] = who;
    await stand.tap(() => stand.app.identify(COFFEE_INTENT, [first, ...others]));
    expect(tagOf(stand)).toBe(tag);
    expect(stand.app.screen.value.type).toBe('done');
    await stand.tap(() => stand.app.finish());
    expect(tagOf(stand)).toBe('nl');
  });

  test('follows the card, and goes back to Dutch when they have gone', async () => {
    const stand = await standBefore({ speaks: SPEAK });
    stand.server.holdCard('0417', 'ans');
    await stand.tap(() => stand.app.cardRead('0417'));
    expect(tagOf(stand)).toBe('tr');
    await stand.timers.advance(300_000);
    expect([stand.app.phase.value.type, tagOf(stand)]).toEqual(['resting', 'nl']);
  });

  test('gives way to that of the next, who shows another card', async () => {
    const stand = await standBefore({ speaks: SPEAK });
    stand.server.holdCard('0417', 'bep');
    await stand.tap(() => stand.app.identify(COFFEE_INTENT, ['ans']));
    expect(tagOf(stand)).toBe('tr');
    await stand.tap(() => stand.app.cardRead('0417'));
    expect(tagOf(stand)).toBe('nl');
  });

  test('never takes the place of one that somebody chose', async () => {
    const stand = await standBefore({ speaks: SPEAK });
    await stand.tap(() => stand.app.chooseLanguage('en'));
    await stand.tap(() => stand.app.identify(COFFEE_INTENT, ['ans']));
    expect(tagOf(stand)).toBe('en');
  });
});

describe('a card', () => {
  test('at rest opens Mijn dingen', async () => {
    const { app, server, tap, timers } = await standBefore();
    server.holdCard('0417', 'ans');
    await timers.advance(121_000);
    expect(app.phase.value.type).toBe('resting');
    await tap(() => app.cardRead('0417'));
    expect(app.screen.value.type).toBe('myThings');
    expect(app.identity.value).toEqual({ residentIds: ['ans'], proof: 'card', token: 'token' });
  });

  test('after the tap signs up, in one go', async () => {
    const { app, party, server, tap } = await standBefore();
    server.holdCard('0417', 'riet');
    await tap(() => app.join(COFFEE, 0));
    await tap(() => app.cardRead('0417'));
    expect(party(COFFEE, 'riet')?.residentIds).toEqual(['riet']);
    expect(app.screen.value.type).toBe('done');
  });

  test('before the tap makes it one tap', async () => {
    const { app, party, server, tap } = await standBefore();
    server.holdCard('0417', 'riet');
    await tap(() => app.cardRead('0417'));
    expect(app.screen.value.type).toBe('today');
    await tap(() => app.join(COFFEE, 0));
    expect(party(COFFEE, 'riet')?.status).toBe('going');
  });

  test('shows its holder the discreet activities they are in', async () => {
    const { app, rival, server, tap, timers } = await standBefore();
    server.holdCard('0417', 'ans');
    server.submit(rival(MEMORY, 'ans'));
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    expect(myActivities(app.board.value!, timers.now(), app.viewer.value)).toEqual([]);
    await tap(() => app.cardRead('0417'));
    expect(myActivities(app.board.value!, timers.now(), app.viewer.value)).toHaveLength(1);
  });

  test('of somebody else clears the screen of the one before', async () => {
    const { app, server, tap } = await standBefore();
    server.holdCard('0417', 'bep');
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    await tap(() => app.cardRead('0417'));
    expect(app.identity.value?.residentIds).toEqual(['bep']);
    expect(app.screen.value.type).toBe('myThings');
    await tap(() => app.back());
    expect(app.screen.value.type).toBe('today');
  });

  test('that nobody has leaves the screen as it was and says so', async () => {
    const { app, tap } = await standBefore();
    await tap(() => app.join(COFFEE, 0));
    await tap(() => app.cardRead('9999'));
    expect(app.card.value).toBe('unknown');
    expect(app.screen.value.type).toBe('who');
    expect(app.identity.value).toBeNull();
  });

  test('that nobody has is left by every way on', async () => {
    const { app, tap } = await standBefore();
    for (const leave of [app.home, () => app.show({ type: 'help' }), app.back]) {
      await tap(() => app.cardRead('9999'));
      expect(app.card.value).toBe('unknown');
      await tap(leave);
      expect(app.card.value).toBe('none');
    }
  });

  test('without network leaves the door as the way in', async () => {
    const { app, server, tap } = await standBefore();
    server.become('down');
    await tap(() => app.cardRead('0417'));
    expect(app.card.value).toBe('unreachable');
  });
});

describe('a visit', () => {
  test('ends with Klaar: nobody is known any more and Vandaag is there', async () => {
    const { app, tap, timers } = await standBefore();
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    await tap(() => app.finish());
    expect(app.screen.value).toEqual({ type: 'today', page: 0 });
    expect(app.identity.value).toBeNull();
    expect(app.viewer.value.signUpIds.size).toBe(0);
    const [coffee] = dayView(app.board.value!, '2026-10-14', timers.now(), app.viewer.value);
    expect(coffee?.state).not.toBe('joined');
  });

  test('that brought news shows it after Klaar, before the screen is anybody’s again', async () => {
    const { app, party, tap, timers } = await standBefore();
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    const { id } = party(COFFEE, 'ans')!;
    await tap(() => app.finish());
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    await tap(() => app.withdraw(COFFEE, id));
    await timers.advance(1_000);
    await tap(() => app.finish());

    await tap(() => app.identify({ type: 'join', activityId: BINGO, guests: 0 }, ['ans']));
    await timers.advance(1_000);
    expect(app.screen.value.type).toBe('done');
    await tap(() => app.finish());
    expect(app.screen.value.type).toBe('myThings');
    expect(app.identity.value?.residentIds).toEqual(['ans']);
    await tap(() => app.finish());
    expect(app.screen.value.type).toBe('today');
    expect(app.identity.value).toBeNull();
  });

  test('is asked after 90 seconds whether it still is, and goes on in the same place', async () => {
    const { app, tap, timers, touch } = await standBefore();
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    const screen = app.screen.value;
    await timers.advance(89_000);
    expect(app.phase.value.type).toBe('active');
    await timers.advance(2_000);
    expect(app.phase.value.type).toBe('asking');
    touch();
    expect(app.phase.value.type).toBe('active');
    expect(app.screen.value).toBe(screen);
  });

  test('that nobody goes on with leaves nothing of itself, and the sign-up stays', async () => {
    const { app, party, tap, timers } = await standBefore();
    await tap(() => app.toggleSize());
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    await timers.advance(152_000);
    expect(app.phase.value.type).toBe('resting');
    expect(app.screen.value.type).toBe('rest');
    expect(app.identity.value).toBeNull();
    expect(app.size.value).toBe('normal');
    expect(party(COFFEE, 'ans')?.status).toBe('going');
  });

  test('at a screen without names ends after two minutes', async () => {
    const { app, timers } = await standBefore();
    await timers.advance(118_000);
    expect(app.screen.value.type).toBe('today');
    await timers.advance(4_000);
    expect(app.screen.value.type).toBe('rest');
  });
});

describe('a no that comes later', () => {
  test('takes the place of the confirmation while the person stands there', async () => {
    const { app, rival, server, tap, timers } = await standBefore();
    server.submit(rival(MEMORY, 'ans'));
    await tap(() => app.identify({ type: 'join', activityId: MEMORY, guests: 0 }, ['ans']));
    await timers.advance(1_000);
    expect(app.screen.value).toMatchObject({ type: 'refused', reason: { type: 'alreadySignedUp' } });
    await tap(() => app.back());
    expect(app.screen.value.type).toBe('today');
  });

  test('waits for that person when they have gone, and is not shown to another', async () => {
    const { app, rival, server, tap, timers } = await standBefore();
    server.submit(rival(MEMORY, 'ans'));
    server.become('down');
    await tap(() => app.identify({ type: 'join', activityId: MEMORY, guests: 0 }, ['ans']));
    await tap(() => app.finish());
    server.become('well');
    await timers.advance(40_000);
    expect(app.screen.value.type).toBe('today');
    await tap(() => app.identify({ type: 'myThings' }, ['bep']));
    expect(app.untold.value).toEqual([]);
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    expect(app.untold.value.map(({ reason }) => reason.type)).toEqual(['alreadySignedUp']);
    app.told(app.untold.value[0]!.envelope.id);
    expect(app.untold.value).toEqual([]);
  });
});

describe('a sign-up that came too late', () => {
  const tappedAway = async () => {
    const standing = await standBefore({ start: '2026-10-14T09:00:00Z' });
    const { app, server, tap, timers } = standing;
    server.become('down');
    server.cut();
    await tap(() => app.identify({ type: 'join', activityId: 'meal/2026-10-14', guests: 0 }, ['ans']));
    await tap(() => app.finish());
    await timers.advance(60_000);
    return standing;
  };

  test('for what is still to come is told by the server: to who tapped, and to staff by a call', async () => {
    const { app, server, tap, timers } = await tappedAway();
    server.submit({
      id: '01890000-0000-7000-8000-00000000bbbb',
      command: { type: 'cancelActivity', activityId: 'meal/2026-10-14', reason: 'De kok is ziek.' },
      tappedAt: instantText(timers.now()),
      actor: { staffId: 'joke', proof: 'session', visitId: 'desk' },
    });
    await timers.advance(180_000);
    server.become('well');
    await timers.advance(60_000);
    expect(app.answersPending.value).toBe(0);
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    expect(app.untold.value).toEqual([]);
    const notices = app.board.value!.notice.flatMap((shard) => [...(shard.get('ans')?.values() ?? [])]);
    expect(notices.map(({ type }) => type)).toEqual(['tooLate']);
    const { board } = server.history();
    const calls = board.callTask.flatMap((shard) => [...(shard.get('ans')?.values() ?? [])]);
    expect(calls).toMatchObject([{ type: 'tooLate', activityId: 'meal/2026-10-14', done: false }]);
  });

  test('and for any other reason too: the answer says that the server tells it', async () => {
    const { app, server, tap, timers } = await tappedAway();
    server.submit({
      id: '01890000-0000-7000-8000-00000000bbbb',
      command: { type: 'changeActivity', activityId: 'meal/2026-10-14', fields: { capacity: 0 } },
      tappedAt: instantText(timers.now()),
      actor: { staffId: 'joke', proof: 'session', visitId: 'desk' },
    });
    await timers.advance(180_000);
    server.become('well');
    await timers.advance(60_000);
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    expect(app.untold.value).toEqual([]);
    const notices = app.board.value!.notice.flatMap((shard) => [...(shard.get('ans')?.values() ?? [])]);
    expect(notices).toMatchObject([{ type: 'tooLate', activityId: 'meal/2026-10-14' }]);
  });

  test('for what is over by then is told here: the server has nothing more to say of it', async () => {
    const { app, server, tap, timers } = await tappedAway();
    await timers.advance(14 * 3_600_000);
    server.become('well');
    await timers.advance(60_000);
    await tap(() => app.wake());
    await tap(() => app.identify({ type: 'myThings' }, ['ans']));
    expect(app.untold.value.map(({ reason }) => reason.type)).toEqual(['tooLate']);
  });
});

describe('without network', () => {
  test('a sign-up is kept, says so, and is sent when the network is back', async () => {
    const { app, party, server, tap, timers, wakeUp } = await standBefore();
    server.become('down');
    server.cut();
    await timers.advance(1_000);
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    expect(app.screen.value.type).toBe('done');
    expect(app.unsent.value).toEqual(new Set([party(COFFEE, 'ans')!.id]));
    expect(app.answersPending.value).toBe(1);
    server.become('well');
    wakeUp();
    await timers.advance(5_000);
    expect(app.unsent.value.size).toBe(0);
    expect(app.answersPending.value).toBe(0);
    expect(app.connection.value.type).toBe('online');
  });
});

describe('what a screen admits of itself', () => {
  test('is nothing while all is well, then no network, and after two minutes how old the board is', async () => {
    const { app, server, timers } = await standBefore();
    expect(app.away.value).toBeNull();
    server.become('down');
    server.cut();
    await timers.advance(60_000);
    expect(app.away.value).toEqual({ type: 'offline', boardOf: null });
    await timers.advance(121_000);
    expect(app.away.value).toEqual({ type: 'offline', boardOf: { date: '2026-10-14', time: '11:00' } });
    server.become('well');
    await timers.advance(60_000);
    expect(app.away.value).toBeNull();
  });

  test('is that nothing is kept here: then a tap is only taken while it can be sent', async () => {
    const { app, party, server, tap, timers } = await standBefore({ storage: createMemoryStorage() });
    expect(app.storageState.value).toEqual({ type: 'memory', reason: 'forbidden', persisted: null });
    expect(app.away.value).toEqual({ type: 'onlyNetwork', boardOf: null });
    await tap(() => app.identify(COFFEE_INTENT, ['ans']));
    expect(app.screen.value.type).toBe('done');
    server.become('down');
    server.cut();
    await timers.advance(1_000);
    await tap(() => app.join(BINGO, 0));
    expect(app.screen.value).toMatchObject({ type: 'refused', reason: { type: 'needsNetwork' } });
    expect(party(BINGO, 'ans')).toBeUndefined();
    server.become('well');
    await timers.advance(60_000);
    await tap(() => app.identify({ type: 'join', activityId: BINGO, guests: 0 }, ['ans']));
    expect(party(BINGO, 'ans')?.status).toBe('going');
    expect(server.history().entries).toHaveLength(2);
  });
});

test('a sign-up that cannot be sent says so, also while the feed seems to live', async () => {
  const { app, server, tap, timers } = await standBefore();
  server.become('failing');
  await tap(() => app.identify(COFFEE_INTENT, ['ans']));
  expect(app.connection.value.type).toBe('online');
  expect(app.unsent.value.size).toBe(1);
  server.become('well');
  await timers.advance(5_000);
  expect(app.unsent.value.size).toBe(0);
});

describe('midnight', () => {
  test.each([
    ['in the week', '2026-10-14T21:58:00Z', '2026-10-15'],
    ['before the autumn change', '2026-10-24T21:58:00Z', '2026-10-25'],
    ['after the autumn change', '2026-10-25T22:58:00Z', '2026-10-26'],
    ['before the spring change', '2027-03-27T22:58:00Z', '2027-03-28'],
    ['after the spring change', '2027-03-28T21:58:00Z', '2027-03-29'],
  ])('%s turns the date without a reload, and fetches the days that came in sight', async (_name, start, date) => {
    const { app, server, timers } = await standBefore({ start });
    let boards = 0;
    const { get } = server.http;
    Object.assign(server.http, {
      get: (path: string) => {
        boards += 1;
        return get(path);
      },
    });
    await timers.advance(58_000);
    expect(app.wallClock.value.date).not.toBe(date);
    expect(boards).toBe(0);
    await timers.advance(62_000);
    expect(app.wallClock.value).toEqual({ date, time: '00:00' });
    await timers.advance(60_000);
    expect(boards).toBe(1);
    await timers.advance(600_000);
    expect(boards).toBe(1);
  });
});

describe('a screen that nobody touches', () => {
  test.each([
    ['back', '2026-10-25T00:58:00Z', ['02:58', '02:59', '02:00', '02:01']],
    ['forward', '2027-03-28T00:58:00Z', ['01:58', '01:59', '03:00', '03:01']],
  ])('shows every minute in which the clock goes %s', async (_name, start, times) => {
    const { app, timers } = await standBefore({ start });
    const shown = [app.wallClock.value.time];
    for (let minute = 0; minute < 3; minute += 1) {
      await timers.advance(60_000);
      shown.push(app.wallClock.value.time);
    }
    expect(shown).toEqual(times);
  });

  test('knows within two seconds that it slept, though nobody told it, and asks the server again', async () => {
    const { app, server, timers } = await standBefore();
    server.become('down');
    server.cut();
    await timers.advance(300_000);
    server.become('well');
    timers.sleep(9 * 3_600_000);
    await timers.advance(2_000);
    expect(app.wallClock.value.time).toBe('20:05');
    expect(app.connection.value.type).toBe('online');
  });
});

describe('somebody of the team who must come by', () => {
  const visit = { type: 'visit' } as const;

  test('is asked for by door, and not needed any more with one tap', async () => {
    const { app, tap } = await standBefore();
    await tap(() => app.askVisit());
    expect(app.screen.value).toMatchObject({ type: 'who', intent: visit });
    await tap(() => app.chooseFloor(visit, 0));
    await tap(() => app.chooseDoor(visit, 'h1'));
    expect(app.screen.value).toEqual({ type: 'visit', residentId: 'ans', what: 'asked' });
    expect(visitsAskedBy(app.board.value!, app.viewer.value)).toEqual(['ans']);
    await tap(() => app.takeBackVisit('ans'));
    expect(app.screen.value).toMatchObject({ type: 'visit', what: 'left' });
    expect(visitsAskedBy(app.board.value!, app.viewer.value)).toEqual([]);
  });

  test('is asked for at once by who has said who they are, and shown as asked a second time', async () => {
    const { app, tap } = await standBefore();
    await tap(() => app.identify({ type: 'myThings' }, ['bep']));
    await tap(() => app.askVisit());
    expect(app.screen.value).toMatchObject({ type: 'visit', residentId: 'bep', what: 'asked' });
    await tap(() => app.home());
    await tap(() => app.askVisit());
    expect(app.screen.value).toMatchObject({ type: 'visit', what: 'asked' });
  });
});

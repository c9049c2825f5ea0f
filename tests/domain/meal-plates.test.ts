// Every plate's own rules: coming on the list, going off it, giving the place away, and what is said of it.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Command } from '../../src/domain/commands.ts';
import { group } from '../../src/domain/table.ts';
import { instantText } from '../../src/domain/time.ts';
import { at, line, noticesOf, partyOf, refusalOf, resident, staff, tasksFor, type World } from '../support/builders.ts';
import { adds, does, guestsOf, LUNCH, listOf, mealWorld, plateOf, signsUp, told } from '../support/meal-house.ts';

let world: World;
beforeEach(() => {
  world = mealWorld();
});
const clock = (time: string) => {
  world.now = at('2026-10-14', time);
};
const said = (command: Command) => refusalOf(does(world, command));
const off = (who: string) => said({ type: 'removePlate', activityId: LUNCH, plateId: plateOf(world, who).id });
const back = (plateId: string, despite: ('closed' | 'full')[] = []) =>
  said({ type: 'restorePlate', activityId: LUNCH, plateId, despite });

describe('choosing a dish', () => {
  test('is part of signing up, for each who comes', () => {
    signsUp(world, 'riet', { guests: 1, dishes: ['vlees', 'vegetarisch'] });
    expect(told(listOf(world).plates)).toEqual(['Riet vlees', 'guest vegetarisch']);
  });

  test('of something that is not on the menu is refused, and nobody is signed up', () => {
    expect(refusalOf(signsUp(world, 'anna', { dishes: ['kreeft'] }))).toBe('dishUnknown');
    expect(line(world.board, LUNCH)).toEqual([]);
  });

  test('at a meal without choices is refused, and not choosing is fine', () => {
    const on = 'lunch/2026-10-15';
    expect(refusalOf(signsUp(world, 'anna', { on, dishes: ['vlees'] }))).toBe('dishUnknown');
    expect(refusalOf(signsUp(world, 'anna', { on, dishes: [null] }))).toBe('accepted');
  });

  test('is the resident’s until the list closes, and staff’s until the end', () => {
    signsUp(world, 'anna');
    const command = {
      type: 'chooseDish',
      activityId: LUNCH,
      plateId: plateOf(world, 'anna').id,
      dish: 'vlees',
    } as const;
    expect(refusalOf(world.send(resident('mo'), command))).toBe('notAllowed');
    expect(refusalOf(world.send(resident('anna'), command))).toBe('accepted');
    clock('10:00');
    expect(refusalOf(world.send(resident('anna'), { ...command, dish: 'vegetarisch' }))).toBe('signUpClosed');
    clock('13:00');
    expect(said({ ...command, dish: 'vegetarisch' })).toBe('accepted');
    clock('13:30');
    expect(said({ ...command, dish: 'vlees' })).toBe('mealOver');
    expect(plateOf(world, 'anna').dish).toBe('vegetarisch');
  });

  test('stays where the menu changes: it is counted under its own name', () => {
    signsUp(world, 'anna', { dishes: ['vlees'] });
    const menu = { date: '2026-10-14', meal: 'lunch', menu: 'Vis', choices: ['vis'], allergens: [], price: null };
    expect(said({ type: 'setMenu', ...menu })).toBe('accepted');
    expect(listOf(world).totals.dishes).toEqual([
      { dish: 'vis', count: 0 },
      { dish: 'vlees', count: 1 },
    ]);
  });
});

describe('somebody added by a volunteer', () => {
  test('is refused once after closing, and comes on the list where that was allowed', () => {
    clock('10:05');
    expect(refusalOf(adds(world, 'anna'))).toBe('mealClosed');
    expect(line(world.board, LUNCH)).toEqual([]);
    expect(refusalOf(adds(world, 'anna', { despite: ['closed'] }))).toBe('accepted');
    expect(plateOf(world, 'anna')).toMatchObject({ by: 'mila', despite: ['closed'] });
  });

  test('comes over the number where that was allowed, else in the line', () => {
    for (const who of ['riet', 'kees', 'mo', 'hein']) adds(world, who);
    expect(refusalOf(adds(world, 'anna'))).toBe('activityFull');
    expect(refusalOf(adds(world, 'anna', { despite: ['full'] }))).toBe('accepted');
    expect(refusalOf(adds(world, 'toos', { mayWait: true }))).toBe('accepted');
    expect(listOf(world).totals.people).toBe(5);
    expect(listOf(world).waiting).toHaveLength(1);
    expect(refusalOf(adds(world, 'toos', { despite: ['full'] }))).toBe('accepted');
    expect(listOf(world).totals.people).toBe(6);
  });

  test('has nothing written of what was not in the way', () => {
    adds(world, 'anna', { despite: ['closed', 'full'] });
    expect(plateOf(world, 'anna').despite).toEqual([]);
  });

  test('is there once, lives here, and comes to a meal that has not ended', () => {
    signsUp(world, 'anna');
    expect(refusalOf(adds(world, 'anna'))).toBe('alreadySignedUp');
    expect(refusalOf(adds(world, 'lies'))).toBe('residentUnknown');
    expect(refusalOf(adds(world, 'riet', { activityId: 'choir/2026-10-14' }))).toBe('notAMeal');
    clock('13:30');
    expect(refusalOf(adds(world, 'riet', { despite: ['closed'] }))).toBe('mealOver');
  });

  test('may be somebody’s guest, up to twenty, and goes with the host', () => {
    world = mealWorld({ capacity: null });
    signsUp(world, 'riet');
    const hostId = plateOf(world, 'riet').id;
    expect(refusalOf(adds(world, null, { hostId, guestName: 'Dochter  van\nRiet' }))).toBe('accepted');
    expect(guestsOf(world)).toMatchObject([{ guestName: 'Dochter van Riet' }]);
    for (let n = 1; n < 20; n += 1) adds(world, null, { hostId });
    expect(refusalOf(adds(world, null, { hostId }))).toBe('tooManyGuests');
    expect(off('riet')).toBe('accepted');
    expect(listOf(world).totals.people).toBe(0);
  });
});

describe('somebody in the line', () => {
  beforeEach(() => {
    for (const who of ['kees', 'mo', 'hein']) signsUp(world, who);
    world.send(resident('riet'), { type: 'signUp', activityId: LUNCH, residentIds: ['riet', 'leen'], guests: 0 });
  });
  const lets = (who: string) => adds(world, who, { despite: ['full'] });

  test('is let in where that was asked and allowed, with the party, and is told', () => {
    expect(refusalOf(adds(world, 'riet'))).toBe('activityFull');
    expect(refusalOf(adds(world, 'riet', { mayWait: true }))).toBe('alreadySignedUp');
    const verdict = lets('riet');
    expect(told(listOf(world).plates)).toHaveLength(5);
    expect(noticesOf(world.board, 'riet')).toEqual([`promoted ${LUNCH}`]);
    const put = verdict.ok
      ? verdict.value.flatMap((each) => (each.type === 'platePut' ? each.row.residentId : []))
      : [];
    expect(put.at(-1)).toBe('riet');
  });

  test('waits again in the same place where that is taken back, and not after the start', () => {
    signsUp(world, 'anna');
    lets('leen');
    const takesBack = (who: string) => said({ type: 'backToLine', activityId: LUNCH, plateId: plateOf(world, who).id });
    expect([takesBack('mo'), takesBack('leen'), takesBack('leen')]).toEqual([
      ...['plateUnknown', 'accepted', 'plateUnknown'],
    ]);
    expect(told(listOf(world).waiting)).toEqual(['Riet -', 'Leen -', 'Anna -']);
    expect([noticesOf(world.board, 'riet'), tasksFor(world.board, 'riet')]).toEqual([[], []]);
    expect(listOf(world).waiting.flatMap(({ plate }) => plate.despite)).toEqual([]);
    lets('leen');
    clock('12:30');
    expect(takesBack('leen')).toBe('activityStarted');
  });

  test('brings no more people than there are places at all', () => {
    const hostId = plateOf(world, 'riet').id;
    expect([1, 2, 3].map(() => refusalOf(adds(world, null, { hostId })))).toEqual([
      ...['accepted', 'accepted', 'partyTooLarge'],
    ]);
  });
});

describe('a neighbour who waits', () => {
  beforeEach(() => {
    for (const who of ['riet', 'kees', 'mo', 'hein']) signsUp(world, who);
    adds(world, null, { guestName: 'Wim', dish: 'vlees', mayWait: true });
  });
  const waits = () => listOf(world).waiting[0]!.plate;
  const lets = (plateId: string, despite: ('closed' | 'full')[] = []) =>
    said({ type: 'letIn', activityId: LUNCH, plateId, despite });

  test('comes where that was asked and allowed, on what was chosen, and who allowed it is kept', () => {
    const { id } = waits();
    expect(lets(id)).toBe('activityFull');
    expect(lets(id, ['full'])).toBe('accepted');
    expect(told(listOf(world).plates).at(-1)).toBe('Wim vlees');
    expect(listOf(world).plates.at(-1)!.plate).toMatchObject({ id, despite: ['full'], by: 'mila' });
    expect(listOf(world).totals).toMatchObject({ people: 5, guests: 1 });
  });

  test('is asked about for both where the list is closed too, and can come after the start', () => {
    clock('12:15');
    expect([lets(waits().id, ['full']), lets(waits().id, ['closed'])]).toEqual(['mealClosed', 'activityFull']);
    expect(lets(waits().id, ['closed', 'full'])).toBe('accepted');
    expect(listOf(world).plates.at(-1)!.plate.despite).toEqual(['closed', 'full']);
  });

  test('passes who stands before them only after the question, and waits again where that is taken back', () => {
    adds(world, null, { guestName: 'Zus', mayWait: true });
    const zus = listOf(world).waiting[1]!.plate.id;
    expect(lets(zus)).toBe('activityFull');
    expect(lets(zus, ['full'])).toBe('accepted');
    expect(said({ type: 'backToLine', activityId: LUNCH, plateId: zus })).toBe('accepted');
    expect(told(listOf(world).waiting)).toEqual(['Wim vlees', 'Zus -']);
  });

  test('can be let in once, and only out of the line', () => {
    const { id } = waits();
    lets(id, ['full']);
    expect([lets(id, ['full']), lets(plateOf(world, 'mo').id, ['full']), lets('no such', ['full'])]).toEqual([
      ...['plateUnknown', 'plateUnknown', 'plateUnknown'],
    ]);
  });

  test('can be taken out of the line, which moves up', () => {
    adds(world, null, { guestName: 'Zus', mayWait: true });
    expect(said({ type: 'removePlate', activityId: LUNCH, plateId: waits().id })).toBe('accepted');
    expect(told(listOf(world).waiting)).toEqual(['Zus -']);
    off('mo');
    expect(told(listOf(world).plates).at(-1)).toBe('Zus -');
    expect(listOf(world).waiting).toEqual([]);
  });

  test('is let in by nobody of the house', () => {
    const command = { type: 'letIn', activityId: LUNCH, plateId: waits().id, despite: ['full'] } as const;
    expect(refusalOf(world.send(resident('anna'), command))).toBe('notAllowed');
  });
});

test('a whole party is let in by any of its plates, each with what was chosen, and is told', () => {
  for (const who of ['kees', 'mo', 'hein']) signsUp(world, who);
  world.send(resident('riet'), { type: 'signUp', activityId: LUNCH, residentIds: ['riet', 'leen'], guests: 1 });
  const guest = listOf(world).waiting.find(({ kind }) => kind === 'guest')!.plate;
  expect(said({ type: 'letIn', activityId: LUNCH, plateId: guest.id, despite: ['full'] })).toBe('accepted');
  expect(listOf(world).totals.people).toBe(6);
  expect(noticesOf(world.board, 'leen')).toEqual([`promoted ${LUNCH}`]);
});

describe('a plate taken off the list', () => {
  test('frees a place for the line, which is told', () => {
    for (const who of ['riet', 'kees', 'mo', 'hein', 'anna']) signsUp(world, who);
    expect(off('mo')).toBe('accepted');
    expect(partyOf(world.board, LUNCH, 'anna').status).toBe('going');
    expect(noticesOf(world.board, 'anna')).toEqual([`promoted ${LUNCH}`]);
    expect(back(plateOf(world, 'mo').id)).toBe('activityFull');
    expect(back(plateOf(world, 'mo').id, ['full'])).toBe('accepted');
  });

  test('comes back with what was chosen and paid, a host with the guests', () => {
    signsUp(world, 'riet', { guests: 2, dishes: ['vlees', null, 'vegetarisch'] });
    const plateIds = listOf(world).plates.map(({ plate }) => plate.id);
    does(world, { type: 'markPaid', activityId: LUNCH, plateIds, paid: 550 });
    off('riet');
    expect(listOf(world).totals).toMatchObject({ people: 0, paidCents: 1650, backCents: 1650 });
    expect(back(plateOf(world, 'riet').id)).toBe('accepted');
    expect(listOf(world).totals).toMatchObject({ people: 3, paidCents: 1650, backCents: 0 });
    expect(told(listOf(world).plates)).toEqual(['Riet vlees', 'guest -', 'guest vegetarisch']);
  });

  test('is late once the list is closed, and may then come back without asking', () => {
    signsUp(world, 'anna');
    clock('10:30');
    off('anna');
    expect(plateOf(world, 'anna')).toMatchObject({ goneLate: true, goneBy: 'mila' });
    expect(back(plateOf(world, 'anna').id)).toBe('accepted');
  });

  test('has the name of who allowed it back on, where something was in the way', () => {
    for (const who of ['riet', 'kees', 'mo', 'hein', 'anna']) signsUp(world, who);
    off('riet');
    back(plateOf(world, 'riet').id, ['full']);
    expect(plateOf(world, 'riet')).toMatchObject({ despite: ['full'], by: 'mila', at: instantText(world.now) });
  });

  test('comes back after its guest, where both were taken off one by one in the same moment', () => {
    signsUp(world, 'riet', { guests: 2 });
    const [first] = guestsOf(world);
    does(world, { type: 'removePlate', activityId: LUNCH, plateId: first!.id });
    off('riet');
    expect(back(plateOf(world, 'riet').id)).toBe('accepted');
    expect(listOf(world).plates).toHaveLength(2);
    const [gone] = listOf(world).gone;
    expect(back(gone!.plate.id)).toBe('accepted');
    expect(listOf(world).plates).toHaveLength(3);
  });

  test('keeps its number: a new guest never gets the one of a guest who went', () => {
    signsUp(world, 'riet', { guests: 2 });
    const [first] = guestsOf(world);
    does(world, { type: 'removePlate', activityId: LUNCH, plateId: first!.id });
    adds(world, null, { hostId: plateOf(world, 'riet').id });
    const ids = guestsOf(world).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(ids).not.toContain(first!.id);
  });

  test('does not take its payment from who signs up again', () => {
    signsUp(world, 'anna');
    does(world, { type: 'markPaid', activityId: LUNCH, plateIds: [plateOf(world, 'anna').id], paid: 550 });
    const { id } = partyOf(world.board, LUNCH, 'anna');
    world.send(resident('anna'), { type: 'withdraw', activityId: LUNCH, signUpId: id, residentIds: ['anna'] });
    signsUp(world, 'anna');
    expect(plateOf(world, 'anna').paid).toBe(550);
    expect(group(world.board.plate, LUNCH).size).toBe(1);
  });
});

test('a guest who paid stays under the host, also where the host comes back without, until the money is back', () => {
  signsUp(world, 'anna', { guests: 1 });
  const [guest] = guestsOf(world);
  does(world, { type: 'markPaid', activityId: LUNCH, plateIds: [guest!.id], paid: 550 });
  off('anna');
  signsUp(world, 'anna');
  off('anna');
  expect(refusalOf(adds(world, 'anna'))).toBe('accepted');
  const { gone } = listOf(world);
  expect(gone.map(({ host, plate }) => [host?.firstName, plate.paid])).toEqual([['Anna', 550]]);
  expect(said({ type: 'markPaid', activityId: LUNCH, plateIds: [guest!.id], paid: null })).toBe('accepted');
  expect(listOf(world).totals.paidCents).toBe(0);
});

describe('a place given to somebody else', () => {
  test('goes with dish, take-away and payment, and nobody from the line slips in', () => {
    for (const who of ['riet', 'kees', 'mo', 'hein', 'anna']) signsUp(world, who, { dishes: ['vlees'] });
    const { id } = plateOf(world, 'mo');
    does(world, { type: 'markPaid', activityId: LUNCH, plateIds: [id], paid: 550 });
    does(world, { type: 'setTakeAway', activityId: LUNCH, plateId: id, takeAway: true });
    expect(said({ type: 'movePlate', activityId: LUNCH, plateId: id, residentId: 'toos', guestName: '' })).toBe(
      'accepted',
    );
    expect(plateOf(world, 'toos')).toMatchObject({ dish: 'vlees', takeAway: true, paid: 550 });
    expect(plateOf(world, 'mo')).toMatchObject({ movedTo: plateOf(world, 'toos').id, paid: null, goneLate: false });
    expect(partyOf(world.board, LUNCH, 'anna').status).toBe('waiting');
    expect(back(id)).toBe('plateUnknown');
  });

  test('may go to somebody who does not live here, or from a guest to a resident', () => {
    signsUp(world, 'riet', { guests: 1 });
    const move = (plateId: string, residentId: string | null) =>
      said({ type: 'movePlate', activityId: LUNCH, plateId, residentId, guestName: 'Zus' });
    expect(move(guestsOf(world)[0]!.id, 'anna')).toBe('accepted');
    expect(move(plateOf(world, 'anna').id, null)).toBe('accepted');
    expect(told(listOf(world).plates)).toEqual(['Riet -', 'Zus -']);
    expect(move(plateOf(world, 'riet').id, 'lies')).toBe('residentUnknown');
  });
});

describe('a couple that was taken off one by one', () => {
  const bothOff = (pause: number) => {
    world.send(resident('riet'), { type: 'signUp', activityId: LUNCH, residentIds: ['riet', 'leen'], guests: 1 });
    off('riet');
    world.now += pause;
    off('leen');
  };

  test.each([
    ['in the same moment', 0],
    ['one minute after the other', 60_000],
  ])('%s comes back one by one, in either order', (_when, pause) => {
    bothOff(pause);
    expect(back(plateOf(world, 'riet').id)).toBe('accepted');
    expect(told(listOf(world).plates)).toEqual(['Riet -']);
    expect(back(plateOf(world, 'leen').id)).toBe('accepted');
    expect(told(listOf(world).plates)).toEqual(['Riet -', 'Leen -']);
  });

  test.each([0, 60_000])('comes back by the last one with the guests that went along, after %i ms', (pause) => {
    bothOff(pause);
    expect(back(plateOf(world, 'leen').id)).toBe('accepted');
    expect(told(listOf(world).plates)).toEqual(['Leen -', 'guest -']);
    expect(back(plateOf(world, 'riet').id)).toBe('accepted');
    expect(told(listOf(world).plates)).toEqual(['Leen -', 'Riet -', 'guest -']);
  });
});

test('a place that was given away always says to which plate, also where who got it left and came back', () => {
  signsUp(world, 'anna');
  const { id } = plateOf(world, 'anna');
  said({ type: 'movePlate', activityId: LUNCH, plateId: id, residentId: 'toos', guestName: '' });
  off('toos');
  signsUp(world, 'toos');
  const plates = group(world.board.plate, LUNCH);
  expect(plates.has(plates.get(id)!.movedTo!)).toBe(true);
  expect(told(listOf(world).plates)).toEqual(['Toos -']);
});

describe('paid and came', () => {
  test('are kept for ever, for many plates at once, each once', () => {
    for (const who of ['riet', 'kees', 'mo']) signsUp(world, who);
    const plateIds = listOf(world).plates.map(({ plate }) => plate.id);
    clock('23:00');
    expect(said({ type: 'markCame', activityId: LUNCH, plateIds, came: true })).toBe('accepted');
    expect(said({ type: 'markCame', activityId: LUNCH, plateIds: [plateIds[0]!], came: false })).toBe('accepted');
    expect(said({ type: 'markPaid', activityId: LUNCH, plateIds: [...plateIds, ...plateIds], paid: 550 })).toBe(
      'accepted',
    );
    expect(listOf(world).totals).toMatchObject({ came: 2, absent: 1, unmarked: 0, paidCents: 1650, openCents: 0 });
  });

  test('of two who tick the same row at once are both kept', () => {
    signsUp(world, 'anna');
    const { id } = plateOf(world, 'anna');
    does(world, { type: 'markPaid', activityId: LUNCH, plateIds: [id], paid: 550 });
    world.send(
      { ...staff, visitId: 'other tablet' },
      { type: 'markCame', activityId: LUNCH, plateIds: [id], came: true },
    );
    does(world, { type: 'chooseDish', activityId: LUNCH, plateId: id, dish: 'vlees' });
    expect(plateOf(world, 'anna')).toMatchObject({ paid: 550, came: true, dish: 'vlees' });
  });

  test('of a list that is a moment old mark who is still on it, and refuse only where nobody is', () => {
    signsUp(world, 'anna');
    signsUp(world, 'mo');
    const plateIds = listOf(world).plates.map(({ plate }) => plate.id);
    off('mo');
    expect(said({ type: 'markCame', activityId: LUNCH, plateIds, came: true })).toBe('accepted');
    expect(plateOf(world, 'mo').came).toBe(null);
    expect(said({ type: 'markCame', activityId: LUNCH, plateIds: [plateIds[1]!], came: true })).toBe('plateUnknown');
    expect(said({ type: 'markPaid', activityId: LUNCH, plateIds: ['no such'], paid: 550 })).toBe('plateUnknown');
  });

  test('are for the price of the day money was first taken, whatever the menu says later', () => {
    signsUp(world, 'anna');
    signsUp(world, 'mo');
    does(world, { type: 'markPaid', activityId: LUNCH, plateIds: [plateOf(world, 'anna').id], paid: 550 });
    does(world, {
      type: 'setMenu',
      date: '2026-10-14',
      meal: 'lunch',
      menu: 'Soep',
      choices: [],
      allergens: [],
      price: 900,
    });
    expect(listOf(world).totals).toMatchObject({ paidCents: 550, openCents: 550, unpaid: 1 });
  });
});

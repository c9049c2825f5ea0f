// Residents, scooters, team and menu of a file: read twice nothing doubles, and nobody is lost or mixed up.
import { beforeEach, describe, expect, test } from 'vitest';
import { boardOf } from '../../src/domain/board.ts';
import type { Command, ResidentLine } from '../../src/domain/commands.ts';
import { type MenuDay, menuOn } from '../../src/domain/meal.ts';
import { nameKey } from '../../src/domain/same-person.ts';
import { group, row, rows } from '../../src/domain/table.ts';
import { createWorld, line, listsOf, staff, type World } from '../support/builders.ts';

let world: World;
beforeEach(() => {
  world = createWorld();
});

const person = (fields: Partial<ResidentLine> = {}): ResidentLine => ({
  ...{ number: '301', floor: 3, salutation: 'mevrouw', firstName: 'Ida', infix: 'van der', lastName: 'Bos' },
  ...fields,
});
const send = (command: Command) => {
  const verdict = world.send(staff, command);
  expect(verdict.ok).toBe(true);
  return verdict.ok ? verdict.value : [];
};
const importResidents = (...lines: ResidentLine[]) => send({ type: 'importResidents', lines });
const behind = (number: string) => {
  const home = [...rows(world.board.home)].find((each) => each.number === number);
  return [...rows(world.board.resident)].filter(({ homeId }) => homeId === home?.id);
};

describe('a residents’ file', () => {
  test('read again changes nothing', () => {
    const lines = [person({ cardHash: 'card-ida' }), person({ firstName: 'Jan', salutation: 'meneer' })];
    importResidents(...lines);
    expect(behind('301')).toHaveLength(2);
    const before = listsOf(world.board);
    expect(importResidents(...lines)).toEqual([]);
    expect(listsOf(world.board)).toEqual(before);
  });

  test('recognises somebody by card, whatever else has changed, and keeps their sign-ups', () => {
    importResidents(person({ cardHash: 'card-ida' }));
    const ida = behind('301')[0]!.id;
    send({ type: 'signUp', activityId: 'choir/2026-10-14', residentIds: [ida], guests: 0 });
    importResidents(person({ cardHash: 'card-ida', number: '102', firstName: 'Ietje' }));
    expect(row(world.board.resident, ida, ida)).toMatchObject({ firstName: 'Ietje', homeId: 'door-102' });
    expect(line(world.board, 'choir/2026-10-14')).toEqual([`going ${ida}`]);
  });

  test('gives a new card and ends the old one, which may have been lost; an empty card ends nothing', () => {
    importResidents(person({ cardHash: 'card-old' }));
    importResidents(person({ cardHash: 'card-new' }));
    importResidents(person({ cardHash: null }));
    const [ida] = behind('301');
    expect([...rows(world.board.card)].filter(({ residentId }) => residentId === ida!.id)).toEqual([
      { id: 'card-new', residentId: ida!.id },
    ]);
  });

  test('recognises somebody by door, salutation and name, however it is written', () => {
    importResidents(person({ firstName: 'Zoë', lastName: 'Özgür-Bos' }));
    importResidents(person({ firstName: 'ZOE', infix: 'Van Der', lastName: 'özgur bos', number: ' 301 ' }));
    expect([...rows(world.board.resident)].filter(({ initial }) => initial === 'Ö.')).toHaveLength(1);
    expect(nameKey(person({ lastName: 'de Boer' }))).not.toBe(nameKey(person({ lastName: 'de Boor' })));
  });

  test('tells two people of one name behind one door apart, also the second time', () => {
    const twins = [person({ salutation: null }), person({ salutation: null })];
    importResidents(...twins);
    importResidents(...twins);
    expect(behind('301')).toHaveLength(2);
  });

  test('never gives somebody’s row to another whose card stands further down', () => {
    importResidents(person({ cardHash: 'card-ida' }));
    const ida = behind('301')[0]!.id;
    importResidents(person(), person({ cardHash: 'card-ida', lastName: 'Boom' }));
    expect(row(world.board.residentPrivate, ida, ida)?.lastName).toBe('Boom');
    expect(behind('301')).toHaveLength(2);
  });

  test('makes nobody somebody else by a card: who has it is told, and nothing is read', () => {
    importResidents(person({ cardHash: 'card-ida' }), person({ salutation: 'meneer', firstName: 'Jan' }));
    const before = listsOf(world.board);
    const [ida] = behind('301');
    for (const line of [
      person({ number: '101', salutation: 'meneer', firstName: 'Cor', lastName: 'Mol', cardHash: 'card-ida' }),
      person({ salutation: 'meneer', firstName: 'Jan', cardHash: 'card-ida' }),
      person({ salutation: 'meneer', firstName: 'Piet', cardHash: 'card-ida' }),
    ]) {
      const verdict = world.send(staff, { type: 'importResidents', lines: [line] });
      expect(verdict).toEqual({ ok: false, error: { type: 'cardTaken', residentId: ida!.id } });
    }
    expect(listsOf(world.board)).toEqual(before);
  });

  test('is about whom somebody says it is: the one who moved, or a namesake', () => {
    importResidents(person());
    const [ida] = behind('301');
    importResidents(person({ number: '101', residentId: ida!.id }));
    expect(behind('301')).toEqual([]);
    expect(behind('101')).toContainEqual(expect.objectContaining({ id: ida!.id }));
    importResidents(person({ number: '101', residentId: null }));
    expect(behind('101').filter(({ firstName }) => firstName === 'Ida')).toHaveLength(2);
  });

  test('keeps what it does not say: card, phone, language and consent', () => {
    importResidents(person({ cardHash: 'card-ida', phone: '0201234567', language: 'tr', showName: true }));
    importResidents(person({ cardHash: null }));
    const ida = behind('301')[0]!;
    expect(ida).toMatchObject({ language: 'tr', showName: true });
    expect(row(world.board.residentPrivate, ida.id, ida.id)?.phone).toBe('0201234567');
    expect(row(world.board.card, 'card-ida', 'card-ida')?.residentId).toBe(ida.id);
  });

  test('gives and takes back a clearance, and leaves it where it does not say', () => {
    const clearance = { validUntil: '2027-01-01', types: ['klein'] };
    importResidents(person({ clearance }));
    const ida = behind('301')[0]!.id;
    expect([...group(world.board.clearance, ida).values()]).toMatchObject([clearance]);
    importResidents(person());
    expect(group(world.board.clearance, ida).size).toBe(1);
    importResidents(person({ clearance: null }));
    expect(group(world.board.clearance, ida).size).toBe(0);
  });

  test('makes one door for all who live behind it, and removes nobody who is not in it', () => {
    const before = [...rows(world.board.resident)].length;
    importResidents(person({ number: '12A' }), person({ number: '12 a', firstName: 'Jan' }));
    expect([...rows(world.board.resident)]).toHaveLength(before + 2);
    expect([...rows(world.board.home)].filter(({ number }) => number.startsWith('12'))).toHaveLength(1);
  });
});

describe('a list', () => {
  const scooter = { name: 'Rood', colour: 'rood', type: 'klein', maxSpeed: 8, place: 'hal', remark: '' };
  const member = {
    name: 'Mila',
    role: 'manager',
    function: 'beheerder',
    contact: true,
    calls: false,
    phone: null,
    presence: [],
  } as const;
  const menu = { on: 4, meal: 'lunch', menu: 'Soep', choices: [], allergens: [], price: 450 } as const;

  test('of scooters, team or menu read again changes nothing, and updates who has the same name', () => {
    const commands: Command[] = [
      { type: 'importScooters', lines: [scooter] },
      { type: 'importStaff', lines: [member] },
      { type: 'importMenu', lines: [menu, { ...menu, on: '2026-10-15', menu: 'Pannenkoeken' }] },
    ];
    for (const command of commands) send(command);
    for (const command of commands) expect(send(command)).toEqual([]);
    send({ type: 'importScooters', lines: [{ ...scooter, name: ' rood ', place: 'berging' }] });
    expect([...rows(world.board.scooter)]).toMatchObject([{ place: 'berging' }]);
    expect(row(world.board.staffMember, 'mila', 'mila')?.function).toBe('beheerder');
    expect([...rows(world.board.menuDay)]).toHaveLength(2);
  });

  test('that names something twice has it once', () => {
    send({ type: 'importScooters', lines: [scooter, { ...scooter, place: 'berging' }] });
    expect([...rows(world.board.scooter)]).toMatchObject([{ place: 'berging' }]);
  });

  test('of menus: one for the date wins over the weekly one', () => {
    const menus = [
      { ...menu, id: 'a' },
      { ...menu, id: 'b', on: '2026-10-15', menu: 'Pannenkoeken' },
    ];
    const of = (menus: readonly MenuDay[]) => boardOf({ menuDay: menus }).menuDay;
    expect(menuOn(of(menus), 'lunch', '2026-10-15')?.menu).toBe('Pannenkoeken');
    expect(menuOn(of(menus.toReversed()), 'lunch', '2026-10-15')?.menu).toBe('Pannenkoeken');
    expect(menuOn(of(menus), 'lunch', '2026-10-22')?.menu).toBe('Soep');
    expect(menuOn(of(menus), 'lunch', '2026-10-23')).toBe(undefined);
    expect(menuOn(of(menus), 'warm', '2026-10-22')).toBe(undefined);
  });
});

// What each role may read and command, tried over the network one by one against a list written by hand: the tables of
// the domain are judged by it, never the other way round.
import http from 'node:http';
import { describe, expect, test } from 'vitest';
import { type BoardRows, type Collection, collectionNames } from '../../../src/domain/board.ts';
import { type CommandType, commandSchema } from '../../../src/domain/commands.ts';
import { permissions } from '../../../src/domain/permissions.ts';
import type { StaffRole } from '../../../src/domain/staff-member.ts';
import { instantText } from '../../../src/domain/time.ts';
import { commandId, houseRows, MORNING, series } from '../../support/builders.ts';
import { anEntry, putsOf } from '../../support/engines.ts';
import { samples } from '../../support/one-of-each.ts';
import { helper, oneOfEachCommand } from '../../support/one-of-each-command.ts';
import { openTestHouse, secrets, type TestHouse } from './test-house.ts';

const CARD = '04A1';
const people = ['name', 'card', 'volunteer', 'manager', 'admin', 'operator'] as const;
type Person = (typeof people)[number];

const everybody = people;
const shown: readonly Person[] = ['card', 'volunteer', 'manager', 'admin', 'operator'];
const staff: readonly Person[] = ['volunteer', 'manager', 'admin', 'operator'];
const managers: readonly Person[] = ['manager', 'admin', 'operator'];
/** Each by a route of its own, or by the server itself. */
const nobody: readonly Person[] = [];

const commanders: { readonly [Type in CommandType]: readonly Person[] } = {
  signUp: everybody,
  changeGuests: everybody,
  withdraw: everybody,
  dismissNotice: everybody,
  addPlate: staff,
  removePlate: staff,
  restorePlate: staff,
  letIn: staff,
  backToLine: staff,
  movePlate: staff,
  chooseDish: everybody,
  setTakeAway: staff,
  nameGuest: staff,
  markPaid: staff,
  markCame: staff,
  setDiet: staff,
  setGuestDiet: staff,
  openMeal: staff,
  closeMeal: staff,
  resetMeal: staff,
  finishMeal: staff,
  printMeal: staff,
  notePaperLine: staff,
  setStanding: everybody,
  stopStanding: everybody,
  pauseStanding: everybody,
  resumeStanding: everybody,
  setMenu: staff,
  putStaffMember: managers,
  removeStaffMember: managers,
  setStaffCode: nobody,
  setStaffPassword: nobody,
  setStaffCard: nobody,
  setStaffPhoto: managers,
  setStaffToday: managers,
  noteLockout: nobody,
  book: shown,
  cancelBooking: shown,
  moveBooking: shown,
  takeScooter: shown,
  returnScooter: shown,
  seenBooking: shown,
  reportDefect: everybody,
  mendScooter: staff,
  lendScooter: staff,
  checkScooter: staff,
  missScooter: everybody,
  setScooterRules: managers,
  setPictureCode: nobody,
  /** Of volunteers only whom it was given to: tried below. */
  noteCall: managers,
  undoCall: managers,
  putOnRound: managers,
  askVisit: everybody,
  takeBackVisit: everybody,
  changeActivity: managers,
  changeSeries: managers,
  putSeries: managers,
  endSeries: managers,
  copyActivities: managers,
  putRoom: managers,
  removeRoom: managers,
  setPeriod: managers,
  removePeriod: managers,
  markAttendance: staff,
  countVisitors: staff,
  messagePeople: managers,
  letPass: managers,
  cancelActivity: managers,
  restoreActivity: managers,
  skipDate: managers,
  restoreDate: managers,
  setLocation: managers,
  importResidents: managers,
  importProgramme: managers,
  importScooters: managers,
  importStaff: managers,
  importMenu: managers,
  addCalendarLink: nobody,
  removeCalendarLink: managers,
  putResident: managers,
  leaveHouse: managers,
  eraseResident: nobody,
  returnToHouse: managers,
  setClearance: managers,
  setResidentCard: nobody,
  postAnnouncement: managers,
  changeAnnouncement: managers,
  endAnnouncement: managers,
  noteShowing: nobody,
};

const team = (['volunteer', 'manager', 'admin'] as const satisfies readonly StaffRole[]).map((role) => ({
  ...helper,
  id: role,
  name: role,
  role,
}));
const rows = (): BoardRows => ({
  ...houseRows(),
  series: Object.values(series),
  staffMember: team,
  card: [{ id: secrets.hashCard(CARD), residentId: 'anna' }],
});

/** Sends one command as this person would, and says how it ended. */
async function outcomeOf(house: TestHouse, person: Person, type: CommandType): Promise<string> {
  const command = { type, ...oneOfEachCommand[type] };
  const envelope = (actor: object) => ({ id: commandId(1), command, tappedAt: instantText(MORNING), actor });
  const answer = await (async () => {
    if (person === 'name')
      return house.post('/api/commands', envelope({ residentId: 'anna', proof: 'name', visitId: 'v' }));
    if (person === 'card') {
      const { token } = (await house.post('/api/identify', { card: CARD, visitId: 'v' })).json();
      return house.post('/api/commands', envelope({ residentId: 'anna', proof: 'card', visitId: 'v', token }));
    }
    const actor = { staffId: person, proof: 'session', visitId: 'v' };
    if (person === 'operator') return house.operate('/api/commands', envelope(actor));
    return house.post('/api/commands', envelope(actor), { cookie: await house.signIn(person) });
  })();
  const { status, refusal, problem, code } = answer.json();
  return status === 'accepted' ? 'accepted' : (refusal?.type ?? problem?.code ?? code);
}

test('every command is in the list, and has the shape of one', () => {
  expect(Object.keys(commanders).sort()).toEqual(Object.keys(permissions).sort());
  for (const [type, fields] of Object.entries(oneOfEachCommand)) {
    expect(commandSchema['~run']({ value: { type, ...fields } }, {}).issues ?? []).toEqual([]);
  }
});

describe.each(people)('a command of %s', (person) => {
  test.each(Object.keys(commanders) as CommandType[])('%s', async (type) => {
    const house = await openTestHouse({ rows: rows() });
    const outcome = await outcomeOf(house, person, type);
    expect(outcome === 'notAllowed' ? 'refused' : 'judged').toBe(
      commanders[type].includes(person) ? 'judged' : 'refused',
    );
    // A no of the door or of the table: nothing was written.
    if (!commanders[type].includes(person)) expect(house.store.journal.flatMap(({ changes }) => changes)).toEqual([]);
  });
});

const forServer: readonly Collection[] = ['card', 'staffSecret', 'staffCard', 'pictureCode'];
const forManagers: readonly Collection[] = ['lockout', 'calendarLink', 'showing', 'toTell'];
const forVolunteers: readonly Collection[] = [
  ...(['room', 'period', 'attendance', 'visitors'] as const),
  ...([
    'residentPrivate',
    'callTask',
    'callNote',
    'diet',
    'mealPrint',
    'paperLine',
    'clearance',
    'checkUp',
    'miss',
  ] as const),
];
const forEverybody: readonly Collection[] = [
  ...([
    'location',
    'home',
    'resident',
    'series',
    'override',
    'signUp',
    'notice',
    'staffMember',
    'staffFace',
    'plate',
    'standing',
  ] as const),
  ...(['sitting', 'menuDay', 'scooter', 'scooterRules', 'booking', 'defect', 'visitAsked'] as const),
  'announcement',
];
const readers = ['kiosk', 'volunteer', 'manager', 'admin', 'operator'] as const;
const readable: { readonly [Name in (typeof readers)[number]]: readonly Collection[] } = {
  kiosk: forEverybody,
  volunteer: [...forEverybody, ...forVolunteers],
  manager: [...forEverybody, ...forVolunteers, ...forManagers],
  admin: [...forEverybody, ...forVolunteers, ...forManagers],
  operator: [...forEverybody, ...forVolunteers, ...forManagers],
};

async function headersOf(house: TestHouse, reader: (typeof readers)[number]): Promise<Record<string, string>> {
  if (reader === 'kiosk') return {};
  if (reader === 'operator') return { cookie: '', authorization: `Bearer ${house.operatorToken}` };
  return { cookie: await house.signIn(reader) };
}

/** What a stream says up to and with its first entry. */
function readUntil(house: TestHouse, path: string, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const cookie = { cookie: house.cookie };
    const sent = http.get({ port: house.port, path, headers: { ...cookie, ...headers }, agent: false }, (response) => {
      let text = '';
      response
        .on('error', () => undefined)
        .on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (!/^id: .*\ndata: .*\n\n/m.test(text)) return;
          sent.destroy();
          resolve(text);
        });
    });
    sent.on('error', reject);
  });
}

test('every collection is in one list', () => {
  expect([...forServer, ...forManagers, ...forVolunteers, ...forEverybody].sort()).toEqual([...collectionNames].sort());
});

describe.each(readers)('what %s reads', (reader) => {
  const asked = reader === 'kiosk' ? '' : 'as=staff';

  test('of the board', async () => {
    const house = await openTestHouse({ rows: { ...samples, ...rows() } });
    const reply = await house.get(`/api/board?${asked}`, await headersOf(house, reader));
    expect(reply.status).toBe(200);
    expect(Object.keys(reply.json().rows).sort()).toEqual([...readable[reader]].sort());
    expect(reply.text.includes('0612345678')).toBe(['manager', 'admin', 'operator'].includes(reader));
  });

  test('of its changes', async () => {
    const house = await openTestHouse({ rows: rows() });
    const before = new Set(Object.keys(rows()));
    const changes = collectionNames
      .filter((name) => !before.has(name) || name === 'residentPrivate' || name === 'card')
      .flatMap((name) => putsOf(name, samples));
    const transaction = await house.store.begin('flat', []);
    await transaction.commit([anEntry({ version: 1, commandId: commandId(9), changes })]);
    await house.authority.catchUp();
    const text = await readUntil(house, `/api/changes?after=epoch0001:0&${asked}`, await headersOf(house, reader));
    const told = new Set([...text.matchAll(/"type":"(\w+)Put"/g)].map(([, name]) => name));
    const expected = readable[reader].filter((name) => changes.some(({ type }) => type === `${name}Put`));
    // Of what is in no activity that a shared screen shows there may be nothing to tell.
    for (const name of told) expect(expected).toContain(name);
    for (const name of [...forVolunteers, ...forManagers]) expect(told.has(name)).toBe(expected.includes(name));
    expect(text.includes('+31 6 12345678')).toBe(['manager', 'admin', 'operator'].includes(reader));
  });
});

/** Who has an account; each reads their own and nobody writes another's. */
const withDrafts: readonly Person[] = ['volunteer', 'manager', 'admin'];

describe.each(people)('what %s began to fill in', (person) => {
  test('is kept for who has an account, and read by them alone', async () => {
    const house = await openTestHouse({ rows: rows() });
    const headers = async (who: Person): Promise<Record<string, string>> => {
      if (who === 'operator') return { cookie: '', authorization: `Bearer ${house.operatorToken}` };
      return withDrafts.includes(who) ? { cookie: await house.signIn(who) } : {};
    };
    const mayKeep = withDrafts.includes(person);
    const put = async (staffId: string) =>
      (await house.post('/api/drafts', { staffId, name: 'a', value: { text: 'mine' } }, await headers(person))).status;
    expect((await put(person)) === 204).toBe(mayKeep);
    for (const other of withDrafts) if (other !== person) expect(await put(other)).not.toBe(204);
    for (const reader of people) {
      const { text } = await house.get('/api/drafts', await headers(reader));
      expect([reader, text.includes('mine')]).toEqual([reader, mayKeep && reader === person]);
    }
  });
});

describe('a volunteer whom the call-and-knock round was given to', () => {
  const calling = (): BoardRows => ({
    ...rows(),
    staffMember: team.map((member) => ({ ...member, calls: member.id === 'volunteer' })),
    visitAsked: [{ id: 'anna', at: instantText(MORNING) }],
  });

  test('reads what a volunteer reads, with the numbers to call', async () => {
    const house = await openTestHouse({ rows: { ...samples, ...calling() } });
    const headers = { cookie: await house.signIn('volunteer') };
    const reply = await house.get('/api/board?as=staff', headers);
    expect(Object.keys(reply.json().rows).sort()).toEqual([...readable.volunteer, 'toTell'].sort());
    expect(reply.text).toContain('0612345678');
    // A screen in the hall where they are signed in still is one.
    expect((await house.get('/api/board?')).text).not.toContain('0612345678');
  });

  test.each(['noteCall', 'undoCall', 'putOnRound'] as const)('has a %s judged', async (type) => {
    const house = await openTestHouse({ rows: calling() });
    expect(await outcomeOf(house, 'volunteer', type)).not.toBe('notAllowed');
  });
});

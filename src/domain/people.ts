/**
 * Who lives behind which door, and what opens what for them. Two that change somebody at once lose nothing: what another
 * changed since is a no that names it. Refuses to know a card: it gets its hash.
 */
import type * as v from 'valibot';
import type { Board } from './board.ts';
import { homeOf } from './called.ts';
import type { Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { residentFieldsSchema } from './commands-people.ts';
import type { Judgement, Verdict } from './decide.ts';
import type { Frozen } from './frozen.ts';
import { livesHere } from './parties.ts';
import { oneLine } from './plate-rows.ts';
import type { Refusal } from './refusals.ts';
import { type Home, initialOf, isDoorNumber, isPhone } from './resident.ts';
import { no, ok, type Result } from './result.ts';
import { doorKey, homesByNumber, namedOn, nameKey } from './same-person.ts';
import { group, row, rows } from './table.ts';

export type ResidentFields = Frozen<v.InferOutput<typeof residentFieldsSchema>>;
export type ResidentField = keyof ResidentFields;

/** Before anything is said of somebody. */
export const nobodyYet: ResidentFields = {
  number: '',
  salutation: null,
  firstName: '',
  infix: '',
  lastName: '',
  language: 'nl',
  showName: false,
  phone: null,
};

/** What the desk says of a resident; null where nobody is known by this id. */
export function fieldsOf(board: Board, residentId: string): ResidentFields | null {
  const resident = row(board.resident, residentId, residentId);
  if (resident === undefined) return null;
  const { language, showName } = resident;
  const phone = row(board.residentPrivate, residentId, residentId)?.phone ?? null;
  return { ...namedOn(board, resident), language, showName, phone };
}

export function putResident(command: CommandOf<'putResident'>, judgement: Judgement): Verdict {
  const { board } = judgement;
  const known = command.id === null ? nobodyYet : fieldsOf(board, command.id);
  if (command.id !== null && (known === null || !livesHere(board, command.id)))
    return no({ type: 'residentUnknown', residentId: command.id });
  const said = tidy(command.fields);
  const changed = changedSince(known ?? nobodyYet, said, command);
  if (changed.length > 0) return no({ type: 'changedMeanwhile', fields: [...changed] });
  const next = { ...(known ?? nobodyYet), ...said };
  const id = command.id ?? judgement.newId();
  const refusal = refuseFields(next) ?? refuseTwin(board, next, id);
  if (refusal !== null) return no(refusal);
  const home = homeFor(command, next.number, judgement);
  if (!home.ok) return home;
  const { firstName, infix, language, lastName, phone, salutation, showName } = next;
  const initial = initialOf(lastName);
  return ok([
    { type: 'homePut', row: home.value },
    {
      type: 'residentPut',
      row: { id, homeId: home.value.id, salutation, firstName, initial, language, showName, left: null },
    },
    { type: 'residentPrivatePut', row: { id, firstName, infix, lastName, phone } },
  ]);
}

/** A field that is not there says nothing; a parsed command may have it as undefined. */
type Said = { readonly [Name in ResidentField]?: ResidentFields[Name] | undefined };

function tidy(fields: Said): Partial<ResidentFields> {
  const tidied = Object.entries(fields).map(([name, said]) => {
    if (typeof said !== 'string' || name === 'language') return [name, said];
    if (name === 'number') return [name, said.replace(/\s+/g, '')];
    return [name, oneLine(said) || (name === 'phone' ? null : '')];
  });
  return Object.fromEntries(tidied.filter(([, said]) => said !== undefined));
}

/** What somebody else changed into something else than is said now. */
function changedSince(
  now: ResidentFields,
  said: Partial<ResidentFields>,
  { id, was }: CommandOf<'putResident'>,
): readonly ResidentField[] {
  if (id === null) return [];
  const names = Object.keys(said) as ResidentField[];
  return names.filter((name) => was[name] !== undefined && now[name] !== was[name] && now[name] !== said[name]);
}

function refuseFields({ firstName, lastName, number, phone }: ResidentFields): Refusal | null {
  if (firstName === '' || lastName === '') return { type: 'nameMissing' };
  if (!isDoorNumber(number)) return { type: 'doorUnreadable' };
  return phone === null || isPhone(phone) ? null : { type: 'phoneUnreadable' };
}

/** The same person behind the same door twice is one person too many. */
function refuseTwin(board: Board, fields: ResidentFields, id: string): Refusal | null {
  const key = nameKey(fields);
  for (const resident of rows(board.resident)) {
    if (resident.id === id || resident.left !== null) continue;
    if (nameKey(namedOn(board, resident)) === key) return { type: 'alreadyLivesHere', residentId: resident.id };
  }
  return null;
}

/** A door the house knows keeps its floor: who types another one means another door. */
function homeFor(
  { id, floor }: CommandOf<'putResident'>,
  number: string,
  { board, newId }: Judgement,
): Result<Home, Refusal> {
  const now = id === null ? null : homeOf(board, id);
  const known =
    now !== null && doorKey(now.number) === doorKey(number) ? now : homesByNumber(board).get(doorKey(number));
  if (known === undefined) return floor === null ? no({ type: 'floorMissing' }) : ok({ id: newId(), number, floor });
  return floor === null || floor === known.floor ? ok(known) : no({ type: 'otherFloor', floor: known.floor });
}

export function setClearance({ residentId, clearance }: CommandOf<'setClearance'>, { board }: Judgement): Verdict {
  if (!livesHere(board, residentId)) return no({ type: 'residentUnknown', residentId });
  const id = `${residentId}/clearance`;
  const others = [...group(board.clearance, residentId).keys()].filter((each) => clearance === null || each !== id);
  const gone = others.map((each): Change => ({ type: 'clearanceRemoved', parent: residentId, id: each }));
  if (clearance === null) return ok(gone);
  const types = [...new Set(clearance.types.map((type) => type.trim().toLowerCase()))].filter((type) => type !== '');
  if (types.length === 0) return no({ type: 'typesMissing' });
  return ok([...gone, { type: 'clearancePut', row: { id, residentId, validUntil: clearance.validUntil, types } }]);
}

/** One card a person: a new one takes the place of the one that was lost. Somebody else's card stays theirs. */
export function setResidentCard(command: CommandOf<'setResidentCard'>, { board }: Judgement): Verdict {
  const { cardHash, residentId } = command;
  if (cardHash !== null && !livesHere(board, residentId)) return no({ type: 'residentUnknown', residentId });
  const held = cardHash === null ? undefined : row(board.card, cardHash, cardHash);
  if (held !== undefined && held.residentId !== residentId)
    return no({ type: 'cardTaken', residentId: held.residentId });
  const earlier = withoutCards(board, residentId, cardHash);
  return ok(cardHash === null ? earlier : [...earlier, { type: 'cardPut', row: { id: cardHash, residentId } }]);
}

/** Every card of a resident taken away, but for this one. */
export function withoutCards(board: Board, residentId: string, but: string | null = null): readonly Change[] {
  const cards = [...rows(board.card)].filter((card) => card.residentId === residentId && card.id !== but);
  return cards.map(({ id }): Change => ({ type: 'cardRemoved', parent: id, id }));
}

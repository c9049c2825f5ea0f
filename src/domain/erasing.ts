/**
 * Somebody is erased: who they were, what they were told and what opened something for them is gone; of what they took
 * part in only the numbers stay, so that a list of long ago still adds up (DESIGN §5). Refuses to leave their id anywhere.
 */
import { type Board, type Collection, collectionNames, keyOf, type Rows } from './board.ts';
import { apply, type Change } from './changes.ts';
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { leaveHouse } from './leaving.ts';
import { no, ok } from './result.ts';
import { row, rows, type Table } from './table.ts';

export function eraseResident({ residentId }: CommandOf<'eraseResident'>, judgement: Judgement): Verdict {
  const resident = row(judgement.board.resident, residentId, residentId);
  if (resident === undefined) return no({ type: 'residentUnknown', residentId });
  // Places to come go to who waits, as with anybody who goes.
  const left =
    resident.left === null ? leaveHouse({ type: 'leaveHouse', residentId, reason: 'moved' }, judgement) : ok([]);
  if (!left.ok) return left;
  const after = apply(judgement.board, left.value);
  return ok([...left.value, ...erased(after, residentId, judgement.newId)]);
}

/** Of these a row about somebody counts for nobody else. */
const theirs: ReadonlySet<Collection> = new Set<Collection>([
  'resident',
  'residentPrivate',
  'card',
  'pictureCode',
  'diet',
  'clearance',
  'notice',
  'callTask',
  'callNote',
  'toTell',
  'visitAsked',
  'standing',
]);

function erased(board: Board, residentId: string, newId: () => string): readonly Change[] {
  const mentions = mentioning(residentId);
  /** Somebody, at one activity: what they did at another must not be told to be theirs. */
  const strangers = new Map<string, string>();
  const strangerAt = (place: string): string => {
    const known = strangers.get(place) ?? newId();
    strangers.set(place, known);
    return known;
  };
  return collectionNames.flatMap((name) => {
    const all = [...rows<Rows[Collection]>(board[name] as Table<Rows[Collection]>)];
    const found = all.filter((each) => mentions.test(JSON.stringify(each)));
    return found.flatMap((each): readonly Change[] => {
      const [parent, id] = keyOf(name, each);
      if (theirs.has(name)) return [removed(name, parent, id)];
      if (name === 'booking' || name === 'defect')
        return [
          put(name, { ...each, residentId: null, ...('visitId' in each ? { visitId: null } : {}) } as Rows[Collection]),
        ];
      const anonymous = replaced(each, mentions, strangerAt(parent)) as Rows[Collection];
      return [...(anonymous.id === id ? [] : [removed(name, parent, id)]), put(name, anonymous)];
    });
  });
}

/** An id as itself and as a part of another, such as `<party>/<resident>`; never as the beginning of a longer one. */
const mentioning = (id: string): RegExp => new RegExp(`(?<![\\w-])${id.replaceAll(/[^\w]/g, '\\$&')}(?![\\w-])`);

function replaced(value: unknown, from: RegExp, to: string): unknown {
  if (typeof value === 'string') return value.replaceAll(new RegExp(from.source, 'g'), () => to);
  if (Array.isArray(value)) return value.map((each) => replaced(each, from, to));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, from, to)]));
}

const removed = (name: Collection, parent: string, id: string): Change =>
  ({ type: `${name}Removed`, parent, id }) as Change;

const put = (name: Collection, each: Rows[Collection]): Change => ({ type: `${name}Put`, row: each }) as Change;

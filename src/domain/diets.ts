/** What people may not eat, as the team knows it (DESIGN §5: never on a shared screen). Refuses to guess. */
import type { CommandOf } from './commands.ts';
import type { Judgement, Verdict } from './decide.ts';
import { allergens, type Diet, dietKinds, LONGEST_NOTE } from './meal-rows.ts';
import { livesHere } from './parties.ts';
import { findPlate } from './plate-found.ts';
import { oneLine, putPlate } from './plate-rows.ts';
import { no, ok } from './result.ts';
import { row } from './table.ts';
import { instantText } from './time.ts';

type Said = Pick<Diet, 'kinds' | 'allergens' | 'note'>;
type Written = Said & Pick<CommandOf<'setDiet'>, 'was'>;

export function setDiet(command: CommandOf<'setDiet'>, judgement: Judgement): Verdict {
  const { residentId } = command;
  if (!livesHere(judgement.board, residentId)) return no({ type: 'residentUnknown', residentId });
  return ok(dietChanges(residentId, command, judgement));
}

export function setGuestDiet(command: CommandOf<'setGuestDiet'>, judgement: Judgement): Verdict {
  const found = findPlate(command, judgement);
  if (!found.ok) return found;
  const { party, plate } = found.value;
  if (plate.residentId !== null) return no({ type: 'plateUnknown', plateId: plate.id });
  // The plate is written too: a diet belongs to a number that stays.
  const written = [{ type: 'signUpPut', row: party } as const, putPlate(plate)];
  return ok([...written, ...dietChanges(plate.id, command, judgement)]);
}

/** A diet that ends stays as an empty row, so that a sheet printed before is known to be old. */
function dietChanges(id: string, command: Written, { board, now }: Judgement) {
  const known = row(board.diet, id, id);
  const said = merged(command, known);
  const next: Diet = {
    id,
    kinds: dietKinds.filter((kind) => said.kinds.includes(kind)),
    allergens: allergens.filter((each) => said.allergens.includes(each)),
    note: oneLine(said.note),
    at: instantText(now),
  };
  const same = known === undefined ? isEmptyDiet(next) : sameDiet(known, next);
  return same ? [] : [{ type: 'dietPut', row: next } as const];
}

/** What its writer changed, made to what is known by now: of two who write at once neither is lost. */
function merged({ was, ...said }: Written, known: Said | undefined): Said {
  if (was === undefined || known === undefined) return said;
  const both = <Each>(all: readonly Each[], of: (diet: Said) => readonly Each[]) =>
    all.filter((each) => of(of(said).includes(each) === of(was).includes(each) ? known : said).includes(each));
  return {
    kinds: both(dietKinds, (diet) => diet.kinds),
    allergens: both(allergens, (diet) => diet.allergens),
    note: mergedNote(known.note, oneLine(said.note), was.note),
  };
}

function mergedNote(known: string, said: string, was: string): string {
  if (said === was || said === known) return known;
  if (known === was) return said;
  const together = [known, said].filter((each) => each !== '').join(', ');
  return together.length > LONGEST_NOTE ? said : together;
}

export const isEmptyDiet = (diet: Said): boolean =>
  diet.kinds.length === 0 && diet.allergens.length === 0 && diet.note === '';

const sameDiet = (a: Said, b: Said): boolean => dietKey(a) === dietKey(b);

/** The same for the same diet, in any order; what is stored is in the order of the lists. */
export const dietKey = ({ allergens: none, kinds, note }: Said): string => [...kinds, ...none, note].join('|');

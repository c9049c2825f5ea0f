/** What a row of the list says, as plain words, so that a row is drawn again only when its words change. */
import type { MealList, PlateView } from '../../../domain/meal-views.ts';
import { dietWords, dishWords, type MealSpeech, money, plateName } from './meal-words.ts';

export interface Note {
  readonly tone: 'plain' | 'diet' | 'added' | 'gone';
  readonly text: string;
}

export interface RowFace {
  readonly id: string;
  readonly name: string;
  readonly door: string;
  readonly look: 'plain' | 'guest' | 'added' | 'changed' | 'gone';
  readonly notes: readonly Note[];
  readonly dish: string;
  readonly takeAway: boolean;
  /** Null is nothing to pay; `unknown` is a board of names only. */
  readonly money: { readonly isPaid: boolean; readonly amount: string } | 'unknown' | null;
  readonly came: boolean | null;
  /** Why there is nothing to tap; null is an ordinary row. */
  readonly ended: string | null;
}

/** `marked` shows what changed since the last sheet. */
export function rowFace(
  speech: MealSpeech,
  list: MealList,
  { marked, view }: { readonly marked: boolean; readonly view: PlateView },
): RowFace {
  const { plate } = view;
  const amount = plate.paid ?? view.price;
  const isKnown = list.knowsDiets || plate.paid !== null;
  return {
    id: plate.id,
    name: plateName(speech, view),
    door: view.kind === 'resident' ? (view.door ?? '') : '',
    look: lookOf(view, marked),
    notes: notesOf(speech, list, { marked, view }),
    dish: dishWords(speech, list, plate.dish),
    takeAway: plate.takeAway,
    money:
      amount === null ? null : isKnown ? { isPaid: plate.paid !== null, amount: money(speech, amount) } : 'unknown',
    came: plate.came,
    ended: endedWords(speech, view),
  };
}

function lookOf({ kind, since, status }: PlateView, marked: boolean): RowFace['look'] {
  if (status === 'gone') return 'gone';
  if (marked && (since === 'added' || since === 'changed')) return since;
  return kind === 'resident' ? 'plain' : 'guest';
}

function notesOf(
  speech: MealSpeech,
  list: MealList,
  { marked, view }: { readonly marked: boolean; readonly view: PlateView },
): readonly Note[] {
  const { t } = speech;
  const { plate } = view;
  const notes: Note[] = [];
  if (view.status === 'gone') {
    const text =
      plate.goneAt === null ? t('deskmeal:leftNoTime') : t('deskmeal:leftAt', { time: speech.timeOf(plate.goneAt) });
    return [{ tone: 'gone', text }];
  }
  if (marked && view.since === 'added') {
    const text = plate.at === null ? t('deskmeal:addedNoTime') : t('deskmeal:added', { time: speech.timeOf(plate.at) });
    notes.push({ tone: 'added', text });
  }
  if (marked && view.since === 'changed') notes.push({ tone: 'added', text: whatChanged(speech, list, view) });
  if (view.diet !== null) notes.push({ tone: 'diet', text: dietWords(speech, view.diet) });
  const about = aboutOf(speech, list, view);
  if (about !== '') notes.push({ tone: 'plain', text: about });
  return notes;
}

function aboutOf({ t }: MealSpeech, list: MealList, view: PlateView): string {
  const words: string[] = [];
  if (view.kind === 'guest') words.push(t('deskmeal:guest'));
  if (view.kind === 'neighbour') words.push(t('deskmeal:neighbour'));
  if (view.kind === 'resident' && hasGuests(list, view)) {
    const all = view.status === 'waiting' ? list.waiting : list.plates;
    const first = all.find(({ kind, plate }) => plate.signUpId === view.plate.signUpId && kind === 'resident');
    const guests = all.filter(({ kind, plate }) => plate.signUpId === view.plate.signUpId && kind === 'guest').length;
    if (guests > 0 && first?.plate.id === view.plate.id) words.push(t('deskmeal:withGuests', { count: guests }));
  }
  if (view.standing) words.push(t('deskmeal:standing'));
  return words.join(' · ');
}

/** Looked for only where there are any: there is a row for everybody. */
const hasGuests = ({ totals }: MealList, { status }: PlateView): boolean => totals.guests > 0 || status === 'waiting';

function whatChanged({ t }: MealSpeech, { delta }: MealList, { plate }: PlateView): string {
  const before = delta?.print.plates.find(({ id }) => id === plate.id);
  if (before !== undefined && before.dish !== plate.dish) {
    return t('deskmeal:wasDish', { dish: before.dish ?? t('deskmeal:noDish') });
  }
  if (before !== undefined && before.takeAway !== plate.takeAway) {
    return t(plate.takeAway ? 'deskmeal:nowTakeAway' : 'deskmeal:noTakeAway');
  }
  return t('deskmeal:otherDiet');
}

function endedWords({ staffName, t }: MealSpeech, { plate, status }: PlateView): string | null {
  if (status === 'going') return null;
  if (status === 'waiting') return t('deskmeal:waitsHere');
  if (plate.goneBy === null) return t('deskmeal:leftSelf');
  const name = staffName(plate.goneBy);
  // What the house itself did, or somebody who is no longer of the team.
  return name === null ? t('deskmeal:leftOffice') : t('deskmeal:leftBy', { name });
}

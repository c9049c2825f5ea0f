/** Adding somebody from a screen: who, what, and what must be asked once. Refuses to draw. */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import { type MealList, type PlateView, usualDish } from '../../../domain/meal-views.ts';
import type { Asking } from '../../app/asking.ts';
import { type Added, addPlate, type MealDesk, type Newcomer } from '../../app/meal-acts.ts';
import { salutationOf } from '../../app/meal-parts.ts';
import type { DeskPerson } from '../../app/staff-people.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { nameAndDoor } from '../desk-words.ts';
import type { Question } from './asking.ts';
import { plateName } from './meal-words.ts';

/** Who is about to be added. */
export type Who =
  | { readonly type: 'resident'; readonly person: DeskPerson }
  | { readonly type: 'guest'; readonly host: PlateView }
  | { readonly type: 'neighbour' };

interface Asked {
  readonly who: Who;
  readonly dish: string | null;
  readonly obstacles: Asking;
}

export function whoWords(speech: StaffSpeech, who: Who): string {
  const { t } = speech;
  if (who.type === 'resident') return nameAndDoor(who.person);
  return who.type === 'neighbour'
    ? t('deskmeal:aNeighbour')
    : t('deskmeal:aGuestOf', { name: plateName(speech, who.host) });
}

export function newcomer(who: Who, dish: string | null): Newcomer {
  return {
    residentId: who.type === 'resident' ? who.person.id : null,
    hostId: who.type === 'guest' ? who.host.plate.id : null,
    guestName: '',
    dish,
  };
}

export interface AddingDeps {
  readonly desk: MealDesk;
  readonly list: MealList;
  readonly speech: StaffSpeech;
  readonly onAdded: (who: Who, plateId: string | null, how: 'added' | 'waiting') => void;
}

/** What was asked is not asked again in this pass: the same answer holds for the next name on a closed list. */
export function useAdding({ desk, list, onAdded, speech }: AddingDeps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [allowed, setAllowed] = useState<Asking>([]);
  const tryTo = (who: Who, dish: string | null, despite: Asking, mayWait: boolean): Added => {
    const name = whoWords(speech, who);
    const { t } = speech;
    const done = mayWait
      ? t('deskadd:toldWaits', { name })
      : dish === null
        ? t('deskadd:told', { name })
        : t('deskadd:toldDish', { name, dish });
    const words = { done, undone: t('deskadd:undone', { name }) };
    return addPlate(desk, list.activity.id, { who: newcomer(who, dish), despite, mayWait, words });
  };
  const finish = (added: Added, who: Who, dish: string | null, how: 'added' | 'waiting') => {
    if (added.type === 'ask') return setAsked({ who, dish, obstacles: added.obstacles });
    setAsked(null);
    if (added.type === 'refused') return desk.refuse(added.reason);
    onAdded(who, added.plateId, how);
  };
  const question: Question | null = asked && {
    name: whoWords(speech, asked.who),
    obstacles: asked.obstacles,
    /** "Toch erbij": closed holds for the whole pass, full is asked for each. */
    allow() {
      const { dish, obstacles, who } = asked;
      setAllowed(obstacles.filter((each) => each === 'closed'));
      finish(tryTo(who, dish, obstacles, false), who, dish, 'added');
    },
    queue: asked.obstacles.includes('full') && !isWaiting(list, asked.who) ? () => queue(asked) : null,
    cancel: () => setAsked(null),
  };
  /** "Op de wachtlijst": only where it is full. */
  const queue = ({ dish, obstacles, who }: Asked) => {
    const closed = obstacles.filter((each) => each === 'closed');
    finish(tryTo(who, dish, closed, true), who, dish, 'waiting');
  };
  return {
    question,
    add: (who: Who, dish: string | null) => finish(tryTo(who, dish, allowed, false), who, dish, 'added'),
    cancel: () => setAsked(null),
  };
}

/** Who stands in the line stands there already. */
const isWaiting = ({ waiting }: MealList, who: Who): boolean =>
  who.type === 'resident' && waiting.some(({ plate }) => plate.residentId === who.person.id);

/** The dish they always choose and how one says so; null where nothing tells. */
export function usualOf(board: Board, speech: StaffSpeech, { choices }: MealList, who: Who) {
  if (who.type !== 'resident') return null;
  const dish = usualDish(board, who.person.id, choices);
  if (dish === null) return null;
  const salutation = salutationOf(board, who.person.id);
  const person = { mevrouw: 'deskadd:she', meneer: 'deskadd:he' } as const;
  const whom = speech.t(salutation === null ? 'deskadd:they' : person[salutation]);
  return { dish, words: speech.t('deskadd:usual', { who: whom }) };
}

/** Floors and names as large tiles, by door. Refuses to know what a name is chosen for. */
import type { Board } from '../../../domain/board.ts';
import type { MealList } from '../../../domain/meal-views.ts';
import { type DeskPerson, deskPeople } from '../../app/staff-people.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { syllables } from '../../ui/Name.tsx';
import { Icon } from '../Icon.tsx';

export type Place = { readonly type: 'floor'; readonly floor: number } | { readonly type: 'guest' };

export function floorsWithPeople(board: Board): readonly number[] {
  return [...new Set(deskPeople(board).map(({ floor }) => floor))].sort((a, b) => a - b);
}

export interface FloorsProps {
  readonly speech: StaffSpeech;
  readonly floors: readonly number[];
  readonly place: Place | null;
  readonly onPlace: (place: Place) => void;
  /** Somebody who does not live here can be chosen too. */
  readonly guests: boolean;
}

export function Floors({ floors, guests, onPlace, place, speech }: FloorsProps) {
  const { t } = speech;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div class="m-floors" role="group" aria-label={t('deskadd:floor')}>
      {floors.map((floor) => (
        <button
          key={floor}
          type="button"
          class={floor === 0 ? 'm-floor is-ground' : 'm-floor'}
          aria-pressed={place?.type === 'floor' && place.floor === floor}
          aria-label={floor === 0 ? undefined : t('deskadd:floorName', { number: floor })}
          onClick={() => onPlace({ type: 'floor', floor })}
        >
          {floor === 0 ? t('deskadd:ground') : t('deskadd:floorShort', { number: floor })}
        </button>
      ))}
      {guests ? (
        <button
          type="button"
          class="m-floor is-guest"
          aria-pressed={place?.type === 'guest'}
          onClick={() => onPlace({ type: 'guest' })}
        >
          {t('deskadd:guest')}
        </button>
      ) : null}
    </div>
  );
}

export interface NamesProps {
  readonly board: Board;
  readonly speech: StaffSpeech;
  readonly list: MealList;
  readonly floor: number;
  readonly chosen: string | null;
  readonly onChoose: (person: DeskPerson) => void;
}

/** A tile is narrow: a long name breaks where it is spoken, with a hyphen. */
const hyphened = (word: string): string => syllables(word).join('\u00ad');

export function Names({ board, chosen, floor, list, onChoose, speech }: NamesProps) {
  const { t } = speech;
  const idsOf = (views: MealList['plates']) => new Set(views.map(({ plate }) => plate.residentId));
  const [going, waiting] = [idsOf(list.plates), idsOf(list.waiting)];
  const people = deskPeople(board).filter((person) => person.floor === floor);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div class="m-names" role="group" aria-label={t('deskadd:name')}>
      {people.map((person) => {
        const [first, ...rest] = person.name.split(' ');
        const is = going.has(person.id) ? t('deskadd:eats') : waiting.has(person.id) ? t('deskadd:waits') : null;
        const isChosen = chosen === person.id;
        return (
          <button
            key={person.id}
            type="button"
            class={is === null ? 'm-person' : 'm-person is-in'}
            aria-pressed={isChosen}
            onClick={() => onChoose(person)}
          >
            <b>{person.door}</b>
            <span>
              <bdi>{first}</bdi>
              {is !== null || isChosen ? <Icon name="check" /> : null}
              <br />
              {is ?? <bdi>{rest.map(hyphened).join(' ')}</bdi>}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** The picture of an activity: what somebody chose, or the one of its kind. */
import { isPictogramName, type PictogramName } from './Pictogram.tsx';

const pictures = {
  meeting: 'coffee',
  sharedMeal: 'meal',
  exercise: 'chair-exercise',
  fallPrevention: 'balance',
  digitalSkills: 'digital-lesson',
  culture: 'creative',
  dementia: 'memory',
  care: 'health-check',
  community: 'community',
} as const satisfies Readonly<Record<string, PictogramName>>;

export interface Pictured {
  readonly category: keyof typeof pictures;
  readonly pictogram: string;
}

/** The picture somebody chose, or the one of its kind when there is no such drawing. */
export const pictureOf = ({ category, pictogram }: Pictured): PictogramName =>
  isPictogramName(pictogram) ? pictogram : pictures[category];

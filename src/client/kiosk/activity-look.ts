/** What an activity looks like: its picture and the tint behind it. The words carry the meaning. */
import type { Activity } from '../../domain/activity.ts';
import { isPictogramName, type PictogramName } from '../ui/pictograms/Pictogram.tsx';
import type { Tint } from '../ui/Slip.tsx';

type Category = Activity['category'];
type Looks = Pick<Activity, 'category' | 'pictogram'>;

const pictures: Readonly<Record<Category, PictogramName>> = {
  meeting: 'coffee',
  sharedMeal: 'meal',
  exercise: 'chair-exercise',
  fallPrevention: 'balance',
  digitalSkills: 'digital-lesson',
  culture: 'creative',
  dementia: 'memory',
  care: 'health-check',
  community: 'community',
};

const tints: Readonly<Record<Category, Tint>> = {
  meeting: 'food',
  sharedMeal: 'food',
  exercise: 'plain',
  fallPrevention: 'plain',
  digitalSkills: 'plain',
  culture: 'culture',
  dementia: 'culture',
  care: 'info',
  community: 'plain',
};

/** The picture somebody chose, or the one of its kind when there is no such drawing. */
export function pictureOf(activity: Looks): PictogramName {
  return isPictogramName(activity.pictogram) ? activity.pictogram : pictures[activity.category];
}

export function tintOf(activity: Pick<Looks, 'category'>): Tint {
  return tints[activity.category];
}

/** The tint behind the picture of an activity. The words carry the meaning. */
import type { Activity } from '../../domain/activity.ts';
import type { Tint } from '../ui/Slip.tsx';

type Category = Activity['category'];

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

export function tintOf(activity: Pick<Activity, 'category'>): Tint {
  return tints[activity.category];
}

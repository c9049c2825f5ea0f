import { expect, test } from 'vitest';
import { createScreens, type Screen } from '../../../src/client/state/screens.ts';

const activity: Screen = { type: 'activity', activityId: 'coffee/2026-10-14' };
const intent = { type: 'join', activityId: 'coffee/2026-10-14', guests: 0 } as const;
const atFloor: Screen = { type: 'who', intent, floor: null, homeId: null, page: 0 };

test('back goes to where somebody came from, and from anywhere ends at Vandaag', () => {
  const screens = createScreens();
  screens.home();
  screens.show({ type: 'week', page: 0 });
  screens.show(activity);
  screens.back();
  expect(screens.current.value.type).toBe('week');
  screens.back();
  screens.back();
  expect(screens.current.value).toEqual({ type: 'today', page: 0 });
});

test('a screen of the same kind takes the place of the one before', () => {
  const screens = createScreens();
  screens.home();
  screens.show({ type: 'day', date: '2026-10-15', page: 0 });
  screens.show({ type: 'day', date: '2026-10-16', page: 0 });
  screens.back();
  expect(screens.current.value.type).toBe('today');
});

test('back goes from the names to the doors, from the doors to the floors, from the floors away', () => {
  const screens = createScreens();
  screens.home();
  screens.show(activity);
  screens.show(atFloor);
  screens.show({ ...atFloor, floor: 1 });
  screens.show({ ...atFloor, floor: 1, homeId: 'h12' });
  screens.back();
  expect(screens.current.value).toMatchObject({ floor: 1, homeId: null });
  screens.back();
  expect(screens.current.value).toMatchObject({ floor: null });
  screens.back();
  expect(screens.current.value).toEqual(activity);
});

test('who has said who they are is not asked again by going back', () => {
  const screens = createScreens();
  screens.home();
  screens.show(activity);
  screens.show(atFloor);
  screens.show({ type: 'help' });
  screens.leaveDesk();
  screens.back();
  expect(screens.current.value).toEqual(activity);
});

test('a page is turned in its place, never before the first', () => {
  const screens = createScreens();
  screens.home();
  screens.turnTo(2);
  expect(screens.current.value).toEqual({ type: 'today', page: 2 });
  screens.turnTo(-1);
  expect(screens.current.value).toEqual({ type: 'today', page: 0 });
  screens.show(activity);
  screens.turnTo(3);
  expect(screens.current.value).toEqual(activity);
});

test('at rest there is nothing to go back to', () => {
  const screens = createScreens();
  screens.back();
  expect(screens.current.value.type).toBe('rest');
});

import { describe, expect, test } from 'vitest';
import { createVisit, type Identity } from '../../../src/client/state/visit.ts';

const ans: Identity = { residentIds: ['ans'], proof: 'name', token: null };
const bep: Identity = { residentIds: ['bep'], proof: 'card', token: 'word' };

function createBegun() {
  let made = 0;
  const visit = createVisit({
    newId: () => {
      made += 1;
      return `visit ${made}`;
    },
  });
  visit.begin(0);
  return visit;
}

describe('a screen without names', () => {
  test('goes to rest after 120 seconds without a touch, not before', () => {
    const visit = createBegun();
    expect(visit.passTime(119_999, false)).toBe(false);
    expect(visit.phase.value.type).toBe('active');
    expect(visit.passTime(120_000, false)).toBe(true);
    expect(visit.phase.value.type).toBe('resting');
  });
});

describe('a screen with a name', () => {
  test('asks after 90 seconds without a touch, not before, for 60 seconds', () => {
    const visit = createBegun();
    visit.identify(ans, []);
    visit.passTime(89_999, true);
    expect(visit.phase.value.type).toBe('active');
    visit.passTime(90_500, true);
    expect(visit.phase.value).toEqual({ type: 'asking', since: 90_500, until: 150_500 });
    expect(visit.secondsLeft.value).toBe(60);
    expect(visit.passTime(150_499, true)).toBe(false);
    expect(visit.secondsLeft.value).toBe(1);
    expect(visit.passTime(150_500, true)).toBe(true);
    expect(visit.secondsLeft.value).toBe(0);
  });

  test('may be kept as often as somebody wants, with everything as it was', () => {
    const visit = createBegun();
    visit.identify(ans, []);
    const id = visit.id.value;
    for (let time = 1; time <= 12; time += 1) {
      visit.passTime(time * 100_000, true);
      expect(visit.phase.value.type).toBe('asking');
      visit.touch(time * 100_000 + 5_000);
      expect(visit.phase.value.type).toBe('active');
      visit.passTime(time * 100_000 + 6_000, true);
      visit.touch(time * 100_000 + 9_999);
    }
    expect(visit.id.value).toBe(id);
    expect(visit.identity.value).toEqual(ans);
  });

  test('forgets who it was when nobody answers', () => {
    const visit = createBegun();
    const id = visit.id.value;
    visit.identify(ans, []);
    visit.passTime(95_000, true);
    visit.passTime(160_000, true);
    expect(visit.identity.value).toBeNull();
    expect(visit.known.value).toEqual([]);
    expect(visit.signUpIds.value).toEqual([]);
    expect(visit.id.value).not.toBe(id);
  });

  test('of a tablet that slept for an hour is gone before anybody can see it', () => {
    const visit = createBegun();
    visit.identify(ans, []);
    expect(visit.passTime(3_600_000, true)).toBe(true);
  });

  test('is not kept alive by a clock that was set back', () => {
    const visit = createBegun();
    visit.begin(10_000_000);
    visit.identify(ans, []);
    visit.passTime(0, true);
    visit.passTime(90_000, true);
    expect(visit.phase.value.type).toBe('asking');
  });
});

describe('who is at the screen', () => {
  test('changes the visit when it is somebody else, and not when they show more of who they are', () => {
    const visit = createBegun();
    const id = visit.id.value;
    visit.identify(ans, []);
    visit.identify({ ...ans, proof: 'card', token: 'word' }, []);
    expect(visit.id.value).toBe(id);
    visit.identify(bep, []);
    expect(visit.id.value).not.toBe(id);
    expect(visit.identity.value).toEqual(bep);
  });
});

describe('the scooter somebody chose', () => {
  test('stays when they show who they are, and goes with them', () => {
    const visit = createBegun();
    visit.chooseScooter('merel');
    visit.identify(ans, []);
    expect(visit.scooterId.value).toBe('merel');
    visit.identify(bep, []);
    expect(visit.scooterId.value).toBeNull();
    visit.chooseScooter('meeuw');
    visit.finish(1_000);
    expect(visit.scooterId.value).toBeNull();
  });
});

// How a tablet is by its own word, as a volunteer reads it, and what somebody should look at.
import { describe, expect, test } from 'vitest';
import { healthOf, isTroubling } from '../../src/client/app/tablet-health.ts';
import { createStaffSpeech } from '../../src/client/i18n/staff-i18n.ts';
import { factWords, roughly } from '../../src/client/staff/tablet-words.ts';
import type { Heartbeat } from '../../src/domain/heartbeat.ts';
import { heartbeat } from '../support/heartbeat.ts';

const speech = createStaffSpeech({ lang: 'nl', dir: 'ltr' });
const device = { id: 'hal', name: 'Hal', at: null, revoked: false, lastSeen: '2026-10-14T06:00:00Z', told: null };
const facts = (told: Partial<Heartbeat> & { readonly older?: boolean } = {}) =>
  healthOf({ ...device, told: { ...heartbeat, at: '2026-10-14T06:00:00Z', older: false, ...told } })!.facts;
const said = (told: Parameters<typeof facts>[0] = {}) => facts(told).map((fact) => factWords(speech, fact));
const troubles = (told: Parameters<typeof facts>[0] = {}) =>
  facts(told)
    .filter(isTroubling)
    .map(({ type }) => type);

describe('a tablet', () => {
  test('that is well says so, and troubles nobody', () => {
    expect(said()).toEqual([
      'Niets. Alles is verstuurd.',
      'Ook zonder stroom.',
      'Start ook zonder netwerk.',
      '83%, laadt op',
      'Loopt gelijk.',
      'Nieuwste (k4Jd-_9aQ2xY)',
    ]);
    expect(troubles()).toEqual([]);
  });

  test('that has told nothing yet has no facts', () => {
    expect(healthOf(device)).toBeNull();
  });

  test.each([
    [{ waiting: 3 }, '3 opdrachten wachten op het netwerk.', []],
    [{ waiting: 1 }, '1 opdracht wacht op het netwerk.', []],
    [{ parked: 2 }, 'Niets. Alles is verstuurd. 2 opdrachten begrijpt het huis niet. Vraag om hulp.', ['waiting']],
    [{ storage: 'memory' }, 'Niet. Deze tablet werkt alleen met netwerk.', ['storage']],
    [{ persisted: false }, 'Ook zonder stroom, zolang er plaats is.', []],
    [{ worker: false }, 'Start nog niet zonder netwerk. Dat komt vanzelf.', []],
    [{ worker: false, secure: false }, 'Start niet zonder netwerk. Het adres moet met https beginnen.', ['offline']],
    [{ complete: false }, 'Start nog niet zonder netwerk. Dat komt vanzelf.', []],
    [{ complete: null }, 'Start ook zonder netwerk.', []],
    [
      { badBuild: 'p7Xc-_1bR3zA' },
      'Oudere versie (k4Jd-_9aQ2xY). De nieuwste startte hier niet. Vraag om hulp.',
      ['build'],
    ],
    [{ battery: { percent: 19, charging: false } }, '19%, laadt niet op', ['battery']],
    [{ battery: { percent: 19, charging: true } }, '19%, laadt op', []],
    [{ clockOffset: 3600 }, 'Loopt 1 uur achter. Wij rekenen het om.', ['clock']],
    [{ clockOffset: -3600 }, 'Loopt 1 uur voor. Wij rekenen het om.', ['clock']],
    [{ clockOffset: 29 }, 'Loopt gelijk.', []],
    [{ clockOffset: 3 * 86_400 }, 'Loopt 3 dagen achter. Wij rekenen het om.', ['clock']],
    [{ older: true }, 'Oudere versie (k4Jd-_9aQ2xY). Vernieuwt zich vanzelf.', []],
  ] as const)('that tells %j reads "%s"', (told, words, troubling) => {
    expect(said(told)).toContain(words);
    expect(troubles(told)).toEqual(troubling);
  });

  test('that does not tell its battery has no line about it', () => {
    expect(facts({ battery: null }).map(({ type }) => type)).not.toContain('battery');
  });
});

test.each([
  [25, '25 minuten'],
  [95, '1 uur en 35 minuten'],
  [200, '3 uur'],
  [47 * 60, '47 uur'],
  [2 * 24 * 60, '2 dagen'],
])('%i minutes are %s', (minutes, words) => {
  expect(roughly(speech, minutes)).toBe(words);
});

/** How a tablet is, in words for who looks after it and never wanted to know about computers. */
import type { HealthFact } from '../app/tablet-health.ts';
import type { StaffSpeech } from '../i18n/staff-i18n.ts';
import { howLong } from './desk-words.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** "25 minuten", "3 uur", "2 dagen": as exactly as somebody would say it. */
export function roughly(speech: StaffSpeech, minutes: number): string {
  if (minutes >= 2 * DAY) return speech.t('desksettings:days', { count: Math.floor(minutes / DAY) });
  if (minutes >= 3 * HOUR) return howLong(speech, Math.floor(minutes / HOUR) * HOUR);
  return howLong(speech, minutes);
}

export function factWords(speech: StaffSpeech, fact: HealthFact): string {
  const { t } = speech;
  switch (fact.type) {
    case 'build':
      if (fact.failed) return t('desktablets:buildFailed', { build: fact.build });
      return t(fact.older ? 'desktablets:buildOlder' : 'desktablets:buildNewest', { build: fact.build });
    case 'storage':
      if (!fact.keeps) return t('desktablets:storageMemory');
      return t(fact.lasting === true ? 'desktablets:storageLasting' : 'desktablets:storageKeeps');
    case 'offline':
      return t(`desktablets:offline_${fact.how}`);
    case 'battery': {
      const { charging, percent } = fact;
      return t(charging ? 'desktablets:charging' : 'desktablets:notCharging', { percent });
    }
    case 'waiting': {
      const waits =
        fact.waiting === 0 ? t('desktablets:waitingNone') : t('desktablets:waiting', { count: fact.waiting });
      return fact.parked === 0 ? waits : `${waits} ${t('desktablets:parked', { count: fact.parked })}`;
    }
    case 'clock': {
      const long = roughly(speech, fact.minutes);
      if (fact.minutes === 0) return t('desktablets:clockRight');
      return t(fact.behind ? 'desktablets:clockBehind' : 'desktablets:clockAhead', { long });
    }
  }
}

/** Puts the screen together that makes a browser a tablet. Refuses to be loaded where it is one. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { enrolTablet } from './app/enrol-tablet.ts';
import { createStaffSpeech } from './i18n/staff-i18n.ts';
import type { Http } from './platform/http.ts';
import { takeWholeGlass } from './platform/whole-glass.ts';
import { EnrolScreen } from './staff/EnrolScreen.tsx';
import './styles/staff-meal.css';
import './styles/staff-parted.css';
import './styles/staff-meal-screens.css';
import './styles/staff-enrol.css';

export interface EnrolPlace {
  readonly http: Pick<Http, 'post'>;
  readonly wasOut: ReadonlySignal<boolean>;
  /** It is a tablet now. */
  readonly onDone: () => void;
}

export function createEnrolling({ http, onDone, wasOut }: EnrolPlace): ComponentType {
  const speech = createStaffSpeech({ lang: '', dir: '' });
  return () => (
    <EnrolScreen
      speech={speech}
      wasOut={wasOut}
      onEnrol={async (code, name) => {
        const outcome = await enrolTablet(http, code, name);
        if (outcome.type !== 'done') return outcome;
        takeWholeGlass(window);
        onDone();
        return outcome;
      }}
    />
  );
}

/** The head of every staff screen on the tablet: back, where one is, and the way out for who is done. */
import type { ComponentChildren } from 'preact';
import { useContext, useLayoutEffect } from 'preact/hooks';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { TapGuardContext } from '../../ui/tap-guard.ts';
import { Parted, partsOf } from '../Parted.tsx';
import { MealButton } from './buttons.tsx';

export interface MealTopProps {
  readonly speech: StaffSpeech;
  readonly title: string;
  readonly sub: string;
  /** Who is signed in; null shows no way out. */
  readonly name: string | null;
  readonly onBack: (() => void) | null;
  readonly onReady?: () => void;
  /** Between the title and the way out. */
  readonly children?: ComponentChildren;
}

export function MealTop({ children, name, onBack, onReady, speech, sub, title }: MealTopProps) {
  const { t } = speech;
  // At the desk, under a mouse, there is no guard.
  const guard = useContext(TapGuardContext);
  // Another title means another screen.
  useLayoutEffect(() => guard?.screenChanged(), [guard, title]);
  return (
    <header class="m-top">
      {onBack === null ? null : (
        <MealButton icon="back" onPress={onBack}>
          {t('deskmeal:back')}
        </MealButton>
      )}
      <div class="m-title">
        <h1>{title}</h1>
        {sub === '' ? null : (
          <p>
            <Parted parts={partsOf(sub)} />
          </p>
        )}
      </div>
      {children}
      {name === null || onReady === undefined ? null : (
        <MealButton icon="lock" onPress={onReady}>
          {t('deskmeal:ready', { name: firstNameOf(name) })}
        </MealButton>
      )}
    </header>
  );
}

export const firstNameOf = (name: string): string => name.split(' ')[0] ?? name;

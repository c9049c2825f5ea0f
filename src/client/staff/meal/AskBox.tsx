/** Closed or full: asked once, in place, with both ways on (DESK rule 12). */
import type { MealList } from '../../../domain/meal-views.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { type Asked, whoWords } from './adding.ts';
import { MealButton } from './buttons.tsx';

export interface AskBoxProps {
  readonly speech: StaffSpeech;
  readonly list: MealList;
  readonly asked: Asked;
  readonly onAllow: () => void;
  readonly onQueue: () => void;
  readonly onCancel: () => void;
}

export function AskBox({ asked, list, onAllow, onCancel, onQueue, speech }: AskBoxProps) {
  const { t } = speech;
  const isFull = asked.obstacles.includes('full');
  const numbers = { count: list.totals.people, capacity: list.capacity ?? 0 };
  const why = !isFull
    ? t('deskadd:askClosed')
    : t(asked.obstacles.includes('closed') ? 'deskadd:askBoth' : 'deskadd:askFull', numbers);
  return (
    <div class="m-ask" role="alert">
      <p>
        <b>{why}</b>
        <span>{t('deskadd:askText', { name: whoWords(speech, asked.who) })}</span>
      </p>
      <div class="m-pair">
        <MealButton tone="yes" icon="check" onPress={onAllow}>
          {t('deskadd:still')}
        </MealButton>
        {isFull ? <MealButton onPress={onQueue}>{t('deskadd:queue')}</MealButton> : null}
        <MealButton onPress={onCancel}>{t('deskmeal:notAfterAll')}</MealButton>
      </div>
    </div>
  );
}

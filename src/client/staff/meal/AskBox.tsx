/** Closed or full: asked once, in place, with both ways on (DESK rule 12). Draws nothing while nothing is asked. */
import type { MealList } from '../../../domain/meal-views.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import type { Question } from './asking.ts';
import { MealButton } from './buttons.tsx';

export interface AskBoxProps {
  readonly speech: StaffSpeech;
  readonly list: MealList;
  readonly question: Question | null;
}

export function AskBox({ list, question, speech }: AskBoxProps) {
  const { t } = speech;
  if (question === null) return null;
  const isFull = question.obstacles.includes('full');
  const numbers = { count: list.totals.people, capacity: list.capacity ?? 0 };
  const why = !isFull
    ? t('deskadd:askClosed')
    : t(question.obstacles.includes('closed') ? 'deskadd:askBoth' : 'deskadd:askFull', numbers);
  return (
    <div class="m-ask" role="alert">
      <p>
        <b>{why}</b>
        <span>{t('deskadd:askText', { name: question.name })}</span>
      </p>
      <div class="m-pair">
        <MealButton tone="yes" icon="check" onPress={question.allow}>
          {t('deskadd:still')}
        </MealButton>
        {question.queue === null ? null : <MealButton onPress={question.queue}>{t('deskadd:queue')}</MealButton>}
        <MealButton onPress={question.cancel}>{t('deskmeal:notAfterAll')}</MealButton>
      </div>
    </div>
  );
}

/**
 * More than one sheet of a meal may be in hand, since one was printed without a network: which one counts, and whose lines
 * are taken over. Refuses to show anything where that cannot be.
 */
import type { MealList } from '../../../domain/meal-views.ts';
import { papersOf } from '../../../domain/sheet-views.ts';
import { Band, MealButton } from './buttons.tsx';
import { allOf, capital, type MealSpeech, sheetName, sheetOfTime } from './meal-words.ts';

export interface PapersProps {
  readonly list: MealList;
  readonly speech: MealSpeech;
}

/** The one that was printed last, and what becomes of the others. */
export function PapersBand({ list, speech }: PapersProps) {
  const { t } = speech;
  const papers = papersOf(list.prints);
  if (papers === null) return null;
  const { counts, others } = papers;
  const title = t('deskmeal:countsTitle', {
    sheet: capital(sheetName(speech, counts.number)),
    time: speech.timeOf(counts.at),
  });
  const rest = allOf(
    speech,
    others.map((print) => sheetOfTime(speech, print)),
  );
  return <Band look="sun" icon="paper" title={title} text={t('deskmeal:countsText', { others: rest })} live />;
}

/** Which of the papers that may be in hand; the one that counts comes first. */
export function WhichPaper({ list, onSheet, sheet, speech }: WhichPaperProps) {
  const { t } = speech;
  const papers = papersOf(list.prints);
  if (papers === null) return null;
  return (
    <div class="m-paper-which">
      <p>{t('deskadd:paperWhich')}</p>
      {[papers.counts, ...papers.others].map((print) => (
        <MealButton
          key={print.id}
          tone={print.number === sheet ? 'on' : 'plain'}
          pressed={print.number === sheet}
          onPress={() => onSheet(print.number)}
        >
          {capital(sheetOfTime(speech, print))}
        </MealButton>
      ))}
    </div>
  );
}

interface WhichPaperProps extends PapersProps {
  readonly sheet: number;
  readonly onSheet: (number: number) => void;
}

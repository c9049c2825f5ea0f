/** Before printing: what comes on paper, by table or by name, and one button. Refuses to print what was not written down. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import type { MealList } from '../../../domain/meal-views.ts';
import { actOrTell, type MealDesk } from '../../app/meal-acts.ts';
import { wallTime } from '../../app/meal-parts.ts';
import { clockTime, formatTime } from '../../i18n/dates.ts';
import { MealButton } from '../meal/buttons.tsx';
import { firstNameOf, MealTop } from '../meal/MealTop.tsx';
import type { MealSpeech } from '../meal/meal-words.ts';
import { ToldBar } from '../meal/ToldBar.tsx';
import { KitchenSheet, type KitchenSheetProps } from './KitchenSheet.tsx';
import { type SheetOrder, sheetOf } from './sheet.ts';

export interface SheetScreenProps {
  readonly desk: MealDesk;
  readonly board: Board;
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly onBack: () => void;
  /** What the browser is asked to do with the page. */
  readonly print: () => void;
}

export function SheetScreen(props: SheetScreenProps) {
  const { desk, list, onBack, speech } = props;
  const { t } = speech;
  return (
    <>
      <MealTop
        speech={speech}
        title={t('desksheet:title')}
        sub={t('desksheet:sub', { number: nextNumber(list) })}
        name={null}
        onBack={onBack}
      />
      <main class="m-print">
        <SheetChoice {...props}>
          <ToldBar desk={desk} speech={speech} />
        </SheetChoice>
      </main>
    </>
  );
}

export const nextNumber = ({ prints }: Pick<MealList, 'prints'>): number => (prints.at(-1)?.number ?? 0) + 1;

export interface SheetChoiceProps extends SheetScreenProps {
  /** Where what was done is told. */
  readonly children: ComponentChildren;
}

/** What can be chosen, beside what will come out of the printer. */
export function SheetChoice({ board, children, desk, list, onBack, print, speech }: SheetChoiceProps) {
  const { t } = speech;
  const [order, setOrder] = useState<SheetOrder>('table');
  /** What stood there at the tap: the sheet tells what changed since the one before. */
  const [printed, setPrinted] = useState<KitchenSheetProps | null>(null);
  const number = nextNumber(list);
  const shown: KitchenSheetProps = printed ?? {
    board,
    speech,
    list,
    sheet: sheetOf(speech, list, order),
    number,
    time: formatTime(clockTime(wallTime(board, desk.minute.value).time)),
    by: firstNameOf(desk.me.name),
  };
  useEffect(() => {
    if (printed === null) return;
    print();
    onBack();
  }, [printed]);
  const start = () => {
    const telling = { text: t('desksheet:printed', { number, count: list.totals.people }) };
    const plates = list.plates.map(({ plate: { dish, id, takeAway } }) => ({ id, dish, takeAway }));
    if (actOrTell(desk, { type: 'printMeal', activityId: list.activity.id, number, plates }, telling))
      setPrinted(shown);
  };
  const choice = (each: SheetOrder, words: string) => (
    <MealButton tone={order === each ? 'on' : 'plain'} pressed={order === each} onPress={() => setOrder(each)}>
      {words}
    </MealButton>
  );
  return (
    <>
      <div class="m-print-side">
        {choice('table', t('desksheet:byTable'))}
        {choice('name', t('desksheet:byName'))}
        <MealButton tone="main" icon="print" onPress={start}>
          {t('desksheet:print', { number: shown.number })}
        </MealButton>
        {children}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll with the keys too. */}
      <section class="m-preview" tabIndex={0} aria-label={t('desksheet:title')}>
        <KitchenSheet {...shown} />
      </section>
    </>
  );
}

/** Before printing: what comes on paper, by table or by name, and one button. Refuses to print what was not written down. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import type { MealList } from '../../../domain/meal-views.ts';
import { looseNumber, nextNumber } from '../../../domain/sheet-views.ts';
import { actOrTell, type MealDesk } from '../../app/meal-acts.ts';
import { wallTime } from '../../app/meal-parts.ts';
import { clockTime, formatTime } from '../../i18n/dates.ts';
import { MealButton } from '../meal/buttons.tsx';
import { firstNameOf, MealTop } from '../meal/MealTop.tsx';
import { capital, type MealSpeech, sheetName } from '../meal/meal-words.ts';
import { ToldBar } from '../meal/ToldBar.tsx';
import { KitchenSheet, type KitchenSheetProps } from './KitchenSheet.tsx';
import { printCommand, printStep } from './print-step.ts';
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
  const { desk, onBack, speech } = props;
  const { t } = speech;
  return (
    <>
      <MealTop speech={speech} title={t('desksheet:title')} sub={t('desksheet:sub')} name={null} onBack={onBack} />
      <main class="m-print">
        <SheetChoice {...props}>
          <ToldBar desk={desk} speech={speech} />
        </SheetChoice>
      </main>
    </>
  );
}

export interface SheetChoiceProps extends SheetScreenProps {
  /** How often the keyboard asked to print; each time more prints, as the button does. */
  readonly asked?: number;
  /** Where what was done is told. */
  readonly children: ComponentChildren;
}

/** What can be chosen, beside what will come out of the printer. */
export function SheetChoice({ asked = 0, board, children, desk, list, onBack, print, speech }: SheetChoiceProps) {
  const { t } = speech;
  const [order, setOrder] = useState<SheetOrder>('table');
  /** What stood there at the tap, and comes on paper: the sheet tells what changed since the one before. */
  const [sent, setSent] = useState<KitchenSheetProps | null>(null);
  const isOnline = desk.connection.value.type === 'online';
  const draw = () => looseNumber(desk.newId());
  const [loose, setLoose] = useState(draw);
  const number = isOnline ? nextNumber(list.prints) : loose;
  const words = sheetName(speech, number);
  const shown: KitchenSheetProps = sent ?? {
    board,
    speech,
    list,
    sheet: sheetOf(speech, list, order),
    number,
    time: formatTime(clockTime(wallTime(board, desk.minute.value).time)),
    by: firstNameOf(desk.me.name),
  };
  const start = () => {
    if (sent !== null) return;
    const telling = { text: t('desksheet:printed', { sheet: capital(words), count: list.totals.people }) };
    if (actOrTell(desk, printCommand(list, number), telling)) setSent(shown);
  };
  const step =
    sent === null
      ? null
      : printStep({
          number: sent.number,
          isOnline,
          unanswered: desk.unanswered.value,
          told: desk.told.value,
        });
  useEffect(() => {
    if (step === null || step === 'wait') return;
    if (step === 'print') {
      print();
      return onBack();
    }
    setTaken(step === 'next' ? (sent?.number ?? null) : null);
    setLoose(draw);
    setSent(null);
  }, [step]);
  /** Another sheet has this number, or may have: once more, as soon as there is another number here. */
  const [taken, setTaken] = useState<number | null>(null);
  useEffect(() => {
    if (taken === null || sent !== null || number === taken) return;
    setTaken(null);
    start();
  }, [taken, sent, number]);
  useEffect(() => {
    if (asked > 0) start();
  }, [asked]);
  const choice = (each: SheetOrder, text: string) => (
    <MealButton tone={order === each ? 'on' : 'plain'} pressed={order === each} onPress={() => setOrder(each)}>
      {text}
    </MealButton>
  );
  return (
    <>
      <div class="m-print-side">
        {choice('table', t('desksheet:byTable'))}
        {choice('name', t('desksheet:byName'))}
        <MealButton tone="main" icon="print" onPress={start}>
          {sent === null ? t('desksheet:print', { sheet: words }) : t('desksheet:moment')}
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

/** The page Scootmobielen: its four parts, what can be done from each, and the window that is open over it. */
import { useState } from 'preact/hooks';
import { type PartOf, partsOf } from '../app/staff-places.ts';
import type { StaffKey } from '../i18n/staff-i18n.ts';
import { BookDialog } from './BookDialog.tsx';
import { BrokenDialog } from './BrokenDialog.tsx';
import { CarePart } from './CarePart.tsx';
import { CheckUpDialog } from './CheckUpDialog.tsx';
import { CodeDialog } from './CodeDialog.tsx';
import { Segments } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { FiguresPart } from './FiguresPart.tsx';
import { LendDialog } from './LendDialog.tsx';
import type { Open, OpenDialog } from './open-dialog.ts';
import { ReportDialog } from './ReportDialog.tsx';
import { RidersPart } from './RidersPart.tsx';
import { useSingleKeys } from './single-keys.ts';
import { TripDialog } from './TripDialog.tsx';
import { WeekPart } from './WeekPart.tsx';

const titles: Readonly<Record<PartOf<'scootmobielen'>, StaffKey>> = {
  week: 'deskweek:week',
  onderhoud: 'deskweek:care',
  rijden: 'deskweek:riders',
  cijfers: 'deskweek:figures',
};

type Part = PartOf<'scootmobielen'>;

export function ScootersPage({ board, part }: BoardProps & { readonly part: Part }) {
  const { app, t } = useDesk();
  const [dialog, open] = useState<OpenDialog | null>(null);
  const today = app.wallClock.value.date;
  useSingleKeys({
    n: () => open({ type: 'book', preset: { scooterId: null, date: today, time: null } }),
  });
  const tabs = (
    <Segments
      label={t('deskweek:parts')}
      choices={partsOf.scootmobielen.map((value) => ({ value, text: t(titles[value]) }))}
      chosen={part}
      onChoose={(next) => app.goTo({ page: 'scootmobielen', part: next })}
    />
  );
  return (
    <>
      {part === 'week' ? <WeekPart board={board} open={open} tabs={tabs} /> : null}
      {part === 'onderhoud' ? <CarePart board={board} open={open} tabs={tabs} /> : null}
      {part === 'rijden' ? <RidersPart board={board} open={open} tabs={tabs} /> : null}
      {part === 'cijfers' ? <FiguresPart board={board} tabs={tabs} /> : null}
      {dialog === null ? null : <Opened key={keyOf(dialog)} dialog={dialog} open={open} board={board} />}
    </>
  );
}

/** Another window is another form, also when it is of the same kind. */
const keyOf = (dialog: OpenDialog): string => JSON.stringify(dialog);

function Opened({ dialog, open, board }: BoardProps & { readonly dialog: OpenDialog; readonly open: Open }) {
  const close = () => open(null);
  switch (dialog.type) {
    case 'trip':
      return <TripDialog board={board} bookingId={dialog.bookingId} onClose={close} />;
    case 'broken':
      return <BrokenDialog board={board} scooterId={dialog.scooterId} onClose={close} />;
    case 'book':
      return <BookDialog board={board} preset={dialog.preset} onClose={close} />;
    case 'lend':
      return <LendDialog board={board} onClose={close} />;
    case 'report':
      return <ReportDialog board={board} scooterId={dialog.scooterId} onClose={close} />;
    case 'checkUp':
      return <CheckUpDialog board={board} scooterId={dialog.scooterId} onClose={close} />;
    case 'code':
      return <CodeDialog board={board} residentId={dialog.residentId} onClose={close} />;
  }
}

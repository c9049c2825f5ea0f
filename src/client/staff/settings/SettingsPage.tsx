/** The page Instellingen: what a house may set, in parts. Each says what it means; refuses to show what cannot be changed. */
import { addressOf, type PartOf, partsOf } from '../../app/staff-places.ts';
import { houseName } from '../../app/staff-trips.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { PageHead } from '../PageHead.tsx';
import { BackupCard } from './BackupCard.tsx';
import { CalendarPart } from './CalendarPart.tsx';
import { EraseCard } from './EraseCard.tsx';
import { FilesPart } from './FilesPart.tsx';
import { HousePart } from './HousePart.tsx';
import { LettersPart } from './LettersPart.tsx';
import { PeriodsPart } from './PeriodsPart.tsx';
import { RoomsPart } from './RoomsPart.tsx';
import { RulesPart } from './RulesPart.tsx';
import { ScreensPart } from './ScreensPart.tsx';
import { TablesPart } from './TablesPart.tsx';

type Part = PartOf<'instellingen'>;

const icons: Readonly<Record<Part, IconName>> = {
  huis: 'home',
  eten: 'meal',
  scootmobielen: 'scooter',
  schermen: 'tablet',
  ruimtes: 'door',
  vakanties: 'holiday',
  agenda: 'calendar',
  bestanden: 'download',
  toetsen: 'settings',
};

export function SettingsPage({ board, part }: BoardProps & { readonly part: Part }) {
  const { t } = useDesk();
  return (
    <>
      <PageHead
        title={t('desksettings:title', { house: houseName(board) })}
        line={t('desksettings:line')}
        tabs={null}
      />
      <div class="s-settings">
        <nav aria-label={t('desksettings:parts')}>
          <ul>
            {partsOf.instellingen.map((each) => (
              <li key={each}>
                <a
                  href={`#${addressOf({ page: 'instellingen', part: each })}`}
                  aria-current={each === part ? 'page' : undefined}
                >
                  <Icon name={icons[each]} />
                  <span>{t(`desksettings:part_${each}`)}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="s-stack">
          <Shown board={board} part={part} />
        </div>
      </div>
    </>
  );
}

function Shown({ board, part }: BoardProps & { readonly part: Part }) {
  switch (part) {
    case 'huis':
      return (
        <>
          <HousePart board={board} />
          <BackupCard board={board} />
          <EraseCard board={board} />
        </>
      );
    case 'eten':
      return <TablesPart board={board} />;
    case 'scootmobielen':
      return <RulesPart board={board} />;
    case 'schermen':
      return <ScreensPart board={board} />;
    case 'ruimtes':
      return <RoomsPart board={board} />;
    case 'vakanties':
      return <PeriodsPart board={board} />;
    case 'agenda':
      return <CalendarPart board={board} />;
    case 'bestanden':
      return <FilesPart />;
    case 'toetsen':
      return <LettersPart />;
  }
}

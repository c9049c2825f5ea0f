/** One resident with everything the desk knows, who may see it beside the diet, and each thing changed in its place. */
import { useState } from 'preact/hooks';
import { deskPerson } from '../../app/staff-people.ts';
import { type DeskResident, housemates, languageName, type ResidentWays } from '../../app/staff-residents.ts';
import { CodeDialog } from '../CodeDialog.tsx';
import { Button, Door, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { useSingleKeys } from '../single-keys.ts';
import { CardDialog } from './CardDialog.tsx';
import { ClearanceDialog } from './ClearanceDialog.tsx';
import { DietDialog, HabitDialog } from './EatingDialogs.tsx';
import { Fact, Facts } from './Facts.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { floorWords } from './people-words.ts';
import { EatingCard, RidingCard, ToComeCard } from './ResidentCards.tsx';
import { ResidentDialog } from './ResidentDialog.tsx';

export type Opened =
  | { readonly type: 'fields' | 'card' | 'code' | 'diet' | 'clearance' | 'leave' }
  | { readonly type: 'habit'; readonly seriesId: string };

export interface ResidentPageProps extends BoardProps {
  readonly resident: DeskResident;
  readonly ways: ResidentWays | null;
  /** What the server alone knows has changed. */
  readonly onChanged: () => Promise<void>;
  readonly onOpen: (residentId: string) => void;
  readonly onBack: () => void;
}

export function ResidentPage(props: ResidentPageProps) {
  const { board, onBack, resident } = props;
  const desk = useDesk();
  const { app, t } = desk;
  const [opened, open] = useState<Opened | null>(null);
  useSingleKeys({ Escape: onBack });
  const mates = housemates(board, resident).map(({ name }) => name);
  const line = [
    resident.fields.salutation === null ? '' : t(`deskpeople:${resident.fields.salutation}`),
    floorWords(desk, resident.floor),
    mates.length === 0 ? '' : t('deskpeople:livesWith', { names: mates.join(', ') }),
  ].filter((word) => word !== '');
  return (
    <>
      <header class="s-head">
        <div class="s-title">
          <h1 class="s-row">
            {resident.name} <Door number={resident.door} />
          </h1>
          <p>{line.join(' · ')}</p>
        </div>
        <div class="s-acts">
          <Button icon="back" onPress={onBack} hint={app.letters.value && !app.narrow.value ? 'Esc' : undefined}>
            {t('deskpeople:back')}
          </Button>
          <Button tone="main" onPress={() => open({ type: 'fields' })}>
            {t('deskpeople:change')}
          </Button>
        </div>
      </header>
      <div class="s-person-page">
        <div class="s-stack">
          <WhoCard {...props} open={open} />
          <EatingCard board={board} resident={resident} open={open} />
        </div>
        <div class="s-stack">
          <RidingCard board={board} resident={resident} open={open} />
          <ToComeCard board={board} resident={resident} />
          <div class="s-row is-wrap">
            <Button tone="stop" onPress={() => open({ type: 'leave' })}>
              {t('deskpeople:leave')}
            </Button>
            <p class="is-soft is-grow">{t('deskpeople:leaveDoes')}</p>
          </div>
        </div>
      </div>
      {opened === null ? null : <Window {...props} opened={opened} onClose={() => open(null)} />}
    </>
  );
}

function WhoCard({ open, resident, ways }: ResidentPageProps & { readonly open: (opened: Opened) => void }) {
  const desk = useDesk();
  const { t } = desk;
  const { fields } = resident;
  const change = { words: t('deskpeople:change'), onPress: () => open({ type: 'fields' }) };
  const hasCard = ways?.cards.has(resident.id) ?? null;
  const hasCode = ways?.codes.has(resident.id) ?? null;
  return (
    <Facts title={t('deskpeople:who')}>
      <Fact name={t('deskpeople:phone')} act={change}>
        {fields.phone ?? t('deskpeople:noPhone')}
      </Fact>
      <Fact name={t('deskpeople:languageOn')} act={change}>
        {languageName(fields.language)}
      </Fact>
      <Fact
        name={t('deskpeople:card')}
        act={{
          words: t(hasCard === true ? 'deskpeople:cardNew' : 'deskpeople:cardGive'),
          onPress: () => open({ type: 'card' }),
        }}
      >
        <Has has={hasCard} yes={t('deskpeople:hasCard')} no={t('deskpeople:hasNoCard')} />
      </Fact>
      <Fact name={t('deskpeople:code')} act={{ words: t('deskpeople:codeNew'), onPress: () => open({ type: 'code' }) }}>
        <Has has={hasCode} yes={t('deskpeople:hasCode')} no={t('deskpeople:hasNoCode')} />
      </Fact>
      <Fact name={t('deskpeople:showName')} act={change}>
        {t(fields.showName ? 'deskpeople:shows' : 'deskpeople:hides')}
      </Fact>
    </Facts>
  );
}

interface HasProps {
  /** Null is not known now. */
  readonly has: boolean | null;
  readonly yes: string;
  readonly no: string;
}

function Has({ has, no, yes }: HasProps) {
  const { t } = useDesk();
  if (has === null) return <span class="is-soft">{t('deskpeople:notKnown')}</span>;
  return <State tone={has ? 'ok' : 'off'}>{has ? yes : no}</State>;
}

interface WindowProps extends ResidentPageProps {
  readonly opened: Opened;
  readonly onClose: () => void;
}

function Window({ board, onBack, onChanged, onClose, onOpen, opened, resident, ways }: WindowProps) {
  const changed = () => {
    onClose();
    void onChanged();
  };
  switch (opened.type) {
    case 'fields':
      return <ResidentDialog board={board} resident={resident} onOpen={onOpen} onClose={onClose} />;
    case 'card':
      return (
        <CardDialog
          resident={resident}
          has={ways?.cards.has(resident.id) ?? false}
          personOf={(id) => deskPerson(board, id)}
          onChanged={changed}
          onClose={onClose}
        />
      );
    case 'code':
      return <CodeDialog board={board} residentId={resident.id} onClose={changed} />;
    case 'diet':
      return <DietDialog board={board} resident={resident} onClose={onClose} />;
    case 'habit':
      return <HabitDialog board={board} resident={resident} seriesId={opened.seriesId} onClose={onClose} />;
    case 'clearance':
      return <ClearanceDialog board={board} resident={resident} onClose={onClose} />;
    case 'leave':
      return <LeaveDialog board={board} resident={resident} onLeft={onBack} onClose={onClose} />;
  }
}

/** The list of one meal on the tablet: totals and doings beside it, what is so above it (meal-03, 04, 07, 08, 09). */

import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import { papersOf } from '../../../domain/sheet-views.ts';
import { actOrTell, everyoneIsHere, type MealDesk, unmark } from '../../app/meal-acts.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { Band, MealButton } from './buttons.tsx';
import { everybody, type Filter, platesOf, sameFilter } from './filter.ts';
import { DeltaBand, DoorBand, HintBand, OfflineBand, UnreadBand } from './MealBands.tsx';
import { MealRows } from './MealRows.tsx';
import { MealTop } from './MealTop.tsx';
import type { MealScreen } from './meal-screen.ts';
import { whenAndWhere } from './meal-words.ts';
import { PapersBand } from './Papers.tsx';
import { PlateSheet } from './PlateSheet.tsx';
import { ToldBar } from './ToldBar.tsx';
import { SubTotals, TableTotals, Totals } from './Totals.tsx';
import { type MealState, useMealList } from './use-meal-list.ts';

export interface MealPageProps {
  readonly desk: MealDesk;
  readonly board: Board;
  readonly speech: StaffSpeech;
  readonly activityId: string;
  /** Who is done with the tablet. */
  readonly onReady: () => void;
  /** Null where there is nothing behind this page. */
  readonly onBack: (() => void) | null;
  readonly onShow: (screen: MealScreen) => void;
}

export function MealPage(props: MealPageProps) {
  const { board, desk, onBack, onReady, onShow } = props;
  const state = useMealList(props);
  const [marked, setMarked] = useState<readonly string[] | null>(null);
  const [parts, setParts] = useState(false);
  if (state === null) return <NoMeal {...props} />;
  const { atTable, filter, list, opened, setAtTable, setFilter, speech } = state;
  const { t } = speech;
  const choose = (next: Filter) => {
    const again = sameFilter(next, filter);
    if (next.type === 'all') setParts(again && !atTable ? !parts : false);
    setFilter(again && next.type !== 'all' ? everybody : next);
  };
  const totals = { speech, list, filter, onFilter: choose };
  const bands = { board, desk, speech, list };
  const startTable = () => {
    const ids = everyoneIsHere(desk, list);
    setMarked(ids.length === 0 ? null : ids);
    setAtTable(true);
    setFilter(everybody);
    setParts(false);
  };
  const stopTable = () => {
    setAtTable(false);
    setMarked(null);
    setFilter(everybody);
  };
  const back = atTable ? stopTable : onBack;
  return (
    <>
      <MealTop
        speech={speech}
        title={list.activity.title}
        sub={whenAndWhere(speech, list)}
        name={desk.me.name}
        onBack={back}
        onReady={onReady}
      />
      <main class="m-body">
        <div class="m-side">
          {atTable ? <TableTotals {...totals} /> : <Totals {...totals} />}
          {atTable ? (
            <>
              <MealButton icon="someone" onPress={() => onShow({ type: 'add' })}>
                {t('deskmeal:add')}
              </MealButton>
              <MealButton
                tone="main"
                icon="check"
                onPress={() => {
                  if (actOrTell(desk, { type: 'finishMeal', activityId: list.activity.id }, null))
                    onShow({ type: 'finished' });
                }}
              >
                {t('deskmeal:finish')}
              </MealButton>
            </>
          ) : (
            <Doings {...props} state={state} onEveryone={startTable} />
          )}
        </div>
        <div class="m-right">
          <OfflineBand {...bands} />
          {atTable ? (
            <TableBand
              state={state}
              marked={marked}
              onUndo={() => {
                unmark(desk, list, marked ?? []);
                stopTable();
              }}
            />
          ) : (
            <>
              <HintBand {...bands} />
              <PapersBand list={list} speech={speech} />
              <DeltaBand list={list} speech={speech} onPrint={() => onShow({ type: 'sheet' })} />
              <DoorBand
                {...bands}
                small={list.delta !== null || papersOf(list.prints) !== null || parts}
                onOpenOne={() => onShow({ type: 'openOne' })}
              />
              <UnreadBand {...bands} onRound={null} />
            </>
          )}
          {atTable ? null : <SubTotals {...totals} open={parts} />}
          {filter.type === 'all' ? null : <FilterBand state={state} />}
          <MealRows
            {...state.taps}
            speech={speech}
            sections={state.sections}
            nameHead={t(state.showsDelta ? 'deskmeal:headChanged' : 'deskmeal:headName')}
            onTouched={state.touched}
            empty={<Empty state={state} />}
          />
          <ToldBar desk={desk} speech={speech} />
        </div>
      </main>
      {opened === null ? null : (
        <PlateSheet
          desk={desk}
          speech={speech}
          list={list}
          view={opened}
          onClose={() => state.open(null)}
          onMove={(view) => onShow({ type: 'move', plateId: view.plate.id })}
        />
      )}
    </>
  );
}

function Doings({
  onEveryone,
  onShow,
  state,
}: MealPageProps & { readonly state: MealState; readonly onEveryone: () => void }) {
  const { t } = state.speech;
  return (
    <>
      <MealButton tone="main" icon="someone" onPress={() => onShow({ type: 'add' })}>
        {t('deskmeal:add')}
      </MealButton>
      <div class="m-two">
        <MealButton tall icon="print" onPress={() => onShow({ type: 'sheet' })}>
          {t('deskmeal:sheet')}
        </MealButton>
        <MealButton tall icon="paper" onPress={() => onShow({ type: 'paper' })}>
          {t('deskmeal:fromPaper')}
        </MealButton>
      </div>
      {state.list.totals.people === 0 ? null : (
        <MealButton icon="check" onPress={onEveryone}>
          {t('deskmeal:everyone')}
        </MealButton>
      )}
    </>
  );
}

function TableBand(props: {
  readonly state: MealState;
  readonly marked: readonly string[] | null;
  readonly onUndo: () => void;
}) {
  const { t } = props.state.speech;
  if (props.marked === null) {
    return <Band look="ok" icon="people" title={t('deskmeal:tableTitle')} text={t('deskmeal:everyoneText')} />;
  }
  return (
    <Band look="ok" icon="ok" title={t('deskmeal:everyoneTitle')} text={t('deskmeal:everyoneText')} live>
      <MealButton icon="undo" onPress={props.onUndo}>
        {t('deskmeal:notAfterAll')}
      </MealButton>
    </Band>
  );
}

function FilterBand({ state: { filter, list, setFilter, speech } }: { readonly state: MealState }) {
  const { t } = speech;
  const all = list.totals.people;
  const count = platesOf(list, filter).length;
  if (filter.type === 'waiting') return null;
  return (
    <Band look="plain" icon="people" title={t('deskmeal:shows', { count, all })}>
      <MealButton onPress={() => setFilter(everybody)}>{t('deskmeal:showsAll')}</MealButton>
    </Band>
  );
}

function Empty({ state: { filter, speech } }: { readonly state: MealState }) {
  const { t } = speech;
  if (filter.type !== 'all') return <p class="m-empty">{t('deskmeal:emptyFilter')}</p>;
  return (
    <div class="m-empty">
      <h2>{t('deskmeal:emptyTitle')}</h2>
      <p>{t('deskmeal:emptyText')}</p>
    </div>
  );
}

function NoMeal({ desk, onBack, onReady, speech }: MealPageProps) {
  const { t } = speech;
  return (
    <>
      <MealTop
        speech={speech}
        title={t('deskmeal:listName')}
        sub=""
        name={desk.me.name}
        onBack={onBack}
        onReady={onReady}
      />
      <main class="m-body">
        <p class="m-empty">{t('deskmeal:noMeal')}</p>
      </main>
    </>
  );
}

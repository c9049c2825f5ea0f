/**
 * The list of one meal on a laptop and a phone: the same rows, totals and words as on the tablet, with a keyboard and a
 * search field beside them. Refuses to count anything itself.
 */
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { matchesPerson } from '../app/staff-people.ts';
import { AddDialog, MoveDialog, OpenOneDialog } from './AddDialog.tsx';
import { Button } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { GoneList } from './GoneList.tsx';
import { useHeldKeys } from './held-keys.ts';
import { everybody, type Filter, sameFilter } from './meal/filter.ts';
import { DeltaBand, DoorBand, HintBand, UnreadBand } from './meal/MealBands.tsx';
import { MealRows, type Section } from './meal/MealRows.tsx';
import { whenAndWhere } from './meal/meal-words.ts';
import { PaperLines } from './meal/PaperScreen.tsx';
import { PapersBand } from './meal/Papers.tsx';
import { PlateSheet } from './meal/PlateSheet.tsx';
import { sayOff } from './meal/plate-acts.ts';
import { SubTotals, TableTotals, Totals } from './meal/Totals.tsx';
import { type MealState, useMealList } from './meal/use-meal-list.ts';
import { PageHead } from './PageHead.tsx';
import { SheetChoice } from './print/SheetScreen.tsx';
import { useRowKeys } from './row-keys.ts';
import { SearchField } from './SearchField.tsx';
import { useSingleKeys } from './single-keys.ts';
import { TableActs } from './TableActs.tsx';

export interface DeskMealProps extends BoardProps {
  readonly activityId: string;
  readonly tabs: VNode;
  readonly days: VNode;
}

type Opened =
  | { readonly type: 'add' | 'openOne' | 'paper' }
  /** How often Ctrl p asked for it on paper. */
  | { readonly type: 'sheet'; readonly asked: number }
  | { readonly type: 'move'; readonly plateId: string };

export function DeskMeal({ activityId, board, days, tabs }: DeskMealProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const state = useMealList({ desk: app, board, speech: desk, activityId });
  const [opened, open] = useState<Opened | null>(null);
  const [atTable, setAtTable] = useState(false);
  const [query, setQuery] = useState('');
  const openSheet = (asked: number) => open({ type: 'sheet', asked });
  useSingleKeys({ n: () => open({ type: 'add' }) });
  useHeldKeys({ p: () => openSheet(opened?.type === 'sheet' ? opened.asked + 1 : 1) });
  useRowKeys({
    onOpen: (id) => state?.taps.onOpen(id),
    onCame: (id) => state?.taps.onCame(id),
    onPaid: (id) => state?.taps.onMoney(id),
    onRemove: (id) => {
      if (state !== null) removePlate(app, state, id);
    },
  });
  if (state === null) return <p class="s-card">{t('deskeat:noMeal')}</p>;
  const { filter, list, setFilter, speech } = state;
  const close = () => open(null);
  const common = { desk: app, board, speech, list };
  if (opened?.type === 'sheet' || opened?.type === 'paper') {
    const sheet = list.prints.at(-1)?.number ?? null;
    return (
      <div class="s-meal">
        <Inside
          title={t(opened.type === 'sheet' ? 'desksheet:title' : 'deskadd:paperTitle')}
          line={
            opened.type === 'sheet'
              ? t('desksheet:sub')
              : sheet === null
                ? t('deskadd:paperNone')
                : t('deskadd:paperSub')
          }
          onBack={close}
        />
        {opened.type === 'sheet' ? (
          <div class="m-print">
            <SheetChoice {...common} onBack={close} print={app.print} asked={opened.asked}>
              {null}
            </SheetChoice>
          </div>
        ) : sheet === null ? null : (
          <div class="m-paper">
            <PaperLines {...common} onBack={close} sheet={sheet}>
              {null}
            </PaperLines>
          </div>
        )}
      </div>
    );
  }
  const choose = (next: Filter) => setFilter(sameFilter(next, filter) ? everybody : next);
  const totals = { speech, list, filter, onFilter: choose };
  const moving =
    opened?.type === 'move'
      ? [...list.plates, ...list.waiting].find(({ plate }) => plate.id === opened.plateId)
      : undefined;
  return (
    <div class="s-meal">
      <PageHead title={list.activity.title} line={lineOf(state)} tabs={tabs} />
      <div class="s-row is-wrap is-apart">
        {days}
        <div class="s-acts">
          <Button icon="paper" onPress={() => open({ type: 'paper' })}>
            {t('deskmeal:fromPaper')}
          </Button>
          <Button icon="print" onPress={() => openSheet(0)}>
            {t('deskmeal:sheet')}
          </Button>
          <Button
            icon="someone"
            tone="main"
            hint={app.letters.value && !app.narrow.value ? 'n' : undefined}
            onPress={() => open({ type: 'add' })}
          >
            {t('deskmeal:add')}
          </Button>
        </div>
      </div>
      {atTable ? (
        <div class="s-at-table">
          <TableTotals {...totals} />
        </div>
      ) : (
        <>
          <Totals {...totals} />
          <SubTotals {...totals} open />
        </>
      )}
      <HintBand {...common} />
      <PapersBand list={list} speech={speech} />
      <DeltaBand list={list} speech={speech} onPrint={() => openSheet(0)} />
      <DoorBand {...common} small={false} onOpenOne={() => open({ type: 'openOne' })} />
      <UnreadBand
        {...common}
        onRound={app.pages.value.includes('kloppen') ? () => app.goTo({ page: 'kloppen', part: 'rondje' }) : null}
      />
      <div class="s-row is-wrap is-apart">
        <SearchField label={t('deskeat:search')} value={query} onInput={setQuery} />
        <TableActs state={state} atTable={atTable} onTable={setAtTable} />
      </div>
      <MealRows
        {...state.taps}
        speech={speech}
        sections={found(state.sections, query)}
        nameHead={t('deskmeal:headName')}
        onTouched={state.touched}
        empty={
          <p class="m-empty">
            {t(query !== '' || filter.type !== 'all' ? 'deskmeal:emptyFilter' : 'deskmeal:emptyTitle')}
          </p>
        }
      />
      <GoneList state={state} />
      {state.opened === null ? null : (
        <PlateSheet
          desk={app}
          speech={speech}
          list={list}
          view={state.opened}
          onClose={() => state.open(null)}
          onMove={({ plate }) => {
            state.open(null);
            open({ type: 'move', plateId: plate.id });
          }}
        />
      )}
      {opened?.type === 'add' ? <AddDialog {...common} onClose={close} /> : null}
      {opened?.type === 'openOne' ? <OpenOneDialog {...common} onClose={close} /> : null}
      {moving === undefined ? null : <MoveDialog {...common} view={moving} onClose={close} />}
    </div>
  );

  /** "Donderdag 15 oktober · 17:30 uur · Eetkamer · 38 van 40 · gesloten" */
  function lineOf({ list: { capacity, door, totals: counted } }: MealState): string {
    const doors = {
      open: '',
      opened: t('deskeat:opened'),
      closed: t('deskeat:closed'),
      over: t('deskeat:over'),
    } as const;
    const full = capacity === null ? '' : t('deskeat:ofCapacity', { count: counted.people, capacity });
    return [whenAndWhere(speech, list), full, doors[door]].filter((word) => word !== '').join(' · ');
  }
}

/** A page over the list, with its way back. */
function Inside({
  line,
  onBack,
  title,
}: {
  readonly title: string;
  readonly line: string;
  readonly onBack: () => void;
}) {
  const { t } = useDesk();
  return (
    <header class="s-head">
      <div class="s-title">
        <h1>{title}</h1>
        <p>{line}</p>
      </div>
      <div class="s-acts">
        <Button icon="back" onPress={onBack}>
          {t('deskmeal:toList')}
        </Button>
      </div>
    </header>
  );
}

function found(sections: readonly Section[], query: string): readonly Section[] {
  if (query.trim() === '') return sections;
  return sections.map((section) => ({ ...section, faces: section.faces.filter((face) => matchesPerson(face, query)) }));
}

function removePlate(app: ReturnType<typeof useDesk>['app'], { list, speech }: MealState, plateId: string): void {
  const view = [...list.plates, ...list.waiting].find(({ plate }) => plate.id === plateId);
  if (view !== undefined) sayOff(app, { list, speech, view });
}

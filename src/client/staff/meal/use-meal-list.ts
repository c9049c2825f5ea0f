/** The list of one meal as a screen needs it: filtered, in steady order, with what each tap does. Refuses to draw. */
import { useMemo, useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import { type MealList, mealList, type PlateView } from '../../../domain/meal-views.ts';
import { type MealDesk, toggleCame, togglePaid } from '../../app/meal-acts.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { everybody, type Filter, filterKey, platesOf } from './filter.ts';
import type { RowTaps, Section } from './MealRows.tsx';
import { type MealSpeech, mealSpeech } from './meal-words.ts';
import { rowFace } from './row-face.ts';
import { useSteadyOrder } from './use-steady-order.ts';

export interface MealState {
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  readonly sections: readonly Section[];
  /** What changed since the last sheet stands on top. */
  readonly showsDelta: boolean;
  /** Who is there is asked now: nobody looks for what changed. */
  readonly atTable: boolean;
  readonly setAtTable: (atTable: boolean) => void;
  readonly taps: RowTaps;
  /** The plate whose sheet is open. */
  readonly opened: PlateView | null;
  readonly open: (plateId: string | null) => void;
  readonly touched: () => void;
}

export interface MealStateDeps {
  readonly desk: MealDesk;
  readonly board: Board;
  readonly speech: StaffSpeech;
  readonly activityId: string;
}

type Where = 'changed' | 'rest' | 'waiting';

/** Null where there is no such meal. */
export function useMealList({ activityId, board, desk, speech: staff }: MealStateDeps): MealState | null {
  const minute = desk.minute.value;
  const list = useMemo(() => mealList(board, activityId, minute), [board, activityId, minute]);
  const speech = useMemo(() => mealSpeech(staff, board), [staff, board.location, board.staffMember]);
  const [filter, setFilter] = useState<Filter>(everybody);
  const [openedId, open] = useState<string | null>(null);
  const [atTable, setAtTable] = useState(() => list !== null && isAtTable(list));
  const placed = list === null ? [] : placesOf(list, filter, atTable);
  const ids = placed.map(({ where, view }) => `${where} ${view.plate.id}`);
  const steady = useSteadyOrder(ids, `${activityId} ${filterKey(filter)} ${atTable}`);
  if (list === null) return null;
  const views = new Map([...list.gone, ...list.waiting, ...list.plates].map((view) => [view.plate.id, view]));
  const showsDelta = list.delta !== null && filter.type === 'all' && !atTable;
  const facesOf = (where: Where) =>
    steady.order.flatMap((key) => {
      const [at, id] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
      const view = at === where ? views.get(id) : undefined;
      return view === undefined ? [] : [rowFace(speech, list, { view, marked: where === 'changed' })];
    });
  const withView = (act: (view: PlateView) => void) => (plateId: string) => {
    const view = views.get(plateId);
    if (view !== undefined) act(view);
  };
  const { t } = speech;
  return {
    speech,
    list,
    filter,
    setFilter,
    showsDelta,
    atTable,
    setAtTable,
    sections: [
      { key: 'changed', title: null, faces: facesOf('changed') },
      { key: 'rest', title: showsDelta ? t('deskmeal:onPaper') : null, faces: facesOf('rest') },
      { key: 'waiting', title: t('deskmeal:onList'), faces: facesOf('waiting') },
    ],
    taps: {
      onOpen: open,
      onMoney: withView((view) => togglePaid(desk, activityId, view)),
      onCame: withView((view) => toggleCame(desk, activityId, view)),
    },
    opened: openedId === null ? null : (views.get(openedId) ?? null),
    open,
    touched: steady.touched,
  };
}

/** Most of them have been asked: whoever comes in goes on with it. */
function isAtTable({ totals }: MealList): boolean {
  return totals.people > 0 && totals.came + totals.absent > totals.unmarked;
}

function placesOf(
  list: MealList,
  filter: Filter,
  atTable: boolean,
): readonly { readonly where: Where; readonly view: PlateView }[] {
  const at = (where: Where, views: readonly PlateView[]) => views.map((view) => ({ where, view }));
  if (filter.type === 'waiting') return at('waiting', list.waiting);
  if (filter.type !== 'all') return at('rest', platesOf(list, filter));
  const { delta } = list;
  if (delta === null || atTable) return [...at('rest', list.plates), ...at('waiting', list.waiting)];
  const changed = [...delta.added, ...delta.removed, ...delta.changed];
  const ids = new Set(changed.map(({ plate }) => plate.id));
  const rest = list.plates.filter(({ plate }) => !ids.has(plate.id));
  return [...at('changed', changed), ...at('rest', rest), ...at('waiting', list.waiting)];
}

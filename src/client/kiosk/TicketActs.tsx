/** What else can be said with the ticket of a meal in hand: other food, or every time. */
import { dishesToAsk } from '../../domain/own-meal-views.ts';
import type { SignUp } from '../../domain/sign-up-row.ts';
import type { ActivityView } from '../../domain/views.ts';
import { Action, type ActionProps } from '../ui/Action.tsx';
import type { App } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { everyOf, everyWords, maySayDish } from './meal-words.ts';
import { standingOf } from './StandingMeals.tsx';

export type Act = Pick<ActionProps, 'label' | 'onTap' | 'picture'>;

interface OwnParty {
  readonly view: ActivityView;
  readonly party: SignUp;
}

/** Other food, while they may still choose. */
export function changeActOf(app: App, board: BoardProps['board'], { view, party }: OwnParty): Act | null {
  const { activity, menu } = view;
  const { id: activityId } = activity;
  if (dishesToAsk(menu).length === 0 || party.hidden > 0 || !maySayDish(app, board, activity)) return null;
  const change = () => app.show({ type: 'plate', activityId, signUpId: party.id, plateId: null, page: 0 });
  return { picture: 'meal', label: app.i18n.t('meal:change'), onTap: change };
}

export function ticketActsOf(app: App, board: BoardProps['board'], own: OwnParty): readonly Act[] {
  const { t } = app.i18n;
  const { activity } = own.view;
  const { id: activityId, seriesId } = activity;
  const change = changeActOf(app, board, own);
  const acts: Act[] = change === null ? [] : [change];
  const every = everyOf(app, board, activity);
  const standing = every === null ? null : standingOf(app, board, seriesId);
  if (every !== null && standing !== null) {
    const open = () => app.show({ type: 'standing', seriesId, activityId });
    const stands = standing.state !== 'none';
    const label = stands ? t('meal:standing', { every: everyWords(app, standing.rhythm) }) : every;
    acts.push({ picture: stands ? 'check' : 'calendar', label, onTap: open });
  }
  return acts;
}

export function TicketActs({ acts }: { readonly acts: readonly Act[] }) {
  if (acts.length === 0) return null;
  return (
    <div class="ticket-acts">
      {acts.map((act) => (
        <Action key={act.label} tone="plain" {...act} />
      ))}
    </div>
  );
}

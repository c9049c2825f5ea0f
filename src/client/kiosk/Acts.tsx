/** What one can do about an activity: take part, bring somebody, come back on it; or a word why not. */
import type { ComponentChildren } from 'preact';
import type { ActivityView } from '../../domain/views.ts';
import { ordinal } from '../i18n/dates.ts';
import { Action } from '../ui/Action.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Stub } from '../ui/Slip.tsx';
import { closedWords, JoinAction, savedWord } from './ActivityRow.tsx';
import { useApp } from './app-context.ts';
import { speechOf } from './now.ts';
import type { Act } from './TicketActs.tsx';

export interface ActsProps {
  readonly view: ActivityView;
  /** Other food; beside it, the sheet says that they take part. */
  readonly change: Act | null;
}

export function Acts({ view, change }: ActsProps) {
  const app = useApp();
  const { t } = app.i18n;
  const { activity, state, party } = view;

  switch (state) {
    case 'open':
    case 'full':
      return (
        <>
          <JoinAction view={view} />
          {activity.guests > 0 ? <BringAction view={view} onTap={() => app.join(activity.id, 1)} /> : null}
        </>
      );
    case 'joined':
    case 'waiting': {
      if (party === null) return null;
      const mayBring = party.guests < activity.guests;
      const bring = () => app.changeGuests(activity.id, party.id, party.guests + 1);
      return (
        <>
          {change === null ? <Mine view={view} /> : <Action tone="plain" about={activity.title} {...change} />}
          {mayBring ? <BringAction view={view} onTap={bring} /> : null}
          <Action
            picture="undo"
            tone="stop"
            label={t('activity:undo')}
            about={activity.title}
            onTap={() => app.withdraw(activity.id, party.id)}
          />
        </>
      );
    }
    case 'closed':
      return <Said picture="clock">{closedWords(app, activity)}</Said>;
    case 'free':
      return <Said picture="door">{t('activity:walkIn')}</Said>;
    case 'started':
      return <Said picture="clock">{t('activity:now')}</Said>;
    case 'cancelled':
      return <Said picture="cross">{t('activity:cancelled')}</Said>;
  }
}

function BringAction({ view, onTap }: { readonly view: ActivityView; readonly onTap: () => void }) {
  const { t } = useApp().i18n;
  return <Action picture="guest" tone="plain" label={t('activity:bring')} about={view.activity.title} onTap={onTap} />;
}

function Mine({ view }: { readonly view: ActivityView }) {
  const app = useApp();
  const { t } = app.i18n;
  const small = savedWord(app, view);
  if (view.place === null) {
    return (
      <div class="panel state joined">
        <Stub words={t('activity:joined')} small={small} />
      </div>
    );
  }
  const place = t('activity:place', { ordinal: ordinal(speechOf(app), view.place) });
  return (
    <div class="panel state waiting">
      <Stub words={place} place={view.place} small={small} />
    </div>
  );
}

function Said({
  picture,
  children,
}: {
  readonly picture: 'clock' | 'door' | 'cross';
  readonly children: ComponentChildren;
}) {
  return (
    <div class="panel state">
      <Pictogram name={picture} />
      <span>{children}</span>
    </div>
  );
}

/** When, where and who of one activity, as facts for the sheet. */
import type { ActivityView } from '../../domain/views.ts';
import { clockTime, ordinal } from '../i18n/dates.ts';
import type { Fact } from '../ui/FactSheet.tsx';
import { Chairs, Mark } from '../ui/Mark.tsx';
import { Name } from '../ui/Name.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { ClockFace } from '../ui/pictures/ClockFace.tsx';
import { FEW_CHAIRS, savedWord, soonWord } from './ActivityRow.tsx';
import { type App, useApp } from './app-context.ts';
import { ChangedMark } from './ChangedMark.tsx';
import { dayInWords, digits, speechOf } from './now.ts';

export function factsOf(app: App, view: ActivityView): readonly Fact[] {
  const { t } = app.i18n;
  const { activity } = view;
  const start = clockTime(activity.startTime);
  const when: Fact = {
    sign: <ClockFace hour={start.hour} minute={start.minute} />,
    what: dayInWords(speechOf(app), app.wallClock.value.date, { date: activity.date, time: activity.startTime }),
    more: activity.allDay
      ? t('activity:allDay')
      : t('activity:fromUntil', { from: digits(activity.startTime), until: digits(activity.endTime) }),
  };
  const where: Fact = { sign: <Pictogram name="door" />, what: <Name text={activity.room} lang="nl" /> };
  const place = activity.room === '' ? [] : [where];
  // Nobody comes to what is cancelled, whoever had signed up.
  return view.state === 'cancelled' ? [when, ...place] : [when, ...place, whoComes(app, view)];
}

function whoComes(app: App, view: ActivityView): Fact {
  const { t } = app.i18n;
  const { left, people, state } = view;
  const sign = <Pictogram name="community" />;
  if (state === 'free') return { sign, what: t('activity:walkIn'), more: t('activity:walkInMore') };
  const price = priceWords(app, view);
  const coming = people === 0 ? t('activity:nobody') : t('activity:people', { count: people });
  const more = [coming, price].filter((part) => part !== '').join(' · ');
  if (state === 'open' && left !== null && left <= FEW_CHAIRS) {
    return { sign, what: <FewChairs left={left} />, more };
  }
  return { sign, what: <span class="sentence">{coming}</span>, more: price === '' ? null : price };
}

function FewChairs({ left }: { readonly left: number }) {
  const { t } = useApp().i18n;
  return (
    <>
      <span class="sentence">{t('activity:chairs', { count: left })}</span> <Chairs free={left} />
    </>
  );
}

function priceWords(app: App, { activity, menu }: ActivityView): string {
  const cents = menu?.price ?? activity.price;
  if (cents === null) return '';
  if (cents === 0) return app.i18n.t('activity:free');
  return `€\u00a0${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

export interface OwnMarkProps {
  readonly view: ActivityView;
  /** What they eat; null is no meal, or nothing chosen. */
  readonly dish: string | null;
  /** Whether nothing else on the screen says that they take part. */
  readonly alone: boolean;
}

/** What they eat themselves, and that they take part or wait. */
export function OwnMark({ view, dish, alone }: OwnMarkProps) {
  const app = useApp();
  const { t } = app.i18n;
  const { place } = view;
  const saved = alone ? savedWord(app, view) : undefined;
  const rest = [dish, saved].filter((part) => part !== null && part !== undefined);
  if (!alone)
    return dish === null ? null : (
      <p class="remark">
        <Mark picture="meal" label={dish} />
      </p>
    );
  return (
    <p class="remark">
      {place === null ? (
        <Mark picture="check" tone="yes" label={t('activity:joined')} />
      ) : (
        <Mark picture="waiting" label={t('activity:place', { ordinal: ordinal(speechOf(app), place) })} />
      )}
      {rest.map((part) => (
        <span key={part}>
          · <bdi lang={part === dish ? 'nl' : undefined}>{part}</bdi>
        </span>
      ))}
    </p>
  );
}

/** "Straks" where there is no picture to say it on. */
export function SoonMark({ view }: { readonly view: ActivityView }) {
  const soon = soonWord(useApp(), view);
  if (soon === undefined) return null;
  return (
    <p class="remark">
      <Mark picture="clock" label={soon} />
    </p>
  );
}

/** What is out of the ordinary: cancelled, changed, full. */
export function StateMark({ view }: { readonly view: ActivityView }) {
  const { t } = useApp().i18n;
  const { activity, state, waiting } = view;
  if (state === 'cancelled') {
    return (
      <p class="remark">
        <Mark picture="cross" tone="stop" label={t('activity:cancelled')} /> <bdi lang="nl">{activity.cancelled}</bdi>
      </p>
    );
  }
  if (activity.was !== null) {
    return (
      <p class="remark">
        <ChangedMark activity={activity} />
      </p>
    );
  }
  if (state === 'full') {
    return (
      <p class="remark">
        <Mark picture="cross" label={t('activity:full')} />{' '}
        {waiting === 0 ? null : <span>{t('activity:waiting', { count: waiting })}</span>}
      </p>
    );
  }
  return null;
}

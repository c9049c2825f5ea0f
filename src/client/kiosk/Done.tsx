/** Gelukt: the ticket, large, with the way to undo it for as long as it is there. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { type ActivityView, activityView, overlapsOf, personOf } from '../../domain/views.ts';
import { clockTime, ordinal } from '../i18n/dates.ts';
import type { Screen as ScreenState } from '../state/screens.ts';
import { BigTicket, type TicketLine } from '../ui/BigTicket.tsx';
import { Header } from '../ui/Header.tsx';
import { Inset } from '../ui/Inset.tsx';
import { Key } from '../ui/Key.tsx';
import { Name } from '../ui/Name.tsx';
import { pictureOf } from '../ui/pictograms/activity-picture.ts';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { ClockFace } from '../ui/pictures/ClockFace.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { savedWord } from './ActivityRow.tsx';
import { tintOf } from './activity-look.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayAndTime } from './DayAndTime.tsx';
import { subjectOf } from './fitting-page.ts';
import { toolsOf } from './frame.tsx';
import { dishWords } from './meal-words.ts';
import { dayAtTime, speechOf } from './now.ts';
import { OwnBar } from './question-bar.tsx';
import { Refused } from './Refused.tsx';
import { TicketActs, ticketActsOf } from './TicketActs.tsx';

type DoneState = Extract<ScreenState, { readonly type: 'done' }>;

export function Done({ board, screen }: BoardProps & { readonly screen: DoneState }) {
  const app = useApp();
  const { activityId } = screen;
  const view = activityView(board, activityId, app.minute.value, app.viewer.value);
  if (view === null) return <Refused reason={{ type: 'activityUnknown', activityId }} />;
  if (screen.what === 'left' || view.party === null)
    return <Left view={view} noted={app.unsent.value.has(screen.signUpId)} />;
  return <Joined board={board} view={view} party={view.party} residentIds={screen.residentIds} />;
}

interface JoinedProps extends BoardProps {
  readonly view: ActivityView;
  readonly party: NonNullable<ActivityView['party']>;
  readonly residentIds: readonly string[];
}

/**
 * What gives way in turn: the large letters of the name, the words above the ticket, its story, its last lines. Who is
 * not sure yet must know that, and what happens next.
 */
const GIVES = {
  sure: ['large', 'above', 'story', 'line', 'line'],
  notYet: ['large', 'line', 'line', 'above'],
} as const;

function Joined({ board, view, party, residentIds }: JoinedProps) {
  const app = useApp();
  const { t } = app.i18n;
  const { activity, place } = view;
  const name = namesOf(app, board, residentIds);
  const waits = place !== null;
  const noted = app.unsent.value.has(party.id);
  const ticket = useRef<HTMLElement>(null);
  const subject = subjectOf(app, party.id, party.status, noted ? 'noted' : 'sure');
  const gives = waits || noted ? GIVES.notYet : GIVES.sure;
  const gone = gives.slice(0, useStepsToFit(ticket, { subject, most: gives.length, boxes: '.text, .stub' }));
  const { title, sub } = headOf(app, { name, noted, view });
  const story = noted ? t('away:notedStory') : waits ? t('done:waitStory') : overlapWords(app, board, view);
  const lines = linesOf(app, board, { view, party });
  const acts = ticketActsOf(app, board, { view, party });
  return (
    <Screen
      id={`done ${party.id} ${party.status}`}
      header={
        <Header
          title={title}
          sub={gone.includes('above') ? undefined : sub}
          now={<DayAndTime />}
          tools={toolsOf(app)}
        />
      }
      bar={
        <OwnBar>
          <div class="both">
            <Key picture="check" label={t('common:done')} tone="yes" onTap={app.finish} />
            <Key
              picture="undo"
              label={t('activity:undo')}
              tone="stop"
              onTap={() => app.withdraw(activity.id, party.id)}
            />
          </div>
        </OwnBar>
      }
    >
      <main
        class={`rows${gone.length === 0 ? '' : ' tight'}${acts.length === 0 ? '' : ' acting'}`}
        ref={ticket}
        style={{ '--rows': 1 }}
      >
        <BigTicket
          picture={pictureOf(activity)}
          tint={waits ? 'plain' : tintOf(activity)}
          name={activity.title}
          nameLang="nl"
          lines={lines.slice(0, lines.length - gone.filter((each) => each === 'line').length)}
          story={gone.includes('story') ? undefined : story}
          stub={stubOf(app, noted, place)}
          place={noted ? undefined : (place ?? undefined)}
          noted={noted}
          small={savedWord(app, view)}
        />
        <TicketActs acts={acts} />
      </main>
    </Screen>
  );
}

/** Never called certain before the server said so, where that takes longer than a blink. */
function headOf(
  app: App,
  { name, noted, view }: { readonly name: string; readonly noted: boolean; readonly view: ActivityView },
) {
  const { t } = app.i18n;
  if (noted) return { title: t('away:noted'), sub: t('away:notedSub') };
  if (view.place === null) {
    return { title: name === '' ? t('done:titleNoName') : t('done:title', { name }), sub: t('done:sub') };
  }
  const title = name === '' ? t('done:waitTitleNoName') : t('done:waitTitle', { name });
  const dutch = view.activity.title;
  return { title, sub: <Inset sentence={t('done:waitSub', { activity: dutch })} dutch={dutch} /> };
}

function stubOf(app: App, noted: boolean, place: number | null): string {
  const { t } = app.i18n;
  if (noted) return t('away:noted');
  return place === null ? t('activity:joined') : t('activity:place', { ordinal: ordinal(speechOf(app), place) });
}

function linesOf(
  app: App,
  board: BoardProps['board'],
  { view, party }: Pick<JoinedProps, 'party' | 'view'>,
): readonly TicketLine[] {
  const { t } = app.i18n;
  const { activity, place } = view;
  const lines: TicketLine[] = [whenLine(app, view)];
  const dish = dishWords(app, board, party);
  if (dish !== null) lines.push({ sign: <Pictogram name="meal" />, words: <span lang="nl">{dish}</span> });
  if (activity.room !== '')
    lines.push({ sign: <Pictogram name="door" />, words: <Name text={activity.room} lang="nl" /> });
  // What each of them eats says already who comes.
  if (place !== null || dish !== null) return lines;
  if (party.guests > 0) {
    return [...lines, { sign: <Pictogram name="guest" />, words: t('done:guests', { count: party.guests }) }];
  }
  const alone = party.residentIds.length + party.hidden === 1;
  const words = t(alone ? 'done:alone' : 'done:together');
  return [...lines, { sign: <Pictogram name={alone ? 'person' : 'partner'} />, words }];
}

function whenLine(app: App, { activity }: ActivityView): TicketLine {
  const start = clockTime(activity.startTime);
  const when = { date: activity.date, time: activity.startTime };
  return {
    sign: <ClockFace hour={start.hour} minute={start.minute} />,
    words: dayAtTime(speechOf(app), app.wallClock.value.date, when),
  };
}

/** Two things at one time are told, never forbidden. */
function overlapWords(app: App, board: BoardProps['board'], view: ActivityView): ComponentChildren {
  const [other] = overlapsOf(board, view.activity.id, app.minute.value, app.viewer.value);
  if (other === undefined) return undefined;
  return <Inset sentence={app.i18n.t('done:overlap', { activity: other.title })} dutch={other.title} />;
}

function namesOf(app: App, board: BoardProps['board'], residentIds: readonly string[]): string {
  const names = residentIds.map((id) => personOf(board, id)?.name?.firstName ?? '').filter((name) => name !== '');
  return names.reduce((first, second) => (first === '' ? second : app.i18n.t('common:and', { first, second })), '');
}

function Left({ view, noted }: { readonly view: ActivityView; readonly noted: boolean }) {
  const app = useApp();
  const { t } = app.i18n;
  const { activity } = view;
  const ticket = useRef<HTMLElement>(null);
  const subject = subjectOf(app, 'left', activity.id, noted ? 'noted' : 'sure');
  // First smaller letters for the name; then the line above is left out, for the ticket says the same.
  const steps = useStepsToFit(ticket, { subject, most: 2, boxes: '.text' });
  const head = noted
    ? { title: t('away:noted'), sub: t('away:notedSub') }
    : { title: t('done:awayTitle'), sub: t('done:awaySub') };
  const waits = { sign: <Pictogram name="waiting" />, words: t('away:notedMark') };
  const gone = { sign: <Pictogram name="undo" />, words: t('done:away') };
  return (
    <Screen
      id={`left ${activity.id}`}
      header={
        <Header title={head.title} sub={steps < 2 ? head.sub : undefined} now={<DayAndTime />} tools={toolsOf(app)} />
      }
      bar={
        <OwnBar>
          <div class="both">
            <Key picture="check" label={t('common:done')} tone="yes" onTap={app.finish} />
            <Key picture="sign-up" label={t('activity:again')} onTap={() => app.join(activity.id, 0)} />
          </div>
        </OwnBar>
      }
    >
      <main class={steps === 0 ? 'rows' : 'rows tight'} ref={ticket} style={{ '--rows': 1 }}>
        <BigTicket
          picture={pictureOf(activity)}
          tint={tintOf(activity)}
          name={activity.title}
          nameLang="nl"
          lines={[whenLine(app, view), noted ? waits : gone]}
          story={noted ? t('away:notedStory') : undefined}
        />
      </main>
    </Screen>
  );
}

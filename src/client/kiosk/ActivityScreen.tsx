/** Activiteit: when, where, who, what, and what one can do about it. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ActivityView, activityView } from '../../domain/views.ts';
import { type Fact, FactSheet, StorySheet } from '../ui/FactSheet.tsx';
import { Header, type ToolProps } from '../ui/Header.tsx';
import { pictureOf } from '../ui/pictograms/activity-picture.ts';
import { Screen } from '../ui/Screen.tsx';
import { useFit } from '../ui/steps-to-fit.ts';
import { soonWord } from './ActivityRow.tsx';
import { Acts } from './Acts.tsx';
import { factsOf, OwnMark, SoonMark, StateMark } from './activity-facts.tsx';
import { tintOf } from './activity-look.ts';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { subjectOf } from './fitting-page.ts';
import { Bar, timeNow, toolsOf } from './frame.tsx';
import { dishWords } from './meal-words.ts';
import { Refused } from './Refused.tsx';
import { storyPages } from './story-pages.ts';
import { type Act, changeActOf } from './TicketActs.tsx';

/** Letters of a story on one page, when it has pages of its own. */
const STORY_LETTERS = { normal: 320, groter: 100 } as const;

export function ActivityScreen({ board, activityId }: BoardProps & { readonly activityId: string }) {
  const app = useApp();
  const view = activityView(board, activityId, app.minute.value, app.viewer.value);
  if (view === null) return <Refused reason={{ type: 'activityUnknown', activityId }} />;
  const { party } = view;
  const dish = party === null ? null : dishWords(app, board, party);
  const change = party === null ? null : changeActOf(app, board, { view, party });
  return <OneActivity view={view} dish={dish} change={change} />;
}

interface Shown {
  readonly view: ActivityView;
  /** What they eat; null is no meal, or nothing chosen. */
  readonly dish: string | null;
  readonly change: Act | null;
}

function OneActivity(shown: Shown) {
  const app = useApp();
  const { change, dish, view } = shown;
  const { activity } = view;
  const place = useRef<HTMLElement>(null);
  // First the picture gives way, then the story gets pages of its own, then the last fact does, then each.
  const { steps, trying } = useFit(place, {
    subject: subjectOf(app, activity.id, view.state, dish ?? ''),
    most: 4,
    boxes: '.facts',
    pages: (back) => sheetsOf(app, shown, back).length,
  });
  const sheets = sheetsOf(app, shown, steps);
  const [turned, setTurned] = useState(0);
  const page = Math.min(trying ?? turned, sheets.length - 1);
  const more: ToolProps = {
    picture: 'next',
    label: app.i18n.t('common:more'),
    onTap: () => setTurned((page + 1) % sheets.length),
  };

  return (
    <Screen
      id={`activity ${activity.id} ${page}`}
      header={
        <Header
          title={activity.title}
          titleLang="nl"
          {...timeNow(app)}
          tools={toolsOf(app, sheets.length > 1 ? [more] : [])}
        />
      }
      bar={<Bar current="none" />}
    >
      <main class="one" ref={place}>
        {sheets[page]}
        <div class="acts">
          <Acts view={view} change={change} />
        </div>
      </main>
    </Screen>
  );
}

/** What is told of an activity, a page at a time; nearly always one. */
function sheetsOf(app: App, { change, dish, view }: Shown, steps: number): readonly ComponentChildren[] {
  const { activity, menu } = view;
  const facts = factsOf(app, view);
  const story = menu?.menu ?? activity.description;
  const lang = app.i18n.language.value.tag === 'nl' ? undefined : 'nl';
  const sheet = (shown: readonly Fact[], withStory: boolean, withMarks = true) => (
    <FactSheet
      picture={pictureOf(activity)}
      tint={tintOf(activity)}
      soon={soonWord(app, view)}
      mark={
        withMarks ? (
          <>
            {steps === 0 ? null : <SoonMark view={view} />}
            <OwnMark view={view} dish={dish} alone={change !== null} />
            <StateMark view={view} />
          </>
        ) : null
      }
      facts={shown}
      story={withStory ? story : undefined}
      storyLang={lang}
      withPicture={steps === 0}
    />
  );
  if (steps < 2) return [sheet(facts, true)];
  const stories = storyPages(story, STORY_LETTERS[app.size.value]).map((text) => (
    <StorySheet key={text} story={text} lang={lang} />
  ));
  if (steps === 2) return [sheet(facts, false), ...stories];
  if (steps === 3) return [sheet(facts.slice(0, -1), false), sheet(facts.slice(-1), false), ...stories];
  return [...facts.map((fact, i) => sheet([fact], false, i === 0)), ...stories];
}

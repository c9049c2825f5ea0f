/**
 * An alarm: over everything, in every language somebody wrote. Dutch stands large until somebody taps another language.
 * It cannot be tapped away; its end takes it away.
 */
import { useRef } from 'preact/hooks';
import type { Announcement } from '../../domain/announcement.ts';
import { type AlarmSaid, alarmIn, languagesOf } from '../../domain/announcement-views.ts';
import { helpNumber } from '../../domain/team-views.ts';
import { languages } from '../i18n/languages.ts';
import { Name } from '../ui/Name.tsx';
import { HousePicture } from '../ui/pictograms/HousePicture.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { useScreenChange } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { TapButton } from '../ui/TapButton.tsx';
import { untilWords } from './announcement-words.ts';
import { useApp } from './app-context.ts';
import { subjectOf } from './fitting-page.ts';

/** Long words take the room of what the other languages say, and of the drawings; a tap still says it all. */
const LOOKS = [
  'alarm',
  'alarm close',
  'alarm tight',
  'alarm tight brief',
  'alarm tight named',
  'alarm tight named bare',
];

export function Alarm({ announcement }: { readonly announcement: Announcement }) {
  const app = useApp();
  const place = useRef<HTMLElement>(null);
  const spoken = app.bulletin.value?.spoken.value ?? 'nl';
  const known = languagesOf(announcement);
  const said = alarmIn(announcement, spoken);
  useScreenChange(`alarm ${announcement.id} ${spoken}`);
  const steps = useStepsToFit(place, {
    subject: subjectOf(app, 'alarm', spoken, JSON.stringify(announcement)),
    most: LOOKS.length - 1,
    boxes: '.alarm, .order, .act, .others, .other, .other-ways',
  });
  return (
    <div data-screen="alarm">
      <main class={LOOKS[steps]} ref={place}>
        <Order said={said} dutch={announcement.title} />
        <ul class="acts-now" style={{ '--acts': Math.max(1, said.acts.length) }}>
          {said.acts.map(({ language, pictogram, words }, nth) => (
            <li key={nth} class="act" {...spokenAs(language)}>
              <HousePicture name={pictogram} />
              <Words language={language} text={words} />
            </li>
          ))}
        </ul>
        <footer class="others">
          {known.length < 2 ? null : (
            <div class="other-ways">
              {/* Dutch takes the place of the one that stands large, so that the others stay where they were. */}
              {known.slice(1).map((language) => (
                <Other
                  key={language}
                  announcement={announcement}
                  language={language === said.language ? 'nl' : language}
                />
              ))}
            </div>
          )}
          <Ends announcement={announcement} />
        </footer>
      </main>
    </div>
  );
}

const spokenAs = (language: string) => ({ lang: language, dir: languages.find(({ tag }) => tag === language)?.dir });

/** Where words break is known of Dutch alone. */
function Words({ language, text }: { readonly language: string; readonly text: string }) {
  return <span>{language === 'nl' ? <Name text={text} /> : <bdi>{text}</bdi>}</span>;
}

/** Nobody wrote a title in a language that has what to do alone: then it is Dutch. */
function Order({ dutch, said }: { readonly said: AlarmSaid; readonly dutch: string }) {
  const language = said.title === '' ? 'nl' : said.language;
  return (
    <header class="order" {...spokenAs(language)} aria-live="assertive">
      <HousePicture name="alarm" />
      <div>
        <h1>
          <Words language={language} text={said.title === '' ? dutch : said.title} />
        </h1>
        {said.text === '' ? null : <p {...spokenAs(said.language)}>{said.text}</p>}
      </div>
    </header>
  );
}

interface OtherProps {
  readonly announcement: Announcement;
  readonly language: string;
}

/** The same in another language; a tap makes it large. */
function Other({ announcement, language }: OtherProps) {
  const app = useApp();
  const { acts, text, title } = alarmIn(announcement, language);
  const more = [text, ...acts.filter((act) => act.language === language).map(({ words }) => words)];
  const endonym = languages.find(({ tag }) => tag === language)?.endonym ?? language;
  return (
    <TapButton class="other" primary={false} {...spokenAs(language)} onTap={() => app.bulletin.value?.speak(language)}>
      <span class="bubble">
        <span>{endonym}</span>
      </span>
      <b>{title}</b>
      {more
        .filter((words) => words !== '')
        .map((words) => (
          <span key={words}>{words}</span>
        ))}
    </TapButton>
  );
}

function Ends({ announcement }: { readonly announcement: Announcement }) {
  const app = useApp();
  const phone = app.board.value === null ? null : (helpNumber(app.board.value)?.phone ?? null);
  return (
    <p class="ends">
      <span>{app.i18n.t('message:alarmUntil', { day: untilWords(app, announcement) })}</span>
      {phone === null ? null : (
        <span class="call-now">
          <Pictogram name="phone" />
          <bdi>{phone}</bdi>
        </span>
      )}
    </p>
  );
}

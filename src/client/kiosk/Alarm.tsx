/** An alarm: over everything, in every language somebody wrote. It cannot be tapped away; its end takes it away. */
import { useRef } from 'preact/hooks';
import type { Announcement } from '../../domain/announcement.ts';
import { helpNumber } from '../../domain/views.ts';
import { languages } from '../i18n/languages.ts';
import { Name } from '../ui/Name.tsx';
import { HousePicture } from '../ui/pictograms/HousePicture.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { useScreenChange } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { untilWords } from './announcement-words.ts';
import { useApp } from './app-context.ts';
import { subjectOf } from './fitting-page.ts';

const LOOKS = ['alarm', 'alarm tight', 'alarm tight bare'];

export function Alarm({ announcement }: { readonly announcement: Announcement }) {
  const app = useApp();
  const { t } = app.i18n;
  const { acts, text, title, translations } = announcement;
  const place = useRef<HTMLElement>(null);
  useScreenChange(`alarm ${announcement.id}`);
  // Long words take the room of the drawings.
  const steps = useStepsToFit(place, {
    subject: subjectOf(app, 'alarm', JSON.stringify(announcement)),
    most: LOOKS.length - 1,
    boxes: '.alarm, .order, .act, .others',
  });
  const phone = app.board.value === null ? null : (helpNumber(app.board.value)?.phone ?? null);
  return (
    <div data-screen="alarm">
      <main class={LOOKS[steps]} ref={place}>
        <header class="order" lang="nl" aria-live="assertive">
          <HousePicture name="alarm" />
          <div>
            <h1>
              <Name text={title} />
            </h1>
            {text === '' ? null : <p>{text}</p>}
          </div>
        </header>
        <ul class="acts-now" lang="nl" style={{ '--acts': Math.max(1, acts.length) }}>
          {acts.map(({ pictogram, words }) => (
            <li key={words} class="act">
              <HousePicture name={pictogram} />
              <span>
                <Name text={words} />
              </span>
            </li>
          ))}
        </ul>
        <footer class="others">
          <ul>
            {translations.map((said) => (
              <li
                key={said.language}
                lang={said.language}
                dir={languages.find(({ tag }) => tag === said.language)?.dir}
              >
                {said.title}
              </li>
            ))}
          </ul>
          <p class="ends">
            <span>{t('message:alarmUntil', { day: untilWords(app, announcement) })}</span>
            {phone === null ? null : (
              <span class="call-now">
                <Pictogram name="phone" />
                <bdi>{phone}</bdi>
              </span>
            )}
          </p>
        </footer>
      </main>
    </div>
  );
}

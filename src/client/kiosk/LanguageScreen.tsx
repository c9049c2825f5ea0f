/** Kies uw taal: each language by its own name and greeting, no flags. */
import { Fragment } from 'preact';
import { useRef } from 'preact/hooks';
import { dayPartOf } from '../i18n/dates.ts';
import { languages } from '../i18n/languages.ts';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { LanguageTile, Tiles } from '../ui/Tile.tsx';
import { useApp } from './app-context.ts';
import { DayAndTime } from './DayAndTime.tsx';
import { subjectOf } from './fitting-page.ts';
import { Bar, moreTool, todayOf, toolsOf } from './frame.tsx';
import { pageOf, pagingOf } from './paging.ts';

/** UX requirement 36. */
const MOST_TILES = 6;
/** Said in the header too, for who cannot read the language that is on. */
const ALSO_SAID = 3;

export function LanguageScreen({ page }: { readonly page: number }) {
  const app = useApp();
  const here = app.i18n.language.value;
  const part = dayPartOf(todayOf(app).time);
  const greeting = part === 'night' ? 'evening' : part;
  const place = useRef<HTMLElement>(null);
  const subject = subjectOf(app, 'language', page);
  const steps = useStepsToFit(place, { subject, most: 1, boxes: '.tile' });
  const paging = pagingOf(languages.length, MOST_TILES, page);
  const more = paging.pages > 1 ? [moreTool(app, (paging.page + 1) % paging.pages)] : [];
  const others = languages.filter(({ tag }) => tag !== here.tag).slice(0, ALSO_SAID);
  return (
    <Screen
      id="language"
      header={
        <Header
          title={app.i18n.t('language:title')}
          dial={<Pictogram name="language" />}
          sub={others.map(({ tag, dir, yourLanguage }, i) => (
            <Fragment key={tag}>
              {i === 0 ? null : <span>·</span>}
              <span lang={tag} dir={dir}>
                {yourLanguage}
              </span>
            </Fragment>
          ))}
          now={<DayAndTime />}
          tools={toolsOf(app, more, 'language')}
        />
      }
      bar={<Bar current="none" />}
    >
      <Tiles class="languages" place={place}>
        {pageOf(languages, paging).map(({ tag, dir, endonym, greetings }) => (
          <LanguageTile
            key={tag}
            lang={tag}
            dir={dir}
            endonym={endonym}
            greeting={steps === 0 ? greetings[greeting] : undefined}
            here={tag === here.tag}
            onTap={() => {
              app.chooseLanguage(tag);
              app.back();
            }}
          />
        ))}
      </Tiles>
    </Screen>
  );
}

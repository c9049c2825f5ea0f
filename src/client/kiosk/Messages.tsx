/** Berichten: everything that hangs in the house now, and one of them in full. */
import { useRef, useState } from 'preact/hooks';
import type { Announcement } from '../../domain/announcement.ts';
import { Action } from '../ui/Action.tsx';
import { Header, type ToolProps } from '../ui/Header.tsx';
import { MessageSheet } from '../ui/MessageSheet.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useFit } from '../ui/steps-to-fit.ts';
import { announcementWords, byWords, drawingOf, photoOf, untilWords } from './announcement-words.ts';
import { type App, useApp } from './app-context.ts';
import { AwayNote } from './away-parts.tsx';
import { ListedNote } from './bulletin-parts.tsx';
import { withDayAndTime } from './DayAndTime.tsx';
import { isAway, NothingHere, useRows } from './DayRows.tsx';
import { subjectOf } from './fitting-page.ts';
import { Bar, laterTool, moreTool, toolsOf } from './frame.tsx';
import { pageOf } from './paging.ts';
import { storyPages } from './story-pages.ts';

/** Letters of a text on one page, when it has pages of its own. */
const LETTERS = { normal: [240, 120], groter: [100, 60] } as const;

const hung = (app: App): readonly Announcement[] => app.bulletin.value?.list.value ?? [];

export function Messages({ page }: { readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const list = hung(app);
  const away = isAway(app);
  const { list: place, paging } = useRows(app, { subject: 'messages', count: list.length, page }, away);
  const next = paging.page + 1 < paging.pages ? [moreTool(app, paging.page + 1)] : [];
  return (
    <Screen
      id={`messages ${paging.page}`}
      header={
        <Header
          title={t('common:messages')}
          {...withDayAndTime(app, {
            dial: <Pictogram name="message" />,
            sub: t('message:count', { count: list.length }),
          })}
          tools={toolsOf(app, next)}
        />
      }
      bar={<Bar current={paging.page === 0 ? 'messages' : 'none'} />}
    >
      <main
        class={away ? 'rows noted' : 'rows'}
        ref={place}
        style={{ '--rows': away ? paging.rows + 1 : paging.rows, '--above': paging.rows }}
      >
        {list.length === 0 ? <NothingHere title={t('message:none')} more={t('message:noneMore')} /> : null}
        {pageOf(list, paging).map((each) => (
          <ListedNote key={each.id} announcement={each} />
        ))}
        {away ? <AwayNote /> : null}
      </main>
    </Screen>
  );
}

/** One that has come down meanwhile gives way to the list. */
export function Message({ announcementId }: { readonly announcementId: string }) {
  const list = hung(useApp());
  const announcement = list.find(({ id }) => id === announcementId);
  return announcement === undefined ? <Messages page={0} /> : <OneMessage announcement={announcement} list={list} />;
}

interface OneProps {
  readonly announcement: Announcement;
  readonly list: readonly Announcement[];
}

function OneMessage({ announcement, list }: OneProps) {
  const app = useApp();
  const { t } = app.i18n;
  const [inDutch, setInDutch] = useState(false);
  const [turned, turn] = useState({ id: announcement.id, page: 0 });
  const place = useRef<HTMLElement>(null);
  const said = announcementWords(app, announcement);
  const dutch = { ...announcement, language: 'nl', lang: app.i18n.language.value.tag === 'nl' ? undefined : 'nl' };
  const { title, text, lang } = inDutch ? dutch : said;
  const below = [byWords(app, announcement), t('message:until', { day: untilWords(app, announcement) })];
  /** First the picture gives way, then the text gets pages, then smaller ones, with who hung it up on the last. */
  const pagesAfter = (back: number): readonly (readonly [string, readonly (string | null)[]])[] => {
    if (back < 2) return [[text, below]];
    const pieces = storyPages(text, LETTERS[app.size.value][back - 2] ?? LETTERS[app.size.value][1]);
    if (back === 2) return pieces.map((piece) => [piece, below]);
    return [...pieces.map((piece) => [piece, []] as const), ['', below]];
  };
  const { steps, trying } = useFit(place, {
    subject: subjectOf(app, announcement.id, title, text),
    most: 3,
    boxes: '.facts, .acts',
    pages: (back) => pagesAfter(back).length,
  });
  const pages = pagesAfter(steps);
  const page = Math.min(trying ?? (turned.id === announcement.id ? turned.page : 0), pages.length - 1);
  const [piece, shownBelow] = pages[page] ?? ['', below];
  const more: ToolProps = {
    ...laterTool(app, 0),
    label: t('common:more'),
    onTap: () => turn({ id: announcement.id, page: (page + 1) % pages.length }),
  };
  const at = list.indexOf(announcement);
  const next = list[(at + 1) % list.length];
  return (
    <Screen
      id={`message ${announcement.id} ${page}`}
      header={
        <Header
          title={title}
          titleLang={lang}
          {...withDayAndTime(app, {
            dial: <Pictogram name="message" />,
            sub: t('message:position', { page: at + 1, pages: list.length }),
          })}
          tools={toolsOf(app, pages.length > 1 ? [more] : [])}
        />
      }
      bar={<Bar current="none" />}
    >
      <main class={steps < 2 ? 'one' : 'one close'} ref={place}>
        <MessageSheet
          picture={drawingOf(announcement)}
          photo={photoOf(announcement)}
          important={announcement.level === 'important'}
          text={piece}
          lang={lang}
          below={shownBelow}
          withPicture={steps === 0}
        />
        <div class="acts">
          {next === undefined || next === announcement ? null : (
            <Action
              tone="plain"
              picture="next"
              label={t('message:next')}
              onTap={() => app.show({ type: 'message', announcementId: next.id })}
            />
          )}
          {said.language === 'nl' ? null : (
            <Action
              tone="plain"
              picture="language"
              label={inDutch ? app.i18n.language.value.endonym : 'Nederlands'}
              onTap={() => setInDutch(!inDutch)}
            />
          )}
          <Action
            tone="plain"
            picture="message"
            label={t('message:all')}
            onTap={() => app.show({ type: 'messages', page: 0 })}
          />
        </div>
      </main>
    </Screen>
  );
}

/** What announcements put on other screens: the note on Vandaag and its line in the list, and the card at rest. */
import type { Announcement } from '../../domain/announcement.ts';
import { isNew } from '../../domain/announcement-views.ts';
import { Action } from '../ui/Action.tsx';
import { Name } from '../ui/Name.tsx';
import { Photo } from '../ui/Photo.tsx';
import { HousePicture } from '../ui/pictograms/HousePicture.tsx';
import { Row, Slip } from '../ui/Slip.tsx';
import { Alarm } from './Alarm.tsx';
import { announcementWords, byWords, drawingOf, lineWords, photoOf, untilWords } from './announcement-words.ts';
import { useApp } from './app-context.ts';

export interface HungProps {
  readonly announcement: Announcement;
}

/** On Vandaag: its title says it all, and a tap reads it. */
export function Note({ announcement }: HungProps) {
  const app = useApp();
  // In large letters there is room for the title alone.
  const line = app.size.value === 'groter' ? null : lineWords(app, announcement);
  const { lang } = announcementWords(app, announcement);
  return <AnnouncementRow announcement={announcement} line={line} lineLang={lang} />;
}

/** In the list: who hung it up, and until when. */
export function ListedNote({ announcement }: HungProps) {
  const app = useApp();
  const { t } = app.i18n;
  const until = t('message:till', { day: untilWords(app, announcement) });
  const by = app.size.value === 'groter' ? null : byWords(app, announcement);
  const fresh = isNew(announcement, app.minute.value) ? t('message:new') : undefined;
  const line = by === null ? until : `${by} · ${until}`;
  return <AnnouncementRow announcement={announcement} line={line} lineLang={undefined} mark={fresh} />;
}

interface AnnouncementRowProps extends HungProps {
  readonly line: string | null;
  /** Of a line the team wrote, where that is not the language of the screen. */
  readonly lineLang: string | undefined;
  readonly mark?: string | undefined;
}

function AnnouncementRow({ announcement, line, lineLang, mark }: AnnouncementRowProps) {
  const app = useApp();
  const { lang, title } = announcementWords(app, announcement);
  const open = () => app.show({ type: 'message', announcementId: announcement.id });
  return (
    <Row action={<Action tone="plain" picture="next" label={app.i18n.t('message:read')} about={title} onTap={open} />}>
      <Slip
        picture={<HousePicture name={drawingOf(announcement)} />}
        tint={announcement.level === 'important' ? 'info' : 'plain'}
        look={announcement.level === 'important' ? 'hung important' : 'hung'}
        name={title}
        nameLang={lang}
        onTap={open}
      >
        {mark === undefined ? null : <b class="fresh">{mark}</b>}
        {line === null || (app.size.value === 'groter' && mark !== undefined) ? null : (
          <span lang={lineLang}>{line}</span>
        )}
      </Slip>
    </Row>
  );
}

/** At rest, in place of what comes next. */
export function OnRest({ announcement }: HungProps) {
  const app = useApp();
  const { lang, title } = announcementWords(app, announcement);
  return (
    <div class="card">
      <span class="side info">
        <Photo src={photoOf(announcement)}>
          <HousePicture name={drawingOf(announcement)} />
        </Photo>
      </span>
      <p lang={lang}>
        <span class="what">
          <Name text={title} />
        </span>
        <span class="where">{lineWords(app, announcement)}</span>
      </p>
    </div>
  );
}

/** For who puts the kiosk together. */
export const bulletinParts = { Note, OnRest, Alarm } as const;

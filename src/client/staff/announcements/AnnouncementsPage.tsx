/** Berichten: what hangs, what comes, what was, and what is still being written. */
import { useState } from 'preact/hooks';
import type { Announcement } from '../../../domain/announcement.ts';
import { allAnnouncements, stateOf } from '../../../domain/announcement-views.ts';
import { type Draft, draftFrom, draftsOf, dropDraft, keepDraft, newDraft } from '../../app/announcement-drafts.ts';
import { announcementCopies } from '../../app/copies-elsewhere.ts';
import type { PartOf } from '../../app/staff-places.ts';
import { CopyToFlat } from '../CopyToFlat.tsx';
import { Button, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { useOtherFlats } from '../OtherFlats.tsx';
import { PageHead } from '../PageHead.tsx';
import { Parted } from '../Parted.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { AlarmPage } from './AlarmPage.tsx';
import { announcementNo, levelWord, timesWords } from './announcement-words.ts';
import { WriteForm } from './WriteForm.tsx';

export function AnnouncementsPage({ board, part }: BoardProps & { readonly part: PartOf<'berichten'> }) {
  const { app } = useDesk();
  const staffId = app.me.staffId ?? null;
  const [draft, setDraft] = useState<Draft | null>(null);
  const write = (wanted: Draft) => {
    setDraft(wanted);
    app.goTo({ page: 'berichten', part: 'schrijven' });
  };
  const fresh = () => newDraft(staffId, Date.parse(nowText(app.minute.value)) + draftsOf(app.drafts, null).length);
  if (part === 'alarm') return <AlarmPage board={board} />;
  if (part === 'lijst') return <Hanging board={board} onWrite={write} onNew={() => write(fresh())} />;
  // Opened by its address: what was being written last goes on.
  const shown = draft ?? draftsOf(app.drafts, staffId)[0] ?? fresh();
  return <WriteForm key={shown.key} board={board} draft={shown} onDone={() => setDraft(null)} />;
}

const nowText = (at: number): string => new Date(at).toISOString();

interface HangingProps extends BoardProps {
  readonly onWrite: (draft: Draft) => void;
  readonly onNew: () => void;
}

function Hanging({ board, onNew, onWrite }: HangingProps) {
  const { app, t } = useDesk();
  const staffId = app.me.staffId ?? null;
  const [drafts, setDrafts] = useState(() => draftsOf(app.drafts, staffId));
  const flats = useOtherFlats();
  const [copying, copy] = useState<Announcement | null>(null);
  const now = app.minute.value;
  const all = allAnnouncements(board, now);
  const count = all.filter((each) => stateOf(each, now) === 'on').length;
  useSingleKeys({ n: onNew });
  const drop = (key: string) => {
    dropDraft(app.drafts, key);
    setDrafts(draftsOf(app.drafts, staffId));
  };
  return (
    <>
      <PageHead title={t('deskannouncement:page')} line={t('deskannouncement:line', { count })} tabs={null}>
        <Button icon="plus" tone="main" hint={app.letters.value && !app.narrow.value ? 'n' : undefined} onPress={onNew}>
          {t('deskannouncement:new')}
        </Button>
      </PageHead>
      {drafts.length === 0 ? null : (
        <section class="s-card" aria-labelledby="drafts">
          <h2 id="drafts">{t('deskannouncement:drafts')}</h2>
          <ul class="s-notes">
            {drafts.map((draft) => (
              <li key={draft.key}>
                <b class="is-grow">{titleOf(draft, t('deskannouncement:noTitle'))}</b>
                <Button label={`${t('deskannouncement:goOn')}: ${draft.title}`} onPress={() => onWrite(draft)}>
                  {t('deskannouncement:goOn')}
                </Button>
                <Button label={`${t('deskannouncement:drop')}: ${draft.title}`} onPress={() => drop(draft.key)}>
                  {t('deskannouncement:drop')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {all.length === 0 ? <p class="s-card">{t('deskannouncement:none')}</p> : null}
      {(['on', 'later', 'over'] as const).map((state) => {
        const those = all.filter((each) => stateOf(each, now) === state);
        return those.length === 0 ? null : (
          <section key={state} class="s-card" aria-labelledby={`are-${state}`}>
            <h2 id={`are-${state}`}>{t(`deskannouncement:${state}`)}</h2>
            <ul class="s-notes">
              {those.map((each) => (
                <Line
                  key={each.id}
                  board={board}
                  announcement={each}
                  onCopy={flats.length === 0 ? null : () => copy(each)}
                  onWrite={(again) => {
                    const draft = draftFrom(board, each, { staffId, now, again });
                    keepDraft(app.drafts, draft);
                    onWrite(draft);
                  }}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {copying === null ? null : (
        <CopyToFlat
          {...{ board, flats, choices: announcementCopies(copying), title: copying.title }}
          why={announcementNo}
          onClose={() => copy(null)}
        />
      )}
    </>
  );
}

const titleOf = ({ title }: Draft, none: string): string => (title.trim() === '' ? none : title);

const tones = { on: 'ok', later: 'wait', over: 'off' } as const;
const stateWords = {
  on: 'deskannouncement:stateOn',
  later: 'deskannouncement:stateLater',
  over: 'deskannouncement:stateOver',
} as const;

interface LineProps extends BoardProps {
  readonly announcement: Announcement;
  readonly onWrite: (again: boolean) => void;
  /** Null where there is no other flat. */
  readonly onCopy: (() => void) | null;
}

function Line({ announcement, board, onCopy, onWrite }: LineProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { id, level, title } = announcement;
  const state = stateOf(announcement, app.minute.value);
  const end = () => {
    const no = app.act(
      { type: 'endAnnouncement', announcementId: id },
      {
        text: t('deskannouncement:ended', { title }),
        undo: (changes) => {
          const put = changes.find((change) => change.type === 'announcementPut');
          if (put?.type !== 'announcementPut' || level === 'alarm') return null;
          const was = { endedAt: put.row.endedAt };
          return {
            command: { type: 'changeAnnouncement', announcementId: id, fields: { endedAt: null }, was },
            text: t('deskannouncement:endUndone', { title }),
          };
        },
      },
    );
    if (no !== null) app.say(announcementNo(desk, no, board));
  };
  return (
    <li>
      <div class="is-grow">
        <b lang="nl">{title}</b>
        <p class="is-soft">
          <Parted
            parts={[levelWord(desk, level), timesWords(desk, board, { announcement, today: app.wallClock.value.date })]}
          />
        </p>
      </div>
      <State tone={tones[state]}>{t(stateWords[state])}</State>
      {state === 'over' || level === 'alarm' ? null : (
        <Button label={`${t('deskannouncement:change')}: ${title}`} onPress={() => onWrite(false)}>
          {t('deskannouncement:change')}
        </Button>
      )}
      {state === 'over' || level === 'alarm' || onCopy === null ? null : (
        <Button label={`${t('deskflats:toFlat')}: ${title}`} onPress={onCopy}>
          {t('deskflats:toFlat')}
        </Button>
      )}
      {state === 'over' ? (
        level === 'alarm' ? null : (
          <Button label={`${t('deskannouncement:again')}: ${title}`} onPress={() => onWrite(true)}>
            {t('deskannouncement:again')}
          </Button>
        )
      ) : (
        <Button label={`${t('deskannouncement:end')}: ${title}`} onPress={end}>
          {t('deskannouncement:end')}
        </Button>
      )}
    </li>
  );
}

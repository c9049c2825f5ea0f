/** Somebody else changed the same meanwhile: both stand side by side, and the writer chooses. Refuses to choose. */
import { announcementNamed } from '../../../domain/announcement-views.ts';
import type { Draft } from '../../app/announcement-drafts.ts';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';

export interface TheirVersionProps extends BoardProps {
  readonly draft: Draft;
  /** Which of them; empty is nothing to choose. */
  readonly fields: readonly string[];
  readonly onChange: (fields: Partial<Draft>) => void;
}

export function TheirVersion({ board, draft, fields, onChange }: TheirVersionProps) {
  const { t } = useDesk();
  const hung = draft.announcementId === null ? null : announcementNamed(board, draft.announcementId);
  const { seen } = draft;
  if (fields.length === 0 || hung === null || seen === null) return null;
  const theirs = Object.fromEntries(fields.map((name) => [name, hung[name as keyof typeof hung]]));
  const changed = fields.filter(
    (name) => JSON.stringify(seen[name as keyof typeof seen]) !== JSON.stringify(theirs[name]),
  );
  if (changed.length === 0) return null;
  /** What was seen is now what stands there: the next save is over that. */
  const known = { ...seen, ...(theirs as Partial<typeof seen>) };
  const words = { title: hung.title, text: hung.text };
  const kept = Object.fromEntries(Object.entries(words).filter(([name]) => changed.includes(name)));
  return (
    <section class="s-card">
      <ul class="s-list">
        {changed.map((name) => (
          <li key={name}>
            {t('deskannouncement:theirs', {
              value: name === 'title' ? hung.title : name === 'text' ? hung.text : t('deskannouncement:fieldOther'),
            })}
          </li>
        ))}
      </ul>
      <div class="s-row is-wrap">
        <Button onPress={() => onChange({ seen: known, ...kept })}>{t('deskannouncement:takeTheirs')}</Button>
        <Button onPress={() => onChange({ seen: known })}>{t('deskannouncement:takeMine')}</Button>
      </div>
    </section>
  );
}

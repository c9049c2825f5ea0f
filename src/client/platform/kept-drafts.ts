/**
 * Keeps what somebody of the team was writing in this browser, so that a closed one loses nothing. Refuses to give what
 * cannot be read any more; the others stay.
 */
import * as v from 'valibot';
import { announcementSchema } from '../../domain/announcement.ts';
import type { Frozen } from '../../domain/frozen.ts';

const { picture, deviceIds } = announcementSchema.entries;
const draftSchema = v.object({
  key: v.string(),
  /** Whose it is: another who signs in here does not see it. */
  staffId: v.nullable(v.string()),
  /** The one that is edited; null is a new one. */
  announcementId: v.nullable(v.string()),
  /** As it was when the editor began. */
  seen: v.nullable(announcementSchema),
  level: v.picklist(['information', 'important']),
  title: v.string(),
  text: v.string(),
  picture,
  /** Wall clock; empty is now, or not said. */
  fromDate: v.string(),
  fromTime: v.string(),
  untilDate: v.string(),
  untilTime: v.string(),
  deviceIds,
  translations: v.array(
    v.object({
      language: v.string(),
      title: v.string(),
      text: v.string(),
      acts: v.optional(v.array(v.string()), []),
    }),
  ),
  savedAt: v.number(),
});
export type Draft = Frozen<v.InferOutput<typeof draftSchema>>;

export interface KeptDrafts {
  readonly read: () => readonly Draft[];
  readonly keep: (drafts: readonly Draft[]) => void;
}

const KEPT = 'huiskamer.drafts';

export function createKeptDrafts(store: () => Pick<globalThis.Storage, 'getItem' | 'setItem'>): KeptDrafts {
  /** A private window may have no storage: then they last as long as the page. */
  let shown: readonly Draft[] = [];
  return {
    read() {
      try {
        return draftsIn(JSON.parse(store().getItem(KEPT) ?? '[]'));
      } catch {
        return shown;
      }
    },
    keep(drafts) {
      shown = drafts;
      try {
        store().setItem(KEPT, JSON.stringify(drafts));
      } catch {
        return;
      }
    },
  };
}

function draftsIn(kept: unknown): readonly Draft[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((each) => {
    const parsed = v.safeParse(draftSchema, each);
    return parsed.success ? [parsed.output] : [];
  });
}

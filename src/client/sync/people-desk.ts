/**
 * Asks the server what it alone may know and do of residents: who has a card, a card for somebody, and lists that are
 * read in. Refuses to keep a card or a file.
 */
import * as v from 'valibot';
import {
  type ImportChoice,
  type ImportKind,
  type ImportPreview,
  importPreviewSchema,
} from '../../domain/import-preview.ts';
import { answerSchema } from '../../domain/protocol.ts';
import { idSchema } from '../../domain/resident.ts';
import type { Reply, StaffHttp } from '../platform/http.ts';

const waysSchema = v.object({ cards: v.array(idSchema), codes: v.array(idSchema) });
/** Which residents have a card, and which three pictures. */
export interface ResidentWays {
  readonly cards: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

export type CardSet =
  | { readonly type: 'done' | 'notAllowed' | 'unreadable' | 'away' }
  /** Somebody else has it. */
  | { readonly type: 'taken'; readonly residentId: string };

export interface ImportFile {
  readonly name: string;
  readonly base64: string;
}

/** Of one line: not this one, other words in some cells, or answers to what was asked. */
export interface ImportDecision {
  readonly line: number;
  readonly skip: boolean;
  readonly cells: Readonly<Record<string, string>>;
  readonly answers: readonly ImportChoice[];
}

export interface ImportAsked {
  readonly files: { readonly [Kind in ImportKind]?: ImportFile };
  readonly decisions: { readonly [Kind in ImportKind]?: readonly ImportDecision[] };
}

export type ImportNo = 'tooLarge' | 'passwordNeeded' | 'notAllowed' | 'away';
export type ImportAnswer =
  | { readonly ok: true; readonly preview: ImportPreview }
  | { readonly ok: false; readonly why: ImportNo };

export interface PeopleDesk {
  /** Null where it cannot be asked now. */
  readonly ways: () => Promise<ResidentWays | null>;
  /** The card that was held to the reader; null takes theirs away. */
  readonly setCard: (residentId: string, card: string | null) => Promise<CardSet>;
  /** Nothing of them stays. */
  readonly erase: (residentId: string) => Promise<'done' | 'notAllowed' | 'passwordNeeded' | 'away'>;
  readonly preview: (asked: ImportAsked) => Promise<ImportAnswer>;
  readonly read: (asked: ImportAsked) => Promise<ImportAnswer>;
}

const CARDS = '/api/resident-cards';

export function createPeopleDesk(http: Pick<StaffHttp, 'get' | 'post'>): PeopleDesk {
  const previewed = (reply: Reply): ImportAnswer => {
    if (reply.type !== 'ok') return { ok: false, why: whyNot(reply) };
    const parsed = v.safeParse(importPreviewSchema, reply.body);
    return parsed.success ? { ok: true, preview: parsed.output } : { ok: false, why: 'away' };
  };
  return {
    async ways() {
      const reply = await http.get(CARDS);
      const parsed = reply.type === 'ok' ? v.safeParse(waysSchema, reply.body) : null;
      if (parsed?.success !== true) return null;
      return { cards: new Set(parsed.output.cards), codes: new Set(parsed.output.codes) };
    },
    async setCard(residentId, card) {
      const reply = await http.post(CARDS, { residentId, card });
      if (reply.type === 'problem' && reply.status === 400) return { type: 'unreadable' };
      if (reply.type === 'problem' && reply.status < 500) return { type: 'notAllowed' };
      const parsed = reply.type === 'ok' ? v.safeParse(answerSchema, reply.body) : null;
      if (parsed?.success !== true || parsed.output.status === 'problem') return { type: 'away' };
      if (parsed.output.status === 'accepted') return { type: 'done' };
      const { refusal } = parsed.output;
      return refusal.type === 'cardTaken' ? { type: 'taken', residentId: refusal.residentId } : { type: 'notAllowed' };
    },
    async erase(residentId) {
      const reply = await http.post('/api/resident-erasures', { residentId });
      if (reply.type !== 'ok') {
        if (reply.type === 'unreachable' || reply.status >= 500) return 'away';
        return reply.code === 'passwordNeeded' ? 'passwordNeeded' : 'notAllowed';
      }
      const answer = v.safeParse(answerSchema, reply.body);
      // Who is unknown is gone already, by somebody else's hand.
      return answer.success && answer.output.status !== 'problem' ? 'done' : 'away';
    },
    preview: async (asked) => previewed(await http.post('/api/imports/preview', asked)),
    read: async (asked) => previewed(await http.post('/api/imports', asked)),
  };
}

function whyNot(reply: Exclude<Reply, { readonly type: 'ok' }>): ImportNo {
  if (reply.type === 'unreachable' || reply.status >= 500) return 'away';
  if (reply.status === 413) return 'tooLarge';
  return reply.code === 'passwordNeeded' ? 'passwordNeeded' : 'notAllowed';
}

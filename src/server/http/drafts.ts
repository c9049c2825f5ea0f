/**
 * `/api/drafts`: what somebody of the team began to fill in and did not finish, for themselves alone, for three days.
 * Refuses to know what stands in it, and to give it to anybody else: the operator too.
 */
import * as v from 'valibot';
import { DAY, type Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import { draftRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export interface DraftsDeps {
  readonly house: Pick<House, 'store' | 'authority'>;
  readonly now: () => Instant;
}

type Route = (c: HouseContext) => Promise<Response>;

/** UX 27 asks for a day; three are a weekend. */
export const DRAFTS_LAST: Instant = 3 * DAY;
/** Of each account. */
export const MOST_DRAFTS = 20;
/** The whole request, in bytes. */
export const LARGEST_DRAFT = 32 * KILOBYTE;

/** `GET /api/drafts`: whose they are, and each as it was kept. */
export function createDraftsRoute({ house: { authority, store }, now }: DraftsDeps): Route {
  return async (c) => {
    const staffId = c.get('sender').staff?.staffId;
    if (staffId === undefined) return refuse('notAllowed');
    const found = await store.draftsOf({ locationId: authority.locationId, staffId }, now() - DRAFTS_LAST);
    const drafts = found.map(({ name, value }) => ({ name, value: JSON.parse(value) as unknown }));
    return new Response(JSON.stringify({ staffId, drafts }), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

/**
 * `POST /api/drafts`: keeps one in the place of the one before it; null takes it away. Who it is of stands in it, for
 * another may have signed in at this browser since.
 */
export function createKeepDraftRoute({ house: { authority, store }, now }: DraftsDeps): Route {
  return async (c) => {
    const staffId = c.get('sender').staff?.staffId;
    if (staffId === undefined) return refuse('notAllowed');
    const body = await readJson(c.env.incoming, LARGEST_DRAFT);
    if (!body.ok) return refuse(body.error === 'bodyTooLarge' ? 'draftTooLarge' : body.error);
    const asked = v.safeParse(draftRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const { name, value } = asked.output;
    if (asked.output.staffId !== staffId) return refuse('notAllowed');
    const whose = { locationId: authority.locationId, staffId };
    if (value === null) await store.dropDraft(whose, name);
    else {
      const draft = { ...whose, name, value: JSON.stringify(value) };
      if (!(await store.keepDraft(draft, { at: now(), most: MOST_DRAFTS }))) return refuse('tooManyDrafts');
    }
    return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
  };
}

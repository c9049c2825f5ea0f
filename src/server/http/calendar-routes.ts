/**
 * The programme for calendar programs: `GET /calendar/<link>.ics` for whoever knows the link, and the making of one.
 * Refuses to say whether an address ever was one.
 */
import * as v from 'valibot';
import { row } from '../../domain/table.ts';
import { type Instant, instantText } from '../../domain/time.ts';
import { newCommandId } from '../command-id.ts';
import { calendarText } from '../export/calendar.ts';
import type { House } from '../house.ts';
import { answerResponse } from './commands.ts';
import { calendarLinkRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import { type HouseContext, isOperator } from './sender.ts';

export interface CalendarDeps {
  readonly house: House;
  readonly now: () => Instant;
}

type Route = (c: HouseContext) => Promise<Response>;

const HEADERS = { 'content-type': 'text/calendar; charset=utf-8', 'x-content-type-options': 'nosniff' };

/** The text of one state of the board is made once, however many phones ask for it. */
export function createCalendarRoute({ house: { authority }, now }: CalendarDeps): Route {
  let made: { readonly of: string; readonly texts: Map<string | null, string> } = { of: '', texts: new Map() };
  return async (c) => {
    const { board, epoch, version } = authority.state();
    const id = (c.req.param('link') ?? '').replace(/\.ics$/, '');
    const link = row(board.calendarLink, id, id);
    if (link === undefined) return refuse('notFound');
    // The dates that are told one by one go on with the days.
    const of = `${epoch}:${version}:${Math.floor(now() / 86_400_000)}`;
    if (made.of !== of) made = { of, texts: new Map() };
    const etag = `"${of}"`;
    // Asked each time, which costs nothing while nothing changed: what is withdrawn is gone at once.
    const headers = { ...HEADERS, etag, 'cache-control': 'private, no-cache' };
    if (c.req.header('if-none-match') === etag) return new Response(null, { status: 304, headers });
    const text = made.texts.get(link.room) ?? calendarText({ board, room: link.room, now: now(), purpose: 'feed' });
    made.texts.set(link.room, text);
    return new Response(text, { headers: { ...headers, 'content-disposition': 'inline; filename="programma.ics"' } });
  };
}

/** `GET /api/exports/programme.ics`, for managers: a copy for another Huiskamer. */
export const createProgrammeExportRoute =
  ({ house: { authority }, now }: CalendarDeps): Route =>
  async () => {
    const text = calendarText({ board: authority.state().board, room: null, now: now(), purpose: 'copy' });
    const name = 'attachment; filename="weekprogramma.ics"';
    return new Response(text, { headers: { ...HEADERS, 'cache-control': 'no-store', 'content-disposition': name } });
  };

/** `POST /api/calendar-links`: 200 with the answer of the rules, as to any command. */
export function createCalendarLinkRoute({ house: { authority, secrets }, now }: CalendarDeps): Route {
  return async (c) => {
    const body = await readJson(c.env.incoming, KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(calendarLinkRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const sender = c.get('sender');
    const id = newCommandId(now());
    const answer = await authority.submit(
      {
        id,
        command: { type: 'addCalendarLink', linkId: secrets.newToken(), room: asked.output.room },
        tappedAt: instantText(now()),
        actor: { staffId: sender.staff?.staffId ?? 'operator', proof: 'session', visitId: id },
      },
      {
        deviceId: null,
        role: isOperator(sender) ? 'operator' : (sender.staff?.role ?? 'resident'),
        lastAnswered: null,
        proven: true,
      },
    );
    return answerResponse(answer);
  };
}

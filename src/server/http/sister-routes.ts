/**
 * `/api/flats`: the other flats of this server that somebody works at, the way there, and what they copy to it. Refuses
 * to change anything there but what is new.
 */
import * as v from 'valibot';
import { type CommandType, envelopeSchema } from '../../domain/commands.ts';
import type { Sisters } from '../sisters.ts';
import { answerResponse } from './commands.ts';
import { linkPath } from './links.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

type Route = (c: HouseContext) => Promise<Response>;

/** What may be copied to another flat; it is new there, so that nothing is overwritten. */
const COPIES: ReadonlySet<CommandType> = new Set<CommandType>(['putSeries', 'postAnnouncement']);

/** `GET /api/flats`. */
export const createFlatsRoute =
  ({ sisters }: { readonly sisters: Sisters }): Route =>
  async (c) =>
    json(200, sisters.list(c.get('sender').staff?.elsewhere ?? []));

/** `POST /api/flats/:id/link`: 201 with the address that signs in there, once, within a minute. */
export const createFlatLinkRoute =
  ({ sisters }: { readonly sisters: Sisters }): Route =>
  async (c) => {
    const { staff } = c.get('sender');
    const way = staff === null ? null : await sisters.goTo(flatOf(c), staff);
    if (way === null) return refuse('flatUnknown');
    // The same way in as here: with or without TLS, on the same port.
    const here = new URL(c.req.header('origin') ?? `https://${way.hostName}`);
    here.hostname = way.hostName;
    return json(201, { url: `${here.origin}${linkPath(way.code)}` });
  };

/** `POST /api/flats/:id/commands`: one envelope, judged there as their account there. Throws StoreUnavailable. */
export const createFlatCommandsRoute =
  ({ sisters }: { readonly sisters: Sisters }): Route =>
  async (c) => {
    const body = await readJson(c.env.incoming, 64 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const parsed = v.safeParse(envelopeSchema, body.value);
    if (!parsed.success) return refuse('commandMalformed');
    if (!COPIES.has(parsed.output.command.type)) return refuse('notAllowed');
    const answer = await sisters.submit(flatOf(c), parsed.output, c.get('sender').staff?.elsewhere ?? []);
    return answer === null ? refuse('flatUnknown') : answerResponse(answer);
  };

const flatOf = (c: HouseContext): string => c.req.param('id') ?? '';

const json = (status: number, value: unknown): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });

/**
 * `GET /api/changes?after=epoch:version`, for staff with `&as=staff`: the feed as an event stream, never compressed and never buffered by whoever
 * stands between. Refuses a cursor it cannot read on from with 410 and where history is now.
 */
import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { parseCursor } from '../../domain/protocol.ts';
import type { Feed, FeedReader } from '../feed.ts';
import { problemOf, problemResponse, refuse } from './problems.ts';
import { type FindSender, type HouseContext, scopeAsked, scopeOfSender } from './sender.ts';

/** A stream to who has signed out, has another role or is no tablet any more ends after this long at the latest. */
const LOOK_AGAIN = 5_000;

export interface ChangesDeps {
  readonly feed: Feed;
  readonly findSender: FindSender;
}

export function createChangesRoute({ feed, findSender }: ChangesDeps): (c: HouseContext) => Promise<Response> {
  return async (c) => {
    // A stream without end has no head of its own.
    if (c.req.method === 'HEAD') return refuse('methodNotAllowed', { allow: 'GET' });
    const cursor = parseCursor(c.req.query('after') ?? '');
    if (cursor === null) return refuse('cursorMalformed');
    const scope = scopeAsked(c);
    if (!scope.ok) return refuse(scope.error);
    const checked = await feed.check(cursor);
    if (!checked.ok) return problemResponse({ ...problemOf('cursorGone'), ...checked.error });
    const { outgoing } = c.env;
    // Who hung up meanwhile has no `close` to come: it would be a reader for ever.
    if (outgoing.destroyed) return RESPONSE_ALREADY_SENT;
    outgoing.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const reader = readerOf(outgoing as ServerResponse);
    const leave = feed.open(cursor, scope.value, reader);
    const stopLooking = whileKnown(async () => {
      const sender = await findSender(c);
      return sender.ok && scopeOfSender(sender.value, c.req.query('as') === 'staff') === scope.value;
    }, reader);
    outgoing.on('close', () => {
      leave();
      stopLooking();
    });
    return RESPONSE_ALREADY_SENT;
  };
}

/** Ends the stream once it may not be read any more; returns how to stop looking. */
function whileKnown(isKnown: () => Promise<boolean>, reader: FeedReader): () => void {
  const look = async () => {
    if (!(await isKnown())) reader.end();
  };
  // Without the database nobody can be asked; the next look comes.
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_AGAIN);
  return () => clearInterval(timer);
}

/** Straight to the socket: what waits to leave is counted there. */
export function readerOf(outgoing: ServerResponse): FeedReader {
  return {
    write: (bytes) => {
      outgoing.write(bytes);
    },
    get behind() {
      return outgoing.writableLength;
    },
    drained: () =>
      new Promise((resolve) => {
        if (outgoing.writableLength === 0 || outgoing.destroyed) return resolve();
        const done = () => {
          outgoing.off('drain', done).off('close', done);
          resolve();
        };
        outgoing.on('drain', done).on('close', done);
      }),
    end: () => {
      outgoing.end();
    },
    cut: () => {
      outgoing.destroy();
    },
  };
}

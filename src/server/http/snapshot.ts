/**
 * `GET /api/board`, for staff with `?as=staff`: the whole board as a shared screen or this role may know it. Made and compressed once for each version and day,
 * so that fifty tablets that come back at once cost one. Refuses to be kept on disk by the browser.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { locationOf } from '../../domain/board.ts';
import { redactBoard } from '../../domain/scopes.ts';
import { dateAt, type Instant } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import type { FeedScope } from '../feed.ts';
import { acceptedEncoding, type Encoding } from './encoding.ts';
import { refuse } from './problems.ts';
import { type HouseContext, scopeAsked } from './sender.ts';

export interface SnapshotDeps {
  readonly authority: Authority;
  readonly now: () => Instant;
}

interface Made {
  readonly etag: string;
  readonly plain: Buffer;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
}

export function createSnapshotRoute({ authority, now }: SnapshotDeps): (c: HouseContext) => Promise<Response> {
  const latest = new Map<FeedScope, Made>();

  const current = (scope: FeedScope): Made => {
    const { epoch, version, board } = authority.state();
    // Weak: the same board, however it is compressed.
    const etag = `W/"${scope}-${epoch}-${version}-${dateAt(now(), locationOf(board).timeZone)}"`;
    const known = latest.get(scope);
    if (known?.etag === etag) return known;
    const plain = Buffer.from(JSON.stringify({ epoch, version, rows: redactBoard(board, scope, now()) }));
    const made = { etag, plain, compressed: new Map() };
    latest.set(scope, made);
    return made;
  };

  return async (c) => {
    const scope = scopeAsked(c);
    if (!scope.ok) return refuse(scope.error);
    const made = current(scope.value);
    const headers = { etag: made.etag, vary: 'accept-encoding, cookie', 'cache-control': 'no-store' };
    if (c.req.header('if-none-match') === made.etag) return new Response(null, { status: 304, headers });
    const encoding = acceptedEncoding(c.req.header('accept-encoding'), ['br', 'gzip']);
    const body = encoding === null ? made.plain : await compressedOf(made, encoding);
    const type = { 'content-type': 'application/json', ...(encoding === null ? {} : { 'content-encoding': encoding }) };
    return new Response(new Uint8Array(body), { headers: { ...headers, ...type } });
  };
}

function compressedOf({ plain, compressed }: Made, encoding: Encoding): Promise<Buffer> {
  const known = compressed.get(encoding);
  if (known !== undefined) return known;
  const made = encoding === 'gzip' ? promisify(gzip)(plain) : brotli(plain);
  compressed.set(encoding, made);
  return made;
}

/** Quality 5: 76 KB of 877 KB in 9 ms; quality 11 takes more than a second (measured). */
const brotli = (plain: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });

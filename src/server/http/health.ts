/** `GET /api/health`: does it run, and can it write? Refuses to name anybody or anything of the house. */
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import { refuse } from './problems.ts';
import type { FindSender, HouseContext } from './sender.ts';

export interface HealthDeps {
  readonly house: House;
  readonly config: Config;
  readonly findSender: FindSender;
  readonly isStopping: () => boolean;
}

const PATIENCE = 2_000;

/** With a token it also says whether that is this server's own: tools find out so whether they found the right one. */
export function createHealthRoute(deps: HealthDeps): (c: HouseContext) => Promise<Response> {
  const startedAt = performance.now();
  return async (c) => {
    if (c.req.header('authorization') !== undefined && !(await deps.findSender(c)).ok) return refuse('operatorUnknown');
    const database = deps.isStopping() ? null : await databaseWithin(PATIENCE, deps.house);
    if (database === null) return refuse('storeUnavailable', { 'retry-after': '2' });
    const { version } = deps.house.authority.state();
    const uptimeSeconds = Math.floor((performance.now() - startedAt) / 1000);
    const health = { status: 'ok', version: deps.config.version, uptimeSeconds, database, board: { version } };
    return new Response(JSON.stringify(health), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

/** What database it is, or null where it does not answer in time. */
async function databaseWithin(ms: number, { store, authority }: House): Promise<string | null> {
  const { promise: tooLate, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), ms);
  const asked = store.head(authority.locationId).then(() => store.describe());
  const database = await Promise.race([asked.catch(() => null), tooLate]);
  clearTimeout(timer);
  return database;
}

/**
 * Asks the server what it alone may know and do: how members of the team show who they are, and which tablets are of
 * this house. Refuses to keep a code, a password or a card.
 */
import * as v from 'valibot';
import { heartbeatSchema } from '../../domain/heartbeat.ts';
import { idSchema } from '../../domain/resident.ts';
import { instantTextSchema } from '../../domain/time.ts';
import type { Reply, StaffHttp } from '../platform/http.ts';

const secretSchema = v.object({
  staffId: idSchema,
  code: v.boolean(),
  userName: v.nullable(v.string()),
  card: v.boolean(),
});
/** Which ways in a member of the team has; never what they are. */
export type Secret = Readonly<v.InferOutput<typeof secretSchema>>;

const deviceSchema = v.object({
  id: idSchema,
  name: v.string(),
  at: v.nullable(instantTextSchema),
  lastSeen: v.nullable(instantTextSchema),
  /** When it was put out, or whether. */
  revoked: v.union([v.boolean(), v.nullable(instantTextSchema)]),
  /** What it last told of itself; null is nothing yet. `older` is of a build that is not given out any more. */
  told: v.optional(
    v.nullable(v.object({ ...heartbeatSchema.entries, at: instantTextSchema, older: v.boolean() })),
    null,
  ),
});
/** A tablet of this house, or one that was. */
export type Device = Readonly<v.InferOutput<typeof deviceSchema>>;

const digitsSchema = v.object({ digits: v.pipe(v.string(), v.regex(/^\d{6}$/)) });
const newTabletSchema = v.object({ code: v.pipe(v.string(), v.regex(/^[0-9A-Z]{6}$/)), until: instantTextSchema });
export type NewTablet = Readonly<v.InferOutput<typeof newTabletSchema>>;

export type Way = 'code' | 'password' | 'card';

/** Why the server did not do it. `taken` somebody else has this user name or card. */
export type TeamNo = 'notAllowed' | 'passwordNeeded' | 'weak' | 'taken' | 'unknown' | 'rest' | 'away';
export type TeamAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly why: TeamNo };

export interface TeamDesk {
  readonly secrets: () => Promise<TeamAnswer<readonly Secret[]>>;
  /** Six new digits, made by the server and told once. */
  readonly giveCode: (staffId: string) => Promise<TeamAnswer<string>>;
  readonly setPassword: (account: {
    readonly staffId: string;
    readonly userName: string;
    readonly password: string;
  }) => Promise<TeamAnswer<null>>;
  readonly setCard: (staffId: string, card: string) => Promise<TeamAnswer<null>>;
  readonly takeAway: (staffId: string, way: Way) => Promise<TeamAnswer<null>>;
  readonly devices: () => Promise<TeamAnswer<readonly Device[]>>;
  readonly newTablet: () => Promise<TeamAnswer<NewTablet>>;
  readonly putOut: (deviceId: string) => Promise<TeamAnswer<null>>;
}

const SECRETS = '/api/staff-secrets';
const DEVICES = '/api/devices';

export function createTeamDesk(http: Pick<StaffHttp, 'get' | 'post' | 'remove'>): TeamDesk {
  const read = <Schema extends v.GenericSchema>(reply: Reply, schema: Schema): TeamAnswer<v.InferOutput<Schema>> => {
    if (reply.type !== 'ok') return { ok: false, why: whyNot(reply) };
    const parsed = v.safeParse(schema, reply.body);
    return parsed.success ? { ok: true, value: parsed.output } : { ok: false, why: 'away' };
  };
  const done = (reply: Reply): TeamAnswer<null> =>
    reply.type === 'ok' ? { ok: true, value: null } : { ok: false, why: whyNot(reply) };

  return {
    secrets: async () => read(await http.get(SECRETS), v.array(secretSchema)),
    async giveCode(staffId) {
      const answer = read(await http.post(SECRETS, { staffId, way: 'code' }), digitsSchema);
      return answer.ok ? { ok: true, value: answer.value.digits } : answer;
    },
    setPassword: async ({ staffId, userName, password }) =>
      done(await http.post(SECRETS, { staffId, way: 'password', userName, password })),
    setCard: async (staffId, card) => done(await http.post(SECRETS, { staffId, way: 'card', card })),
    takeAway: async (staffId, way) => done(await http.post(SECRETS, { staffId, way, remove: true })),
    devices: async () => read(await http.get(DEVICES), v.array(deviceSchema)),
    newTablet: async () => read(await http.post(`${DEVICES}/codes`, {}), newTabletSchema),
    putOut: async (deviceId) => done(await http.remove(`${DEVICES}/${encodeURIComponent(deviceId)}`)),
  };
}

function whyNot(reply: Exclude<Reply, { readonly type: 'ok' }>): TeamNo {
  if (reply.type === 'unreachable' || reply.status >= 500) return 'away';
  if (reply.code === 'passwordNeeded') return 'passwordNeeded';
  if (reply.code === 'passwordWeak') return 'weak';
  if (/Taken$/.test(reply.code)) return 'taken';
  if (reply.status === 429) return 'rest';
  return reply.status === 404 ? 'unknown' : 'notAllowed';
}

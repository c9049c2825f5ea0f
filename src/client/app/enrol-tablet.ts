/** Makes this browser a tablet of the house with a code that works once. Refuses to keep the code. */
import { MINUTE } from '../../domain/time.ts';
import type { Http } from '../platform/http.ts';

/** Signs of a code, without those that look alike; the server makes no others. */
export const CODE_SIGNS: readonly string[] = [...'34679ACDEFGHJKMNPQRTWXY'];
export const CODE_SIGNS_LENGTH = 6;
export const NAME_LENGTH = 80;

/** Where tablets hang in most houses. */
export const tabletNames = ['livingRoom', 'diningRoom', 'hall'] as const;

export type EnrolOutcome =
  | { readonly type: 'done' | 'wrong' | 'away' }
  | { readonly type: 'rests'; readonly minutes: number };

const SECOND = 1_000;

export async function enrolTablet(http: Pick<Http, 'post'>, code: string, name: string): Promise<EnrolOutcome> {
  const reply = await http.post('/api/devices/enrol', { code, name });
  if (reply.type === 'ok') return { type: 'done' };
  if (reply.type === 'unreachable' || reply.status >= 500) return { type: 'away' };
  if (reply.status !== 429) return { type: 'wrong' };
  return { type: 'rests', minutes: Math.max(1, Math.ceil(((reply.retryAfter ?? 60) * SECOND) / MINUTE)) };
}

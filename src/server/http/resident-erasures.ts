/** `POST /api/resident-erasures`: nothing of a resident stays (DESIGN §5). Refuses to say who they were. */
import * as v from 'valibot';
import type { Instant } from '../../domain/time.ts';
import { eraseFrom } from '../erasures.ts';
import type { House } from '../house.ts';
import { answerResponse } from './commands.ts';
import { residentErasureRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export interface ResidentErasuresDeps {
  readonly house: House;
  readonly now: () => Instant;
}

/** The answer of any command; `residentUnknown` is somebody who is gone already. */
export function createResidentErasuresRoute({ house, now }: ResidentErasuresDeps) {
  return async (c: HouseContext): Promise<Response> => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(residentErasureRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const { deviceId, staff } = c.get('sender');
    const by = { staffId: staff?.staffId ?? 'operator', visitId: staff?.sessionId ?? '', deviceId, at: now() };
    return answerResponse(await eraseFrom(house, asked.output.residentId, by));
  };
}

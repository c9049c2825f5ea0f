/**
 * `POST /api/picture-codes`: staff set a resident's picture code, or take it away. The only way in for one: the pictures
 * become a keyed hash here, and are neither kept nor logged. A code lets somebody in for good, so a session that was opened
 * with a code or a card of a tablet sets none. Refuses to judge who may else: the authority does.
 */
import * as v from 'valibot';
import { type Instant, instantText } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import { newCommandId } from '../command-id.ts';
import type { Secrets } from '../secrets.ts';
import { answerResponse } from './commands.ts';
import { pictureCodeRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export interface PictureCodesDeps {
  readonly authority: Authority;
  readonly secrets: Secrets;
  readonly now: () => Instant;
}

export function createPictureCodesRoute(deps: PictureCodesDeps): (c: HouseContext) => Promise<Response> {
  const { authority, secrets, now } = deps;
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(pictureCodeRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const { residentId, pictures } = asked.output;
    const { deviceId, role, staff } = c.get('sender');
    const hash = pictures === null ? null : secrets.hashPictureCode(residentId, pictures);
    const at = now();
    const id = newCommandId(at);
    const envelope = {
      id,
      command: { type: 'setPictureCode', residentId, hash },
      tappedAt: instantText(at),
      actor: { staffId: staff?.staffId ?? 'operator', proof: 'session', visitId: staff?.sessionId ?? id },
    } as const;
    const sender = { deviceId, role: staff?.role ?? role, lastAnswered: null, proven: true };
    return answerResponse(await authority.submit(envelope, sender));
  };
}

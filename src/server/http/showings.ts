/**
 * `POST /api/showings`: a tablet says that it shows an alarm, and `GET /api/device`: which tablet it is. Refuses to believe
 * a body about who sends it, and to write the same down twice.
 */
import * as v from 'valibot';
import { row } from '../../domain/table.ts';
import type { Instant } from '../../domain/time.ts';
import type { Authority } from '../authority.ts';
import { submitAsOperator } from '../operator-commands.ts';
import { showingRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export interface ShowingsDeps {
  readonly authority: Authority;
  readonly now: () => Instant;
}

export function createShowingsRoute({ authority, now }: ShowingsDeps): (c: HouseContext) => Promise<Response> {
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(showingRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const { deviceId } = c.get('sender');
    if (deviceId === null) return refuse('deviceUnknown');
    const { announcementId, revision } = asked.output;
    const { board } = authority.state();
    // Asked again, as a tablet does that did not hear the answer: nothing is written.
    const known = row(board.showing, announcementId, `${announcementId}/${deviceId}`);
    if (known !== undefined && known.revision >= revision) return c.body(null, 204);
    const command = { type: 'noteShowing', announcementId, deviceId, revision } as const;
    const answer = await submitAsOperator(authority, command, now());
    return answer.status === 'accepted' ? c.body(null, 204) : refuse('announcementUnknown');
  };
}

/** Which tablet of the house this browser is, by its cookie. */
export function createDeviceRoute(): (c: HouseContext) => Response {
  return (c) => {
    const { deviceId, deviceName } = c.get('sender');
    if (deviceId === null) return refuse('deviceUnknown');
    return new Response(JSON.stringify({ id: deviceId, name: deviceName }), {
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

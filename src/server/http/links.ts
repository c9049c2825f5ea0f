/**
 * `POST /api/sessions/links`, for the operator: a link that signs somebody of the team in, once. Refuses to make somebody
 * part of the team without a role.
 */
import * as v from 'valibot';
import type { Board } from '../../domain/board.ts';
import type { Answer } from '../../domain/protocol.ts';
import type { StaffMember } from '../../domain/staff-member.ts';
import { rows } from '../../domain/table.ts';
import type { Instant } from '../../domain/time.ts';
import type { House } from '../house.ts';
import { submitAsOperator } from '../operator-commands.ts';
import type { Sessions } from '../sessions.ts';
import { linkRequestSchema } from './messages.ts';
import { refuse } from './problems.ts';
import { KILOBYTE, readJson } from './request-body.ts';
import type { HouseContext } from './sender.ts';

export interface LinksDeps {
  readonly house: House;
  readonly sessions: Sessions;
  readonly now: () => Instant;
}

/** 201 with the path to open, for somebody of the team or new on it. */
export function createLinksRoute({ house, sessions, now }: LinksDeps): (c: HouseContext) => Promise<Response> {
  return async (c) => {
    const body = await readJson(c.env.incoming, 4 * KILOBYTE);
    if (!body.ok) return refuse(body.error);
    const asked = v.safeParse(linkRequestSchema, body.value);
    if (!asked.success) return refuse('requestMalformed');
    const { name, role } = asked.output;
    if (staffNamed(name, house) === undefined && role !== undefined) {
      const line = { name, role, function: '', contact: false, calls: false, phone: null, presence: [] };
      const answer: Answer = await submitAsOperator(house.authority, { type: 'importStaff', lines: [line] }, now());
      if (answer.status !== 'accepted') return refuse('requestMalformed');
    }
    const member = staffNamed(name, house);
    if (member === undefined) return refuse('staffUnknown');
    const link = { path: linkPath(sessions.link(member.id)), name: member.name, role: member.role };
    return new Response(JSON.stringify(link), {
      status: 201,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
  };
}

/** What somebody opens in a browser; the code stays out of logs because it is no part of what a browser sends. */
export const linkPath = (code: string): string => `/beheer#${code}`;

function staffNamed(name: string, house: House): StaffMember | undefined {
  const { board }: { readonly board: Board } = house.authority.state();
  const wanted = name.trim().toLowerCase();
  return [...rows(board.staffMember)].find((member) => member.name.trim().toLowerCase() === wanted);
}

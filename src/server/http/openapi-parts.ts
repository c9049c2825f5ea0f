/** What the descriptions of routes are put together from. Refuses to repeat a schema. */
import type { SchemaName } from './openapi.ts';
import { type ProblemCode, statusOf } from './problems.ts';

export const DEVICE = [{ device: [] }, { operator: [] }];
export const KNOWN = [{ device: [] }, { session: [] }, { operator: [] }];
export const STAFF = [{ session: [] }, { operator: [] }];
export const OPERATOR = [{ operator: [] }];
export const TABLET = [{ device: [] }];
export const OPEN: readonly never[] = [];
export const always: readonly ProblemCode[] = ['misdirected', 'hostUnknown', 'defect', 'storeUnavailable'];
export const noDevice: readonly ProblemCode[] = ['deviceUnknown', 'deviceRevoked', 'operatorUnknown', 'sessionUnknown'];
export const noStaff: readonly ProblemCode[] = ['sessionUnknown', 'deviceRevoked', 'operatorUnknown'];
export const asStaff = {
  name: 'as',
  in: 'query',
  required: false,
  description: 'What signed-in staff may know; without it, what a shared screen may.',
  schema: { const: 'staff' },
};
export const noManager: readonly ProblemCode[] = [...noStaff, 'notAllowed'];
/** What lets somebody in is not for who came in by a code or a card. */
export const noFullManager: readonly ProblemCode[] = [...noManager, 'passwordNeeded'];
export const badBody: readonly ProblemCode[] = ['bodyMalformed', 'bodyTooLarge', 'typeNotJson', 'originForeign'];

export const refTo = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

export const jsonBody = (name: SchemaName) => ({
  required: true,
  content: { 'application/json': { schema: refTo(name) } },
});

export const jsonResponse = (description: string, name: SchemaName) => ({
  description,
  content: { 'application/json': { schema: refTo(name) } },
});

/** One response for each status, which names the codes that come with it. */
export function problems(codes: readonly ProblemCode[]) {
  const byStatus = Map.groupBy(codes, statusOf);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those.join(', '),
        content: { 'application/problem+json': { schema: refTo('Problem') } },
      },
    ]),
  );
}

/** Commands of the server's own tools, through the authority like everybody's. Refuses to judge. */
import type { Command } from '../domain/commands.ts';
import type { Answer } from '../domain/protocol.ts';
import { type Instant, instantText } from '../domain/time.ts';
import type { Authority } from './authority.ts';
import { newCommandId } from './command-id.ts';

/** Submits one command as the operator. Throws StoreUnavailable. */
export function submitAsOperator(authority: Authority, command: Command, now: Instant): Promise<Answer> {
  const id = newCommandId(now);
  const actor = { staffId: 'operator', proof: 'session', visitId: id } as const;
  const sender = { deviceId: null, role: 'operator', lastAnswered: null, proven: true } as const;
  return authority.submit({ id, command, tappedAt: instantText(now), actor }, sender);
}

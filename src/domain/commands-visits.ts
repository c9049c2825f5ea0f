/** A resident wants somebody of the team to come by, or not after all. */
import { command } from './envelope.ts';
import { idSchema } from './resident.ts';

export const visitCommands = [
  /** Somebody of the team must come by. */
  command('askVisit', { residentId: idSchema }),
  command('takeBackVisit', { residentId: idSchema }),
] as const;

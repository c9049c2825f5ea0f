/** Asking for somebody of the team to come by, and taking that back. Refuses to ask for anybody but who stands there. */
import type { Command, Envelope } from '../../domain/commands.ts';
import type { Screens } from '../state/screens.ts';
import type { Visit } from '../state/visit.ts';
import type { Acting } from './acting.ts';

export interface Visits {
  /** Asks who it is where nobody has said so; a name is enough. */
  readonly askVisit: () => Promise<void>;
  readonly takeBackVisit: (residentId: string) => Promise<void>;
}

export interface VisitsDeps {
  readonly visit: Visit;
  readonly screens: Screens;
  readonly acting: Acting;
  readonly send: (envelope: Envelope) => Promise<void>;
}

export function createVisits({ acting, screens, send, visit }: VisitsDeps): Visits {
  const act = (residentId: string, type: 'askVisit' | 'takeBackVisit') => {
    const command: Command = { type, residentId };
    return acting({
      command,
      residentId,
      refuse: (reason) => screens.show({ type: 'refused', reason, activityId: null }),
      async send(envelope, _changes, isHere) {
        await send(envelope);
        if (isHere()) screens.show({ type: 'visit', residentId, what: type === 'askVisit' ? 'asked' : 'left' });
      },
    });
  };
  return {
    async askVisit() {
      const who = visit.identity.value?.residentIds[0];
      if (who !== undefined) return act(who, 'askVisit');
      screens.show({ type: 'who', intent: { type: 'visit' }, floor: null, homeId: null, page: 0 });
    },
    takeBackVisit: (residentId) => act(residentId, 'takeBackVisit'),
  };
}

/**
 * Waits a moment for the server's word on a command, and says so when the moment is long. Refuses to wait for a network
 * that is known to be away.
 */
import { effect, type ReadonlySignal } from '@preact/signals';
import type { Timers } from '../platform/timers.ts';
import type { Connection } from '../state/connection.ts';
import type { Screens } from '../state/screens.ts';
import type { Visit } from '../state/visit.ts';

export interface AnswersDeps {
  readonly unanswered: ReadonlySignal<ReadonlySet<string>>;
  readonly connection: Connection;
  readonly timers: Timers;
  readonly screens: Screens;
  readonly visit: Visit;
}

/** Nobody notices a shorter wait; a screen in between would flash by. */
const NOTICED = 700;
/** Who has waited so long hears that it is noted. */
const MOMENT = 4_000;

export function createAnswers({ connection, screens, timers, unanswered, visit }: AnswersDeps) {
  return (commandId: string): Promise<void> => {
    if (connection.state.peek().type !== 'online') return Promise.resolve();
    const visitId = visit.id.peek();
    const { promise, resolve } = Promise.withResolvers<void>();
    const stopNotice = timers.after(NOTICED, () => {
      if (visit.id.peek() === visitId) screens.show({ type: 'moment' });
    });
    const stopWaiting = timers.after(MOMENT, resolve);
    const stopLooking = effect(() => {
      if (!unanswered.value.has(commandId)) resolve();
    });
    return promise.finally(() => {
      stopNotice();
      stopWaiting();
      stopLooking();
    });
  };
}

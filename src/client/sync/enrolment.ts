/** Makes this browser a known tablet, where the server lets it: in the demonstration. Refuses to hide that it is not. */
import type { Http, Reply, StreamReply } from '../platform/http.ts';
import type { Connection } from '../state/connection.ts';

export interface Enrolment {
  /** Whether this browser is enrolled now. */
  readonly enrol: () => Promise<boolean>;
  /** What an answer says about the tablet itself; the rest is nobody's business here. */
  readonly judge: (reply: Reply | StreamReply) => 'known' | 'unknown' | 'revoked';
}

export interface EnrolmentDeps {
  readonly http: Http;
  readonly connection: Connection;
}

export function createEnrolment({ http, connection }: EnrolmentDeps): Enrolment {
  let running: Promise<boolean> | null = null;

  const enrol = async (): Promise<boolean> => {
    const reply = await http.post('/api/devices/demonstration', {});
    if (reply.type === 'ok') return true;
    if (reply.type === 'problem' && reply.status === 403) connection.notEnrolled();
    else connection.lost();
    return false;
  };

  return {
    enrol() {
      running ??= enrol().finally(() => {
        running = null;
      });
      return running;
    },
    judge(reply) {
      if (reply.type !== 'problem') return 'known';
      if (reply.status === 401) return 'unknown';
      return reply.status === 410 && reply.code === 'deviceRevoked' ? 'revoked' : 'known';
    },
  };
}

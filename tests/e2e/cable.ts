/**
 * The cable between a tablet and the server, which a test can pull out. Then every connection breaks, the long ones too,
 * and none comes about: what the browser calls offline leaves open streams alone. Refuses to change what it carries.
 */
import { connect, createServer, type Socket } from 'node:net';

export interface Cable {
  /** Where the tablet reaches the server through this cable. */
  readonly url: string;
  pull(): void;
  plugIn(): void;
  remove(): Promise<void>;
}

export async function layCable(serverUrl: string): Promise<Cable> {
  const { hostname, port } = new URL(serverUrl);
  const ends = new Set<Socket>();
  let pulled = false;
  const server = createServer((tablet) => {
    if (pulled) return void tablet.destroy();
    const house = connect(Number(port), hostname);
    for (const [end, other] of [
      [tablet, house],
      [house, tablet],
    ] as const) {
      ends.add(end);
      end.pipe(other);
      end.on('error', () => other.destroy());
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a cable has a port');
  const cut = () => {
    for (const end of ends) end.destroy();
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    pull() {
      pulled = true;
      cut();
    },
    plugIn() {
      pulled = false;
    },
    remove: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}

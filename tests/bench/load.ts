/** A house of any size over HTTP, and many clients on kept-alive connections. Refuses to judge what it measures. */
import { Agent, request } from 'node:http';
import type { Command, Envelope, ResidentLine } from '../../src/domain/commands.ts';
import type { Answer, Snapshot } from '../../src/domain/protocol.ts';
import type { Series } from '../../src/domain/series.ts';
import { DAY } from '../../src/domain/time.ts';
import { aSeries, daily } from '../support/builders.ts';
import type { RunningServer } from '../support/running-server.ts';

export interface Client {
  send(
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string; cookie: string }>;
  get(
    path: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ status: number; text: string; bytes: number }>;
  close(): void;
}

/** Up to `connections` requests at a time, each connection kept open. */
export function createClient(server: Pick<RunningServer, 'url'>, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port, origin } = new URL(server.url);
  const call = (method: string, path: string, headers: Record<string, string>, body?: string) =>
    new Promise<{ status: number; text: string; cookie: string; bytes: number }>((resolve, reject) => {
      const outgoing = request({ agent, hostname, port, path, method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const cookie = String(answer.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
          resolve({ status: answer.statusCode ?? 0, text: bytes.toString(), cookie, bytes: bytes.length });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  return {
    send: (path, body, headers = {}) => {
      const text = JSON.stringify(body);
      const all = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
        origin,
        ...headers,
      };
      return call('POST', path, all, text);
    },
    get: (path, headers = {}) => call('GET', path, { ...headers }),
    close: () => agent.destroy(),
  };
}

let made = 0;

/** A UUID version 7 of this run. */
export function newId(): string {
  made += 1;
  const time = Date.now().toString(16).padStart(12, '0');
  const count = made.toString(16).padStart(12, '0');
  const random = Math.floor(Math.random() * 0x1000)
    .toString(16)
    .padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random}-8${count.slice(0, 3)}-${count.slice(3).padStart(12, '0')}`;
}

const envelope = (command: Command, actor: Envelope['actor']): Envelope => ({
  id: newId(),
  command,
  tappedAt: new Date().toISOString(),
  actor,
});

export const bySelf = (residentId: string, command: Command): Envelope =>
  envelope(command, { residentId, proof: 'name', visitId: 'bench' });

export interface House {
  readonly residentIds: readonly string[];
  /** Activities without a limit, enough for every sign-up of a run. */
  readonly activityIds: readonly string[];
  /** The cookie of an enrolled tablet. */
  readonly cookie: string;
}

/** Does what the tools on the server itself may do. Throws unless it was accepted. */
export async function asOperator(server: RunningServer, client: Client, command: Command): Promise<void> {
  const actor = { staffId: 'operator', proof: 'session', visitId: 'bench' } as const;
  const headers = { authorization: `Bearer ${server.operatorToken}` };
  const { text } = await must(client.send('/api/commands', envelope(command, actor), headers));
  if ((JSON.parse(text) as Answer).status !== 'accepted') throw new Error(text.slice(0, 300));
}

/** Fills an empty server with people and a programme, and enrols a tablet. */
export async function fillHouse(
  server: RunningServer,
  client: Client,
  size: { readonly residents: number; readonly series: number },
): Promise<House> {
  const lines = Array.from(
    { length: size.residents },
    (_, i): ResidentLine => ({
      number: String(i + 1),
      floor: Math.floor(i / 15),
      salutation: i % 2 ? 'meneer' : 'mevrouw',
      firstName: `Voornaam${i % 50}`,
      infix: '',
      lastName: `Achternaam${i}`,
      showName: true,
    }),
  );
  const programme = Array.from({ length: size.series }, (_, i) => ({ series: dailySeries(i), overrides: [] }));
  await asOperator(server, client, { type: 'importResidents', lines });
  await asOperator(server, client, { type: 'importProgramme', lines: programme });
  const operator = { authorization: `Bearer ${server.operatorToken}` };
  const enrolled = await must(client.send('/api/devices', { name: 'bench' }, operator));
  const { cookie } = JSON.parse(enrolled.text) as { readonly cookie: string };
  const board = JSON.parse((await must(client.get('/api/board', { cookie }))).text) as Snapshot;
  const today = Date.now();
  const dates = Array.from({ length: 13 }, (_, i) => new Date(today + (i + 1) * DAY).toISOString().slice(0, 10));
  return {
    cookie,
    residentIds: (board.rows.resident ?? []).map(({ id }) => id),
    activityIds: dates.flatMap((date) => programme.map(({ series }) => `${series.id}/${date}`)),
  };
}

/** An activity every day that anybody may join, at another hour for each number. */
export function dailySeries(i: number): Series {
  const hour = (first: number): string => `${String(first + (i % 12)).padStart(2, '0')}:00`;
  return aSeries({
    id: `bench-${i}`,
    title: `Activiteit ${i}`,
    description: 'Wij doen dit samen.',
    startTime: hour(8),
    endTime: hour(9),
    capacity: null,
    rule: daily,
    pictogram: 'coffee',
  });
}

async function must<Reply extends { readonly status: number; readonly text: string }>(
  answer: Promise<Reply>,
): Promise<Reply> {
  const reply = await answer;
  if (reply.status >= 300) throw new Error(`${reply.status} ${reply.text.slice(0, 300)}`);
  return reply;
}

/** Sends sign-ups number `from` to `to` of the house with so many clients at once. Throws on anything but "accepted". */
export async function signUpMany(
  house: House,
  client: Client,
  run: { readonly from: number; readonly to: number; readonly clients: number },
): Promise<readonly number[]> {
  const taken: number[] = [];
  let next = run.from;
  const work = async () => {
    while (next < run.to) {
      const n = next;
      next += 1;
      const started = performance.now();
      const { status, text } = await client.send('/api/commands', nthSignUp(house, n), { cookie: house.cookie });
      taken.push(performance.now() - started);
      const answer = JSON.parse(text) as Answer;
      if (status !== 200 || answer.status !== 'accepted') throw new Error(`${status} ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: run.clients }, work));
  return taken;
}

/** Every sign-up of a run is another person or another activity. */
export function nthSignUp(house: House, n: number): Envelope {
  const residentId = house.residentIds[n % house.residentIds.length] ?? '';
  const activityId = house.activityIds[(Math.floor(n / house.residentIds.length) + n) % house.activityIds.length] ?? '';
  return bySelf(residentId, { type: 'signUp', activityId, residentIds: [residentId], guests: 0 });
}

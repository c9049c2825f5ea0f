/**
 * Kills the server with SIGKILL at random moments while many sign up, again and again on the same data, and looks for
 * what was answered. Refuses to count what was never answered as lost: that is sent again, as a tablet would.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Envelope } from '../../src/domain/commands.ts';
import type { Answer, Snapshot } from '../../src/domain/protocol.ts';
import { type Client, createClient, fillHouse, type House, nthSignUp } from '../bench/load.ts';
import { startServer } from '../support/running-server.ts';

export interface KillsWish {
  readonly kills: number;
  readonly dataFolder: string;
  readonly databaseUrl?: string;
}

export interface KillsOutcome {
  readonly kills: number;
  /** Answered before a kill, and so promised. */
  readonly answered: number;
  /** Sent and never answered: killed in the middle. */
  readonly unanswered: number;
  /** Of those, how many were on disk all the same. */
  readonly keptUnanswered: number;
  /** Answered and not there, or there with another verdict: must be none. */
  readonly lost: number;
  /** Somebody on one list more than once: must be none. */
  readonly doubled: number;
  /** Versions of the journal that no command has, or that two have: must be none. */
  readonly gaps: number;
  /** From spawn to the first answer, the slowest of all starts after a kill, in milliseconds. */
  readonly slowestStart: number;
}

const CLIENTS = 24;
const LONGEST_ROUND = 400;
/** A machine that does much else at once may take its time: how long it took is what is told. */
const LONGEST_START = 240_000;

export async function killAgainAndAgain({ kills, ...place }: KillsWish): Promise<KillsOutcome> {
  const answers = new Map<string, Answer>();
  const sent = new Map<string, Envelope>();
  const wrong = { lost: 0, keptUnanswered: 0, unanswered: 0 };
  let [next, slowestStart] = [0, 0];
  let server = await startServer({ ...place, demonstrate: false, patience: LONGEST_START });
  let client = createClient(server, CLIENTS);
  const house = await fillHouse(server, client, { residents: 200, series: 20 });
  const filled = await versionOf(client, house);
  for (let round = 0; round < kills; round += 1) {
    const first = sent.size;
    const load = signUpUntilGone({ client, house, sent, answers, take: () => next++ });
    await pause(Math.random() * LONGEST_ROUND);
    await server.kill();
    await load;
    client.close();
    const started = performance.now();
    server = await startServer({ ...place, demonstrate: false, patience: LONGEST_START });
    slowestStart = Math.max(slowestStart, performance.now() - started);
    client = createClient(server, CLIENTS);
    const before = await versionOf(client, house);
    await sendAgain([...sent.values()].slice(first), { client, house, sent, answers, before, wrong });
  }
  // And what was answered long ago still has its verdict.
  await sendAgain([...sent.values()], { client, house, sent, answers, before: 0, wrong });
  const { doubled, missing } = await countOnLists(client, house, sent.values());
  const versions = [...answers.values()].map((answer) => ('version' in answer ? answer.version : 0));
  const gaps =
    Math.abs((await versionOf(client, house)) - filled - new Set(versions).size) + (sent.size - new Set(versions).size);
  client.close();
  await server.stop();
  const { lost, ...counts } = wrong;
  const answered = sent.size - counts.unanswered;
  return { kills, answered, ...counts, lost: lost + missing, doubled, gaps, slowestStart: Math.round(slowestStart) };
}

interface Run {
  readonly client: Client;
  readonly house: House;
  readonly sent: Map<string, Envelope>;
  readonly answers: Map<string, Answer>;
}

async function signUpUntilGone({ client, house, sent, answers, take }: Run & { readonly take: () => number }) {
  const work = async () => {
    for (;;) {
      const envelope = nthSignUp(house, take());
      sent.set(envelope.id, envelope);
      const answer = await submit(client, house, envelope);
      if (answer === null) return;
      answers.set(envelope.id, answer);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, work));
}

/** Null where nobody answered. */
async function submit(client: Client, house: House, envelope: Envelope): Promise<Answer | null> {
  const reply = await client.send('/api/commands', envelope, { cookie: house.cookie }).catch(() => null);
  if (reply === null || reply.status === 503) return null;
  if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text.slice(0, 300)}`);
  return JSON.parse(reply.text) as Answer;
}

interface Again extends Run {
  /** Of the journal, before anything is sent again. */
  readonly before: number;
  readonly wrong: { lost: number; keptUnanswered: number; unanswered: number };
}

/** As a tablet does after a restart: each must get the verdict it had, or its first. */
async function sendAgain(envelopes: Envelope[], { client, house, answers, before, wrong }: Again): Promise<void> {
  const one = async (envelope: Envelope) => {
    const known = answers.get(envelope.id);
    const answer = await submit(client, house, envelope);
    if (answer === null || answer.status === 'problem') throw new Error(`not answered: ${JSON.stringify(answer)}`);
    if (known === undefined) {
      wrong.unanswered += 1;
      if (answer.version <= before) wrong.keptUnanswered += 1;
      answers.set(envelope.id, answer);
    } else if (JSON.stringify(known) !== JSON.stringify(answer)) wrong.lost += 1;
  };
  const work = async () => {
    for (let envelope = envelopes.pop(); envelope !== undefined; envelope = envelopes.pop()) await one(envelope);
  };
  await Promise.all(Array.from({ length: CLIENTS }, work));
}

const boardOf = async (client: Client, { cookie }: House): Promise<Snapshot> =>
  JSON.parse((await client.get('/api/board', { cookie })).text) as Snapshot;

const versionOf = async (client: Client, house: House): Promise<number> => (await boardOf(client, house)).version;

async function countOnLists(client: Client, house: House, sent: Iterable<Envelope>) {
  const { rows } = await boardOf(client, house);
  const times = new Map<string, number>();
  for (const { activityId, residentIds, status } of rows.signUp ?? []) {
    if (status === 'withdrawn') continue;
    for (const id of residentIds) times.set(`${activityId} ${id}`, (times.get(`${activityId} ${id}`) ?? 0) + 1);
  }
  let missing = 0;
  for (const { command } of sent) {
    if (command.type === 'signUp' && !times.has(`${command.activityId} ${command.residentIds[0]}`)) missing += 1;
  }
  return { missing, doubled: [...times.values()].filter((each) => each > 1).length };
}

/** One line for people. */
export function outcomeLine(engine: string, outcome: KillsOutcome): string {
  const { answered, doubled, gaps, keptUnanswered, kills, lost, slowestStart, unanswered } = outcome;
  return (
    `${engine}: ${kills} kills, ${answered} answered commands, ${lost} lost, ${doubled} doubled, ${gaps} gaps in the journal; ` +
    `${unanswered} were killed before their answer (${keptUnanswered} of them on disk); slowest start ${slowestStart} ms`
  );
}

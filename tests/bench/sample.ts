/** Measures the server with the sample building as it is every morning: how soon it answers, what it weighs, what it sends. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { newDataFolder, type RunningServer, removeDataFolder, startServer } from '../support/running-server.ts';
import { createClient } from './load.ts';
import { type Line, percentile } from './server.ts';

const STARTS = 5;
const BOARDS = 50;

export async function measureSample(): Promise<readonly Line[]> {
  const dataFolder = newDataFolder();
  await (await startServer({ dataFolder, sampleMeals: true })).stop();
  const times: number[] = [];
  for (let n = 1; n < STARTS; n += 1) await (await startAndTime(dataFolder, times)).stop();
  const server = await startAndTime(dataFolder, times);
  try {
    await askMuch(server);
    return [
      {
        what: 'Sample building: from spawn to the first answer, middle of five',
        value: `${percentile(times, 50)} ms`,
        aim: 'under 1000 ms',
      },
      {
        what: 'Sample building: resident memory of the server, after fifty boards',
        value: `${memory(server)} MB`,
        aim: 'at most 150 MB',
      },
      ...(await shellLines(server)),
    ];
  } finally {
    await server.stop();
    removeDataFolder(dataFolder);
  }
}

async function startAndTime(dataFolder: string, times: number[]): Promise<RunningServer> {
  const port = await freePort();
  const started = performance.now();
  const starting = startServer({ dataFolder, port });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer?.ok) break;
    await pause(5);
  }
  times.push(performance.now() - started);
  return starting;
}

async function askMuch(server: RunningServer): Promise<void> {
  const client = createClient(server, 8);
  const operator = { authorization: `Bearer ${server.operatorToken}` };
  const { cookie } = JSON.parse((await client.send('/api/devices', { name: 'hal' }, operator)).text) as {
    cookie: string;
  };
  const ask = () => client.get('/api/board', { cookie, 'accept-encoding': 'br' });
  for (let n = 0; n < BOARDS; n += 1) await ask();
  client.close();
}

/** What the page itself names, as a browser asks for it: on the wire, and for how long it may be kept. */
async function shellLines({ url }: RunningServer): Promise<readonly Line[]> {
  const client = createClient({ url }, 4);
  const get = async (path: string) => {
    const answer = await fetch(url + path, { headers: { 'accept-encoding': 'br' } });
    await answer.body?.cancel();
    const { bytes } = await client.get(path, { 'accept-encoding': 'br' });
    const how = [answer.headers.get('content-encoding'), answer.headers.get('cache-control')];
    return { path, bytes, packed: how[0] === 'br', forEver: how[1]?.includes('immutable') ?? false };
  };
  const { text } = await client.get('/');
  const named = [
    ...new Set([...text.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? '')),
  ];
  const files = await Promise.all(named.map(get));
  client.close();
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const count = (what: 'packed' | 'forEver') => files.filter((file) => file[what]).length;
  return [
    {
      what: 'Shell: files the page names, of them compressed with brotli, kept for ever by their hash',
      value: `${files.length}, ${count('packed')}, ${count('forEver')} (${(bytes / 1024).toFixed(1)} KB)`,
      aim: 'all',
    },
  ];
}

/** Resident memory as the operating system counts it. */
function memory({ pid }: RunningServer): string {
  return (Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024).toFixed(0);
}

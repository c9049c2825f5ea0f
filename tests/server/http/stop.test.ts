import http from 'node:http';
import net from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openTestHouse, walkEnvelope } from './test-house.ts';

test('a stop answers what is in flight, after the commit and not before, and then lets go of the connection', async () => {
  const house = await openTestHouse();
  const agent = new http.Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const commit = Promise.withResolvers<void>();
  const waiting = house.store.holdCommits(commit.promise);
  let answered = false;
  const reply = house.post('/api/commands', walkEnvelope(1), {}, agent).then((done) => {
    answered = true;
    return done;
  });
  await waiting;
  const stopped = house.stop(600_000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(answered).toBe(false);
  commit.resolve();
  expect((await reply).json()).toMatchObject({ status: 'accepted' });
  await stopped;
  expect(house.store.journal).toHaveLength(1);
});

test('a stop does not wait for a connection nobody uses, and takes no new ones', async () => {
  const house = await openTestHouse();
  const agent = new http.Agent({ keepAlive: true });
  await new Promise((resolve, reject) => {
    http
      .get({ port: house.port, host: '127.0.0.1', path: '/api/health', agent }, (response) => {
        response.resume().on('end', resolve);
      })
      .on('error', reject);
  });
  await house.stop(60_000);
  await expect(house.raw('/api/health')).rejects.toThrow(/ECONNREFUSED/);
  agent.destroy();
});

test('a stop hangs up on who is still sending: nothing was promised', async () => {
  const house = await openTestHouse();
  const socket = net.connect(house.port, '127.0.0.1');
  const hungUp = new Promise((resolve) => socket.on('close', resolve));
  socket.on('error', () => undefined);
  socket.write(
    `POST /api/commands HTTP/1.1\r\nhost: 127.0.0.1:${house.port}\r\norigin: ${house.origin}\r\ncookie: ${house.cookie}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"id":`,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  await house.stop(100);
  await hungUp;
  expect(house.store.journal).toEqual([]);
  expect(house.logged()).not.toContain('"event":"defect"');
});

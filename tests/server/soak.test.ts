// Tablets come and go all day: the server holds nothing of who has gone. `npm run soak:server` does a whole day.
import { expect, test } from 'vitest';
import { soakServer } from '../long/soak-server.ts';

test('of tablets that came and went no socket, no timer and no file stays behind', { timeout: 300_000 }, async () => {
  const [first, ...later] = await soakServer({ hours: 1, tablets: 20, cutsAnHour: 4, tapsAnHour: 2, warmUp: 0 });
  for (const { handles, resources } of later) {
    expect(handles).toBeLessThanOrEqual(first?.handles ?? 0);
    expect(resources.Timeout ?? 0).toBeLessThanOrEqual(first?.resources.Timeout ?? 0);
    expect(resources.TCPSocketWrap ?? 0).toBeLessThanOrEqual(first?.resources.TCPSocketWrap ?? 0);
  }
});

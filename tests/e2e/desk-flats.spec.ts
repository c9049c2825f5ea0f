/** A manager of two flats on one server, in a browser: from the one to the other in one tap, and back. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { importInto } from '../../src/server/import/import-into.ts';
import { createLog } from '../../src/server/log.ts';
import { startServer } from '../../src/server/start.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';
import { sizes } from './desk-house.ts';
import { expect, test } from './house.ts';

const ACCOUNT = { userName: 'samira', password: 'Vijf fietsen bij het hek' };
const FLATS = [
  { id: 'linden', hostName: 'linden.localhost', name: 'De Linden' },
  { id: 'meeuw', hostName: 'meeuw.localhost', name: 'De Meeuw' },
] as const;

async function openTwoFlats() {
  const dataFolder = newDataFolder();
  const running = await startServer(
    {
      port: 0,
      host: '127.0.0.1',
      dataFolder,
      databaseUrl: null,
      demonstrate: false,
      version: '0.0.0',
      flats: FLATS.map(({ id, hostName }) => ({ id, hostName })),
    },
    {
      log: createLog(() => undefined),
      now: Date.now,
      clientFolder: join(import.meta.dirname, '../../dist/client'),
      importInto,
    },
  );
  const port = new URL(running.url).port;
  const operate = async (flat: string, path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${running.operatorToken}` };
    const reply = await fetch(`${running.url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'huiskamer-flat': flat },
      body: JSON.stringify(body),
    });
    return reply.json();
  };
  return {
    addressOf: (hostName: string) => `http://${hostName}:${port}`,
    operate,
    stop: async () => {
      await running.stop();
      removeDataFolder(dataFolder);
    },
  };
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(ACCOUNT.userName);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(ACCOUNT.password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

for (const size of [sizes[0], sizes[3]]) {
  test(`a manager of two flats goes from the one to the other in one tap, on ${size.name}`, async ({ browser }) => {
    const { addressOf, operate, stop } = await openTwoFlats();
    const context = await browser.newContext({ viewport: { width: size.width, height: size.height } });
    const page = await context.newPage();
    try {
      for (const { id, hostName, name } of FLATS) {
        const location = { type: 'setLocation', location: { name, timeZone: 'Europe/Amsterdam' } };
        await operate(id, '/api/commands', {
          id: crypto.randomUUID().replace(/^(.{14})./, '$17'),
          command: location,
          tappedAt: new Date().toISOString(),
          actor: { staffId: 'operator', proof: 'session', visitId: 'test' },
        });
        const { path } = await operate(id, '/api/sessions/links', { name: 'Samira Haddou', role: 'manager' });
        await page.goto(`${addressOf(hostName)}${path}`);
        await expect(page.getByText('Samira Haddou')).toBeVisible();
        await page.evaluate(async (account) => {
          const who = await (await fetch('/api/sessions')).json();
          const body = JSON.stringify({ staffId: who.staffId, way: 'password', ...account });
          await fetch('/api/staff-secrets', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        }, ACCOUNT);
      }
      await context.clearCookies();
      await page.goto(`${addressOf('linden.localhost')}/beheer`);
      await signIn(page);
      await expect(page.getByText('De Linden', { exact: true })).toBeVisible();
      await page.getByRole('button', { name: 'Naar De Meeuw' }).click();
      await expect(page.getByText('De Meeuw', { exact: true })).toBeVisible();
      expect(new URL(page.url()).hostname).toBe('meeuw.localhost');
      // The code stays neither in the address nor in what one can go back to.
      expect(page.url()).not.toContain('#');
      await page.getByRole('button', { name: 'Naar De Linden' }).click();
      await expect(page.getByText('De Linden', { exact: true })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    } finally {
      await context.close();
      await stop();
    }
  });
}

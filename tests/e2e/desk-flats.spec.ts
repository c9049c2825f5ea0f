/** Somebody who leads two flats on one server: from the one to the other in one tap, and what is copied along. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Command } from '../../src/domain/commands.ts';
import { importInto } from '../../src/server/import/import-into.ts';
import { createLog } from '../../src/server/log.ts';
import { startServer } from '../../src/server/start.ts';
import { newId } from '../bench/load.ts';
import { aSeries } from '../support/builders.ts';
import { newDataFolder, removeDataFolder } from '../support/running-server.ts';
import { barriers, goTo, sizes, told } from './desk-house.ts';
import { expect, test } from './house.ts';

/** A Wednesday morning, at the server and in the browser. */
const START = Date.parse('2026-10-14T09:00:00+02:00');
const ACCOUNT = { userName: 'samira', password: 'Vijf fietsen bij het hek' };
const FLATS = [
  { id: 'linden', hostName: 'linden.localhost', name: 'De Linden' },
  { id: 'meeuw', hostName: 'meeuw.localhost', name: 'De Meeuw' },
] as const;

async function openTwoFlats() {
  const dataFolder = newDataFolder();
  const opened = Date.now();
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
      now: () => START + Date.now() - opened,
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
  const does = (flat: string, command: Command) =>
    operate(flat, '/api/commands', {
      id: newId(),
      command,
      tappedAt: new Date(START).toISOString(),
      actor: { staffId: 'operator', proof: 'session', visitId: 'test' },
    });
  return {
    addressOf: (hostName: string) => `http://${hostName}:${port}`,
    operate,
    does,
    stop: async () => {
      await running.stop();
      removeDataFolder(dataFolder);
    },
  };
}

/** A weekly class in a room that only De Linden has, and a message for today. */
async function plan(does: (flat: string, command: Command) => Promise<unknown>): Promise<void> {
  await does('linden', { type: 'putRoom', id: null, name: 'Keuken', places: 8, shared: false });
  const {
    id: _id,
    phases: _phases,
    revision: _revision,
    ...series
  } = aSeries({
    id: 'cooking',
    title: 'Kookclub',
    room: 'Keuken',
    rule: { type: 'weekly', interval: 1, weekdays: [4], from: '2026-10-15', until: '2026-11-05' },
  });
  await does('linden', { type: 'putSeries', series });
  await does('linden', {
    type: 'postAnnouncement',
    level: 'information',
    title: 'Soep in de hal',
    text: 'Kom om twaalf uur proeven.',
    picture: { pictogram: 'soup' },
    acts: [],
    from: new Date(START).toISOString(),
    until: new Date(START + 8 * 3_600_000).toISOString(),
    deviceIds: [],
    translations: [],
  });
}

async function copySeries(page: Page): Promise<void> {
  await goTo(page, 'Programma');
  await page.getByRole('button', { name: /Kookclub/ }).click();
  await page.getByRole('button', { name: 'Naar een andere flat' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kookclub naar een andere flat' });
  await expect(dialog).toContainText('4 keer');
  await dialog.getByRole('radio', { name: /Alle keren die nog komen/ }).check();
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Kopieer naar De Meeuw' }).click();
  await expect(told(page)).toContainText('Kookclub staat nu ook in De Meeuw. Kies daar nog een ruimte.');
  await expect(dialog).toHaveCount(0);
}

async function copyAnnouncement(page: Page): Promise<void> {
  await goTo(page, 'Berichten');
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Naar een andere flat: Soep in de hal' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kopieer naar De Meeuw' }).click();
  await expect(told(page)).toContainText('Soep in de hal staat nu ook in De Meeuw.');
}

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(ACCOUNT.userName);
  await page.getByLabel('Wachtwoord', { exact: true }).fill(ACCOUNT.password);
  await page.getByRole('button', { name: 'Log in' }).click();
}

for (const size of [sizes[0], sizes[3]]) {
  test(`a manager of two flats goes from the one to the other in one tap, on ${size.name}`, async ({ browser }) => {
    const { addressOf, does, operate, stop } = await openTwoFlats();
    const context = await browser.newContext({ viewport: { width: size.width, height: size.height } });
    const page = await context.newPage();
    await page.clock.install({ time: START });
    try {
      for (const { id, hostName, name } of FLATS) {
        const location = { name, timeZone: 'Europe/Amsterdam', tableSize: 8 };
        await does(id, { type: 'setLocation', location });
        const { path } = await operate(id, '/api/sessions/links', { name: 'Samira Haddou', role: 'manager' });
        await page.goto(`${addressOf(hostName)}${path}`);
        await expect(page.getByText('Samira Haddou')).toBeVisible();
        await page.evaluate(async (account) => {
          const who = await (await fetch('/api/sessions')).json();
          const body = JSON.stringify({ staffId: who.staffId, way: 'password', ...account });
          await fetch('/api/staff-secrets', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
        }, ACCOUNT);
      }
      await plan(does);
      await context.clearCookies();
      await page.goto(`${addressOf('linden.localhost')}/beheer`);
      await signIn(page);
      await expect(page.getByText('De Linden', { exact: true }).first()).toBeVisible();
      await page.getByRole('button', { name: 'Naar De Meeuw' }).click();
      await expect(page.getByText('De Meeuw', { exact: true }).first()).toBeVisible();
      expect(new URL(page.url()).hostname).toBe('meeuw.localhost');
      // The code stays neither in the address nor in what one can go back to.
      expect(page.url()).not.toContain('#');
      await page.getByRole('button', { name: 'Naar De Linden' }).click();
      await expect(page.getByText('De Linden', { exact: true }).first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

      await copySeries(page);
      await copyAnnouncement(page);
      await page.getByRole('button', { name: 'Naar De Meeuw' }).click();
      await expect(page.getByText('De Meeuw', { exact: true }).first()).toBeVisible();
      await goTo(page, 'Berichten');
      await expect(page.getByRole('listitem').filter({ hasText: 'Soep in de hal' })).toContainText('hangt er nu');
      await goTo(page, 'Programma');
      const there = page.getByRole('button', { name: /Kookclub/ });
      await expect(there).toHaveCount(1);
      await page.getByRole('button', { name: 'Week verder' }).click();
      await there.click();
      await expect(page.getByText('0 van 4 plaatsen')).toBeVisible();
    } finally {
      await context.close();
      await stop();
    }
  });
}

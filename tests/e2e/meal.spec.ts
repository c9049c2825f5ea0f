/** A volunteer with the tablet: from the residents' screen to the end of a meal of forty people. */
import { pdfLines } from '../support/pdf-text.ts';
import { type BrowserHouse, expect, type Kiosk, test } from './house.ts';
import {
  codeFor,
  enter,
  fillMeal,
  giveCard,
  list,
  mealId,
  neighbours,
  openDoor,
  platesOf,
  row,
  THURSDAY,
  total,
  VOLUNTEER,
  type Volunteer,
  volunteerAt,
} from './meal-house.ts';
import { button, screen } from './screens.ts';

test.use({ startsAt: `${THURSDAY}T15:12:00+02:00` });

const DISHES = ['vlees', 'vlees', 'halal', 'vegetarisch'];
const CARD = 'A1B2C3D4';

/** Samen eten with so many people on it; the meal's id. */
async function setTable(house: BrowserHouse, count: number): Promise<string> {
  const meal = await mealId(house, 'Samen eten', THURSDAY);
  await fillMeal(house, meal, { people: (await neighbours(house)).slice(0, count), dishes: DISHES });
  return meal;
}

/** A tablet on which the volunteer is at work. */
async function atWork(
  house: BrowserHouse,
  kiosk: Kiosk,
): Promise<{ readonly hand: Volunteer; readonly digits: string }> {
  const digits = await codeFor(house, VOLUNTEER);
  await openDoor(kiosk.page);
  const hand = volunteerAt(kiosk.page);
  await enter(hand, VOLUNTEER, digits);
  await expect(list(kiosk.page)).toBeVisible();
  return { hand, digits };
}

/** A card reader is a very fast keyboard. */
async function holdCard(kiosk: Kiosk, card: string): Promise<void> {
  await kiosk.page.evaluate((text) => {
    for (const [at, character] of [...text].entries()) {
      const code = /\d/.test(character) ? `Digit${character}` : `Key${character}`;
      const press = new KeyboardEvent('keydown', { code, key: character, bubbles: true, cancelable: true });
      Object.defineProperty(press, 'timeStamp', { value: performance.now() + at * 5 });
      document.body.dispatchEvent(press);
    }
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'Enter', key: 'Enter', bubbles: true }));
  }, card);
}

test('prepares and closes a meal of forty in under forty actions', async ({ browser, house }) => {
  test.setTimeout(120_000);
  // Within the ten minutes after which a tablet that nobody touches is the residents' again.
  house.setTime(`${THURSDAY}T17:25:00+02:00`);
  const meal = await setTable(house, 37);
  const people = await neighbours(house);
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  const { hand } = await atWork(house, kiosk);
  await expect(total(page, 'eten mee')).toContainText('37');
  await expect(page.getByText('Gesloten op woensdag 14 oktober om 17:00')).toBeVisible();

  // Three more: closed is asked once, and the third tap saves.
  const late = people
    .slice(37)
    .filter(({ floor }) => floor === 3)
    .slice(0, 3);
  await hand.tap(button(page, 'Iemand erbij'));
  await hand.tap(button(page, '3e verdieping'));
  for (const [at, each] of late.entries()) {
    const [first = ''] = each.name.split(' ');
    await hand.tap(page.locator('.m-person').filter({ hasText: each.door }).filter({ hasText: first }).first());
    await hand.tap(page.locator('.m-dishes').getByRole('button', { name: /^vlees/ }));
    if (at === 0) await hand.tap(button(page, 'Toch erbij'));
    await expect(page.getByText(`${each.name} (${each.door}) staat erbij: vlees`)).toBeVisible();
  }
  await hand.tap(button(page, 'Terug'));
  await expect(total(page, 'eten mee')).toContainText('40');

  // One diet, on one sheet.
  const ill = people[3]!;
  await hand.tap(row(page, ill.name).locator('.is-dish'));
  await hand.tap(button(page, 'Dieet'));
  await hand.tap(button(page, 'Geen melk'));
  await hand.tap(button(page, 'Bewaar'));
  await expect(row(page, ill.name)).toContainText('Geen melk');
  await expect(total(page, 'met dieet')).toContainText('1');

  // What comes on paper is the list.
  await hand.tap(button(page, 'Keukenblad'));
  const printed = pdfLines(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  expect(printed).toHaveLength(1);
  const lines = printed[0]!;
  const text = lines.join('\n');
  for (const { name } of [...people.slice(0, 37), ...late]) expect(text).toContain(name);
  const plates = await platesOf(house, meal);
  const count = (dish: string) => plates.filter((plate) => plate.dish === dish && plate.goneAt === null).length;
  const sums = DISHES.filter((dish, at) => DISHES.indexOf(dish) === at).map(count);
  expect(sums.reduce((a, b) => a + b, 0)).toBe(40);
  const sum = /((?:\d+ \+ )+\d+) = (\d+) borden/.exec(text)!;
  expect(sum[1]!.split(' + ').map(Number).sort()).toEqual(sums.sort());
  expect(sum[2]).toBe('40');
  expect(
    lines
      .filter((line) => /(vlees|halal|vegetarisch)/.test(line))
      .join(' ')
      .match(/vlees|halal|vegetarisch/g)!.length,
  ).toBe(40 + new Set(DISHES).size);
  expect(text).toContain('Blad 1');
  expect(text).toContain('Let op: 1 mens kan dit gerecht niet eten');
  const shown = await page.locator('.k-sheet').innerText();
  await page.evaluate(() => {
    const paper = window as unknown as { paper: string[] };
    paper.paper = [];
    window.print = () => paper.paper.push(document.querySelector<HTMLElement>('.k-sheet')!.innerText);
  });
  await hand.tap(button(page, 'Print blad 1'));
  await expect(page.getByText('Blad 1 is gemaakt, 40 mensen.')).toBeVisible();
  const paper = () => page.evaluate(() => (window as unknown as { paper: string[] }).paper);
  await expect.poll(paper).toEqual([shown]);

  // Two changes, and what the paper does not know.
  const dialog = page.getByRole('dialog');
  await hand.tap(row(page, people[0]!.name).locator('.is-dish').first());
  await hand.tap(dialog.getByRole('button', { name: 'vegetarisch' }));
  await hand.tap(row(page, people[1]!.name).locator('.is-dish').first());
  await hand.tap(dialog.getByRole('button', { name: 'Afhalen' }));
  await expect(page.getByText('2 anders sinds 17:')).toBeVisible();
  await page.clock.fastForward(4_000);
  await expect(page.locator('.m-row.is-changed')).toHaveCount(2);

  // At the table, with the soup served: everybody, then who is not.
  house.setTime(`${THURSDAY}T17:31:00+02:00`);
  await hand.tap(button(page, 'Iedereen is er'));
  await expect(total(page, 'van 40 zijn er')).toContainText('40');
  for (const { name } of people.slice(5, 7)) await hand.tap(row(page, name).getByRole('button', { name: /is er$/ }));
  await expect(total(page, 'van 40 zijn er')).toContainText('38');
  await hand.tap(button(page, 'Maaltijd klaar'));
  await expect(page.getByText('38 van 40 mensen waren er.')).toBeVisible();
  await hand.tap(button(page, 'Joke: klaar'));
  await expect(screen(page, 'today')).toBeVisible();

  const marked = async (is: boolean) => (await platesOf(house, meal)).filter(({ came }) => came === is).length;
  await expect.poll(() => marked(true)).toBe(38);
  await expect.poll(() => marked(false)).toBe(2);
  test.info().annotations.push({ type: 'actions', description: String(hand.actions) });
  expect(hand.actions).toBeLessThan(40);
});

test('a card enters from both screens, and a wrong code is told calmly until it rests', async ({ browser, house }) => {
  await setTable(house, 2);
  await giveCard(house, VOLUNTEER, CARD);
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  await openDoor(page);
  await holdCard(kiosk, CARD);
  await expect(list(page)).toBeVisible();
  const hand = volunteerAt(page);
  await hand.tap(button(page, 'Joke: klaar'));
  await expect(screen(page, 'today')).toBeVisible();

  const digits = await codeFor(house, VOLUNTEER);
  const wrong = digits === '135790' ? '135791' : '135790';
  await hand.tap(button(page, 'Hulp'));
  await hand.tap(button(page, 'Voor medewerkers'));
  await holdCard(kiosk, 'FFFF0000');
  await expect(page.getByText('Deze pas kennen we niet.')).toBeVisible();
  await hand.tap(button(page, new RegExp(VOLUNTEER)));
  for (let turn = 0; turn < 4; turn += 1) {
    for (const digit of wrong) await hand.tap(button(page, digit));
    await expect(page.getByText('Die code klopt niet.')).toBeVisible();
    await expect(page.getByRole('img', { name: '0 van 6 cijfers' })).toBeVisible();
  }
  for (const digit of wrong) await hand.tap(button(page, digit));
  await expect(page.getByText(/Die code klopt niet|Probeer het over \d+ minuten weer/)).toBeVisible();
  for (const digit of digits) await hand.tap(button(page, digit));
  await expect(page.getByText(/Probeer het over \d+ minu/)).toBeVisible();
  // The card of the same person does not rest.
  await holdCard(kiosk, CARD);
  await expect(list(page)).toBeVisible();
});

test('ten minutes without a touch give the screen back, and a reload before that goes on', async ({
  browser,
  house,
}) => {
  await setTable(house, 3);
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  await atWork(house, kiosk);
  await page.reload();
  await expect(list(page)).toBeVisible();
  await expect(row(page, 'Molenaar').first()).toBeVisible();
  await page.clock.fastForward(9 * 60_000);
  await expect(list(page)).toBeVisible();
  await page.clock.fastForward(61_000);
  await expect(list(page)).toBeHidden();
  await page.reload();
  await expect(screen(page, 'rest')).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem('huiskamer.staff'))).toBeNull();
});

test('ticks survive the network and a reload; without network only names, doors and dishes are there', async ({
  browser,
  house,
}) => {
  const meal = await setTable(house, 5);
  const people = await neighbours(house);
  await house.asStaff({ type: 'setDiet', residentId: people[0]!.id, kinds: ['diabetes'], allergens: [], note: '' });
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  const { hand } = await atWork(house, kiosk);
  await expect(row(page, people[0]!.name)).toContainText('Diabetes');
  kiosk.cable.pull();
  await hand.tap(row(page, people[1]!.name).getByRole('button', { name: /is er/ }));
  await expect(row(page, people[1]!.name).getByRole('button', { name: `${people[1]!.name} is er` })).toBeVisible();
  await page.clock.fastForward(30_000);
  await expect(page.getByText('Even geen internet.')).toBeVisible();
  await expect(page.getByText('1 verandering gaat later mee')).toBeVisible();
  await hand.tap(row(page, people[0]!.name).locator('.is-dish'));
  await expect(button(page, 'Dieet: kan pas met internet')).toBeVisible();
  await hand.tap(button(page, 'Sluit'));

  // The page itself comes back, the house does not answer.
  kiosk.cable.plugIn();
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expect(page.getByText('Zonder internet: alleen namen, deuren en gerechten.')).toBeVisible();
  const first = row(page, people[0]!.firstName).first();
  await expect(first).toContainText('vlees');
  await expect(first).not.toContainText('Diabetes');
  await expect(first).not.toContainText(people[0]!.name);
  await expect(
    page
      .locator('.m-row')
      .nth(1)
      .getByRole('button', { name: / is er$/ }),
  ).toBeVisible();
  const kept = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name!);
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const texts: string[] = [];
    for (const name of names) {
      const database = await open(name);
      for (const store of database.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const asked = database.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(asked.result);
        });
        texts.push(JSON.stringify(rows));
      }
      database.close();
    }
    return texts.join('\n');
  });
  expect(kept).not.toContain('diabetes');
  expect(kept).toContain('markCame');

  await page.unroute('**/api/**');
  await page.clock.fastForward(60_000);
  await expect(row(page, people[0]!.name)).toContainText('Diabetes');
  await expect.poll(async () => (await platesOf(house, meal)).filter(({ came }) => came === true).length).toBe(1);
});

test('two volunteers at one row both see what both did', async ({ browser, house }) => {
  await setTable(house, 4);
  const people = await neighbours(house);
  const [one, other] = [await house.openKiosk(browser), await house.openKiosk(browser)];
  const { hand, digits } = await atWork(house, one);
  await openDoor(other.page);
  const second = volunteerAt(other.page);
  await enter(second, VOLUNTEER, digits);
  const name = people[2]!.name;
  await hand.tap(row(one.page, name).locator('.is-dish'));
  await second.tap(row(other.page, name).getByRole('button', { name: /open$/ }));
  await hand.tap(one.page.getByRole('dialog').getByRole('button', { name: 'vegetarisch' }));
  for (const { page } of [one, other]) {
    await expect(row(page, name)).toContainText('vegetarisch');
    await expect(row(page, name)).toContainText('betaald');
  }
});

test('a full list asks once, and offers the line', async ({ browser, house }) => {
  const meal = await setTable(house, 40);
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  const { hand } = await atWork(house, kiosk);
  await hand.tap(button(page, 'Iemand erbij'));
  await expect(page.getByText('Samen eten · vol')).toBeVisible();
  await hand.tap(button(page, '7e verdieping'));
  const free = page.locator('.m-person:not(.is-in)');
  await hand.tap(free.nth(0));
  await hand.tap(page.locator('.m-dishes .m-button').first());
  await expect(page.getByText('De lijst is gesloten en vol: 40 van 40.')).toBeVisible();
  await hand.tap(button(page, 'Op de wachtlijst'));
  await expect(page.getByText(/staat op de wachtlijst/)).toBeVisible();
  await hand.tap(free.nth(1));
  await hand.tap(page.locator('.m-dishes .m-button').first());
  await hand.tap(button(page, 'Toch erbij'));
  await expect(page.getByText(/staat erbij: /)).toBeVisible();
  await hand.tap(button(page, 'Toch niet'));
  await hand.tap(button(page, 'Terug'));
  await expect(total(page, 'eten mee')).toContainText('40');
  await hand.tap(total(page, 'eten mee'));
  await expect(total(page, 'wacht op een plaats')).toContainText('1');
  const despite = (await platesOf(house, meal)).filter(
    (plate) => plate.despite.includes('full') && plate.goneAt !== null,
  );
  expect(despite).toHaveLength(1);

  // Who waits is let in over the number, and goes back to the line.
  await hand.tap(total(page, 'wacht op een plaats'));
  await hand.tap(page.locator('.m-row .is-ended').first());
  await hand.tap(button(page, 'Toch erbij'));
  await hand.tap(page.locator('.m-ask').getByRole('button', { name: 'Toch erbij' }));
  await expect(total(page, 'eten mee')).toContainText('41');
  await hand.tap(button(page, 'Toch niet'));
  await expect(total(page, 'eten mee')).toContainText('40');
  await expect(total(page, 'wacht op een plaats')).toContainText('1');

  // So is a neighbour who does not live here, and the line can be left.
  await house.asStaff({
    ...{ type: 'addPlate', activityId: meal, residentId: null, hostId: null, guestName: 'Buurman Wim', dish: 'vlees' },
    ...{ takeAway: false, despite: ['closed'], mayWait: true },
  });
  const wim = row(page, 'Buurman Wim').locator('.is-ended');
  await hand.tap(wim);
  await hand.tap(button(page, 'Toch erbij'));
  await hand.tap(page.locator('.m-ask').getByRole('button', { name: 'Toch erbij' }));
  await expect(total(page, 'eten mee')).toContainText('41');
  await hand.tap(button(page, 'Toch niet'));
  await hand.tap(wim);
  await hand.tap(button(page, 'Zegt af'));
  await expect(wim).toHaveCount(0);
  await expect(total(page, 'wacht op een plaats')).toContainText('1');
});

test('what is written wrongly is told in a sentence and changes nothing', async ({ browser, house }) => {
  const meal = await setTable(house, 2);
  const people = await neighbours(house);
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  const { hand } = await atWork(house, kiosk);
  const open = () => hand.tap(row(page, people[0]!.name).locator('.is-dish').first());
  await open();
  await hand.tap(button(page, 'Ander bedrag'));
  const euros = page.locator('.m-euros');
  for (const [written, sentence] of [
    ['-5', 'Minder dan nul kan niet.'],
    ['5,505', 'Na de komma'],
    ['5000', 'Dat is te veel.'],
  ] as const) {
    await euros.fill(written);
    await expect(page.getByText(sentence)).toBeVisible();
    await hand.tap(button(page, 'Tik eerst een bedrag'));
    await expect(euros).toBeVisible();
  }
  await euros.fill('');
  for (const key of ['4', 'komma', '5', '0']) await hand.tap(button(page, key));
  await hand.tap(button(page, 'Bewaar € 4,50'));
  await expect.poll(async () => (await platesOf(house, meal)).map(({ paid }) => paid)).toContain(450);

  await open();
  await hand.tap(button(page, 'Gast erbij'));
  await expect(page.getByText('De lijst is al gesloten.')).toBeVisible();
  await hand.tap(button(page, 'Toch erbij'));
  const guest = page.locator('.m-row.is-guest');
  await hand.tap(guest.locator('.is-dish'));
  await hand.tap(button(page, 'Naam van de gast'));
  await page.getByRole('textbox').fill('<b>Zus</b> \u202eemoc');
  await hand.tap(button(page, 'Bewaar'));
  await expect(guest).toContainText('<b>Zus</b>');
  await expect(guest.locator('bdi b')).toHaveCount(0);

  await open();
  await hand.tap(button(page, 'Dieet'));
  await page.getByRole('textbox').fill('x'.repeat(81));
  await hand.tap(button(page, 'Bewaar'));
  await expect(page.getByText('Dit is te lang.')).toBeVisible();
  await page.getByRole('textbox').fill('<i>alleen</i> koud');
  await hand.tap(button(page, 'Bewaar'));
  await expect(row(page, people[0]!.name)).toContainText('<i>alleen</i> koud');
});

test('an empty list has its own sentence, and its sheet is for the pen', async ({ browser, house }) => {
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  const { hand } = await atWork(house, kiosk);
  await expect(page.getByText('Nog niemand op de lijst')).toBeVisible();
  await hand.tap(button(page, 'Van papier'));
  await expect(page.getByText('Print eerst een keukenblad.')).toBeVisible();
  await hand.tap(button(page, 'Terug'));
  await hand.tap(button(page, 'Keukenblad'));
  const [lines = []] = pdfLines(await page.pdf({ preferCSSPageSize: true }));
  const text = lines.join('\n');
  expect(text).toContain('Er staat nog niemand op de lijst. Schrijf de namen hieronder.');
  expect(text).toContain('0 borden');
  expect(text).toContain('Nog iemand? Schrijf hier. Joke neemt het over op de tablet.');
});

test('hundred and twenty plates take more pages, numbered, with every name once', async ({ browser, house }) => {
  test.setTimeout(120_000);
  const meal = await mealId(house, 'Samen eten', THURSDAY);
  const people = (await neighbours(house)).slice(0, 120);
  await fillMeal(house, meal, { people, dishes: DISHES });
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  const { hand } = await atWork(house, kiosk);
  await hand.tap(button(page, 'Keukenblad'));
  for (const order of ['Per tafel', 'Op naam']) {
    await hand.tap(button(page, order));
    const pages = pdfLines(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map((lines, at) => lines.join('\n').includes(`pagina ${at + 1} van ${pages.length}`))).not.toContain(
      false,
    );
    expect(pages[0]!.join('\n')).toContain('= 120 borden');
    const text = pages.flat().join('\n');
    for (const { name } of people) expect(text, name).toContain(name);
    expect(text.match(/vlees|halal|vegetarisch/g)!.length).toBe(120 + new Set(DISHES).size);
  }
});

test('names from paper end as added, there already, or asked around', async ({ browser, house }) => {
  const meal = await setTable(house, 6);
  const plates = (await platesOf(house, meal)).map(({ dish, id, takeAway }) => ({ id, dish, takeAway }));
  await house.asStaff({ type: 'printMeal', activityId: meal, number: 1, plates });
  const kiosk = await house.openKiosk(browser);
  const { page } = kiosk;
  const { hand } = await atWork(house, kiosk);
  await hand.tap(button(page, 'Van papier'));
  await hand.tap(button(page, '5e verdieping'));
  await hand.tap(page.locator('.m-person').first());
  await hand.tap(page.locator('.m-dishes .m-button').first());
  await hand.tap(button(page, 'Toch erbij'));
  await expect(page.locator('.m-paper-line.is-added')).toHaveCount(1);
  await hand.tap(button(page, '5e verdieping'));
  await hand.tap(page.locator('.m-person.is-in').first());
  await expect(page.locator('.m-paper-line.is-already')).toHaveCount(1);
  await hand.tap(button(page, 'Kan ik niet lezen'));
  await expect(page.locator('.m-paper-line.is-unreadable')).toHaveCount(1);
  await expect(page.getByText('Regel 4: wie staat er?')).toBeVisible();
  await hand.tap(button(page, 'Dit waren ze allemaal'));
  await expect(page.getByText('+1 sinds')).toBeVisible();
  const { paperLine = [] } = await house.rowsForStaff();
  expect(paperLine.map(({ outcome }) => outcome).sort()).toEqual(['added', 'already', 'unreadable']);
  await hand.tap(button(page, 'Nagevraagd'));
  await expect(page.getByText('Blad 1, regel 3 is nagevraagd.')).toBeVisible();
  await expect(page.getByText('Niet te lezen:')).toHaveCount(0);
});

/** Announcements as a test hangs them up, and what it needs to take them down. Refuses to look at a screen. */
import type { CommandOf } from '../../src/domain/commands.ts';
import { instantText } from '../../src/domain/time.ts';
import type { BrowserHouse } from './house.ts';

type Wanted = Partial<Omit<CommandOf<'postAnnouncement'>, 'type'>>;

const HOUR = 3_600_000;

/** The longest there can be, with long words. */
export const LONGEST = {
  title: 'Onderhoudswerkzaamheden aan de trappen A',
  text: 'Donderdag komen de schilders voor de trappenhuizen. Zij beginnen om negen uur en zijn om vier uur klaar. Raak de leuningen niet aan, want de verf is nog nat. Loopt u moeilijk? Neem dan de lift in hal B. Wij brengen uw boodschappen graag naar boven. Vraag het aan de huismeester.',
};

/** Hangs one up from now, for eight hours unless told otherwise; gives its id. */
export async function post(house: BrowserHouse, wanted: Wanted = {}): Promise<string> {
  const before = new Set(((await house.rowsForStaff()).announcement ?? []).map(({ id }) => id));
  await house.asStaff({
    type: 'postAnnouncement',
    level: 'information',
    title: 'Soep in de hal',
    text: 'Kom om twaalf uur proeven. Het is gratis.',
    picture: { pictogram: 'soup' },
    acts: [],
    from: instantText(house.now()),
    until: instantText(house.now() + 8 * HOUR),
    deviceIds: [],
    translations: [],
    ...wanted,
  });
  const found = ((await house.rowsForStaff()).announcement ?? []).find(({ id }) => !before.has(id));
  return found!.id;
}

/** A WebP of one pixel, in base64. */
export const PIXEL = 'UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==';

/** A picture of one pixel, kept by the server; gives its id. */
export async function keepPhoto(house: BrowserHouse): Promise<string> {
  const reply = await fetch(`${house.url}/api/photos`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: house.url,
      authorization: `Bearer ${house.running.operatorToken}`,
    },
    body: JSON.stringify({ base64: PIXEL }),
  });
  const { id } = (await reply.json()) as { readonly id?: string };
  if (id === undefined) throw new Error(`no photo was kept: ${reply.status}`);
  return id;
}

export const ALARM: Wanted = {
  level: 'alarm',
  title: 'Er is geen water',
  text: 'Wij werken eraan.',
  picture: null,
  acts: [
    { pictogram: 'no-water', words: 'Doe de kraan dicht' },
    { pictogram: 'home', words: 'Flessen water staan in de huiskamer' },
  ],
  translations: [
    { language: 'tr', title: 'Su yok', text: '', acts: ['Musluğu kapatın', 'Su şişeleri ortak salonda'] },
    { language: 'ar', title: 'لا يوجد ماء', text: '', acts: ['أغلقوا صنبور الماء', 'زجاجات الماء في غرفة الجلوس'] },
    { language: 'pap', title: 'No tin awa', text: '', acts: ['Sera e kranchi', 'Tin bòter di awa den sala'] },
    { language: 'pt-PT', title: 'Não há água', text: '', acts: ['Feche a torneira', 'Há garrafas de água na sala'] },
    { language: 'en', title: 'There is no water', text: '', acts: ['Turn off the tap', 'Water is in the living room'] },
  ],
};

export const alarm = (house: BrowserHouse, wanted: Wanted = {}): Promise<string> =>
  post(house, { ...ALARM, until: instantText(house.now() + HOUR), ...wanted });

export const end = (house: BrowserHouse, announcementId: string): Promise<void> =>
  house.asStaff({ type: 'endAnnouncement', announcementId });

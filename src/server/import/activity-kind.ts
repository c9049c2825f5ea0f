/** What kind of activity a calendar means, and its picture: from what it says, else from its title. */
import { type Category, categories } from '../../domain/series.ts';
import { plain } from './table.ts';

const categoryWords: Readonly<Record<Category, readonly string[]>> = {
  meeting: ['meeting', 'ontmoeting', 'ontmoeten', 'gezellig', 'gezelligheid', 'samen'],
  sharedMeal: ['sharedmeal', 'sameneten', 'eten', 'maaltijd', 'maaltijden'],
  exercise: ['exercise', 'bewegen', 'beweging', 'sport', 'gym'],
  fallPrevention: ['fallprevention', 'valpreventie'],
  digitalSkills: ['digitalskills', 'digitaal', 'digitalevaardigheden', 'computer'],
  culture: ['culture', 'cultuur', 'creatief', 'kunst', 'muziek'],
  dementia: ['dementia', 'dementie', 'geheugen'],
  care: ['care', 'zorg', 'gezondheid'],
  community: ['community', 'buurt', 'gemeenschap', 'wijk', 'bewoners'],
};

/** In order: the first that fits wins. */
const kinds: readonly (readonly [words: RegExp, pictogram: string, category: Category])[] = [
  [/ontbijt/, 'breakfast', 'sharedMeal'],
  [/soep|lunch/, 'soup', 'sharedMeal'],
  [/samen eten|diner|maaltijd|eetclub|pannenkoek|stamppot/, 'meal', 'sharedMeal'],
  [/geheugen|alzheimer|dementie/, 'memory', 'dementia'],
  [/valpreventie|balans|evenwicht/, 'balance', 'fallPrevention'],
  [/yoga|meditatie|mindful/, 'yoga', 'exercise'],
  [/wandel|ommetje/, 'walking', 'exercise'],
  [/beweeg|beweging|gymnas|fitness|sporten|dansen/, 'chair-exercise', 'exercise'],
  [/beeldbel|bellen met beeld|videobel/, 'video-call', 'digitalSkills'],
  [/digi|computer|tablet|internet|smartphone/, 'digital-lesson', 'digitalSkills'],
  [/bingo/, 'bingo', 'meeting'],
  [/film|bioscoop/, 'film', 'culture'],
  [/muziek|zang|zingen|koor|concert|optreden/, 'music', 'culture'],
  [/atelier|creatief|schilder|handwerk|breien|knutsel|keramiek/, 'creative', 'culture'],
  [/spel|kaart|klaverjas|bridge|rummikub|sjoel|biljart/, 'cards', 'meeting'],
  [/raad\b|vergadering|bewonerscommissie|inspraak/, 'council', 'community'],
  [/oud en nieuw|feest|borrel|verjaardag|kerst|sinterklaas|nieuwjaar/, 'party', 'meeting'],
  [/tuin|planten/, 'garden', 'community'],
  [/bloeddruk|gezondheid|fysio|prikpost/, 'health-check', 'care'],
  [/spreekuur|wijkteam|thuisplus/, 'team', 'community'],
  [/buurt|wijk/, 'community', 'community'],
  [/koffie|thee|inloop/, 'coffee', 'meeting'],
];

const pictogramOf: Readonly<Record<Category, string>> = {
  meeting: 'coffee',
  sharedMeal: 'meal',
  exercise: 'chair-exercise',
  fallPrevention: 'balance',
  digitalSkills: 'digital-lesson',
  culture: 'creative',
  dementia: 'memory',
  care: 'health-check',
  community: 'community',
};

export interface ActivityKind {
  readonly category: Category;
  readonly pictogram: string;
  /** The file did not say, or nothing we know. */
  readonly guessed: boolean;
}

/** `words` are what CATEGORIES says. */
export function activityKind(title: string, words: readonly string[]): ActivityKind {
  const small = title.toLowerCase();
  const byTitle = kinds.find(([fits]) => fits.test(small));
  const said = words.map(plain);
  const category = categories.find((each) => categoryWords[each].some((word) => said.includes(word)));
  const sure = category ?? byTitle?.[2] ?? 'meeting';
  return { category: sure, pictogram: byTitle?.[1] ?? pictogramOf[sure], guessed: category === undefined };
}

/**
 * A list of residents to lines for `importResidents`. Refuses to say a name, a phone number or a card: an error tells
 * the line, and what it shows of a cell is never personal.
 */
import { type ResidentLine, residentLineSchema } from '../../domain/commands.ts';
import { isDoorNumber, isPhone } from '../../domain/resident.ts';
import { fullNameKey, nameKey } from '../../domain/same-person.ts';
import { cardNumber } from './card-number.ts';
import { type Complain, type Finding, type Line, quote, type Read, type Source } from './finding.ts';
import { parseLanguage } from './language.ts';
import { type Cells, type Columns, plain, readTable } from './table.ts';
import { parseDate, parseFloor, parseList, parseYesNo } from './values.ts';

const columns = {
  number: { words: ['huisnummer', 'huisnr', 'nummer', 'nr', 'deur', 'deurnummer', 'woning', 'adres'], required: true },
  addition: { words: ['toevoeging', 'huisnummertoevoeging', 'huisletter', 'letter'] },
  floor: { words: ['verdieping', 'etage', 'woonlaag', 'verd'], required: true },
  salutation: { words: ['aanhef', 'geslacht', 'aanspreekvorm', 'dhr/mevr', 'm/v'] },
  firstName: { words: ['voornaam', 'roepnaam', 'voornamen', 'voorletters'], required: true },
  infix: { words: ['tussenvoegsel', 'tussenvoegsels', 'tussenv', 'voorvoegsel'] },
  lastName: { words: ['achternaam', 'familienaam', 'geslachtsnaam', 'naam'], required: true },
  language: { words: ['taal', 'voertaal', 'spreektaal', 'voorkeurstaal'] },
  card: { words: ['pas', 'pasnummer', 'pas-id', 'kaart', 'kaartnummer', 'druppel', 'tag', 'uid'], secret: true },
  clearedUntil: { words: ['scootmobiel_geldig_tot', 'scootmobiel tot', 'rijproef geldig tot', 'scootmobiel'] },
  clearedTypes: { words: ['scootmobiel_types', 'scootmobiel type', 'scootmobieltype', 'scootmobiel soort'] },
  showName: { words: ['naam_tonen', 'toon naam', 'naam zichtbaar', 'toestemming naam', 'toestemming'] },
  phone: { words: ['telefoon', 'telefoonnummer', 'tel', 'mobiel', 'gsm'] },
} as const satisfies Columns;
type ResidentCells = Cells<typeof columns>;

export interface ResidentReading {
  /** The keyed hash of a normalised card number. */
  readonly hashCard: (uid: string) => string;
}

export function readResidents(source: Source, { hashCard }: ResidentReading): Read<ResidentLine> {
  const read = readTable(source, {
    columns,
    schema: residentLineSchema,
    read: (cells, { complain }) => residentOf(cells, complain, hashCard),
  });
  const clashes = clashesIn(read.lines, source.file);
  const bad = new Set(clashes.map(({ line }) => line));
  const errors = [...read.errors, ...clashes].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return { ...read, errors, lines: read.lines.filter(({ line }) => !bad.has(line)) };
}

function residentOf(cells: ResidentCells, complain: Complain, hashCard: (uid: string) => string) {
  return {
    number: numberOf(cells, complain),
    floor: floorOf(cells.floor ?? '', complain),
    salutation: salutationOf(cells.salutation ?? '', complain),
    firstName: needed(cells.firstName, 'voornaam', complain),
    infix: cells.infix ?? '',
    lastName: needed(cells.lastName, 'achternaam', complain),
    ...optional('language', languageOf(cells.language, complain)),
    ...optional('showName', showNameOf(cells.showName, complain)),
    ...optional('phone', phoneOf(cells.phone, complain)),
    ...optional('cardHash', cardOf(cells.card, complain, hashCard)),
    ...optional('clearance', clearanceOf(cells, complain)),
  };
}

/** A field that is not there is no field at all: the domain keeps what it knows. */
const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  value === undefined ? {} : { [name]: value };

function needed(text: string | undefined, title: string, complain: Complain): string {
  if (!text) complain(`Het vak ‘${title}’ is leeg.`);
  return text ?? '';
}

function numberOf(cells: ResidentCells, complain: Complain): string {
  const text = `${needed(cells.number, 'huisnummer', complain)}${cells.addition ?? ''}`;
  // An address ends in the number: `Zeedijk 12 A`.
  const number = /\p{L}{2,}/u.test(text) ? (/\d+\s*-?\s*[a-z0-9]{0,4}$/i.exec(text)?.[0] ?? '') : text;
  if (text !== '' && !isDoorNumber(number.replace(/\s+/g, ''))) complain('Het huisnummer is niet te lezen.');
  return number.replace(/\s+/g, '').slice(0, 12);
}

function floorOf(text: string, complain: Complain): number {
  const floor = parseFloor(text);
  const known = floor !== null && floor >= -5 && floor <= 200;
  if (!known) complain(`De verdieping ${quote(text)} is niet te lezen. Schrijf bijvoorbeeld 0, BG of 3.`);
  return floor ?? 0;
}

function salutationOf(text: string, complain: Complain): ResidentLine['salutation'] {
  const word = plain(text);
  if (['mevrouw', 'mevr', 'mw', 'mvr', 'v', 'vrouw'].includes(word)) return 'mevrouw';
  if (['meneer', 'mijnheer', 'dhr', 'deheer', 'heer', 'm', 'man'].includes(word)) return 'meneer';
  if (word !== '' && !['onbekend', 'x', 'o', 'anders', 'neutraal', 'geen'].includes(word)) {
    complain(`De aanhef ${quote(text)} is niet te lezen. Schrijf mevrouw of meneer, of laat het vak leeg.`);
  }
  return null;
}

function languageOf(text: string | undefined, complain: Complain): string | undefined {
  if (!text) return undefined;
  const language = parseLanguage(text);
  if (language === null) complain(`De taal ${quote(text)} is niet bekend. Schrijf bijvoorbeeld Nederlands of nl.`);
  return language ?? undefined;
}

function showNameOf(text: string | undefined, complain: Complain): boolean | undefined {
  if (!text) return undefined;
  const answer = parseYesNo(text);
  if (answer === null) complain(`Bij ‘naam tonen’ staat ${quote(text)}. Schrijf ja of nee.`);
  return answer ?? undefined;
}

function phoneOf(text: string | undefined, complain: Complain): string | null | undefined {
  if (!text) return text === undefined ? undefined : null;
  if (!isPhone(text)) complain('Het telefoonnummer is niet te lezen.');
  return text;
}

function cardOf(text: string | undefined, complain: Complain, hashCard: (uid: string) => string) {
  if (!text) return text === undefined ? undefined : null;
  const number = cardNumber(text);
  if (number === null) complain('Het pasnummer is niet te lezen: 4 tot 32 letters en cijfers.');
  return number === null ? null : hashCard(number);
}

function clearanceOf(cells: ResidentCells, complain: Complain): ResidentLine['clearance'] {
  if (cells.clearedUntil === undefined) return undefined;
  const types = parseList(cells.clearedTypes ?? '').map((type) => type.toLowerCase());
  if (cells.clearedUntil === '') {
    if (types.length > 0) complain('Er staat een soort scootmobiel, maar niet tot wanneer dat geldt.');
    return null;
  }
  const validUntil = parseDate(cells.clearedUntil);
  if (validUntil === null) {
    complain(`De datum ${quote(cells.clearedUntil)} is niet te lezen. Schrijf bijvoorbeeld 4-4-2027.`);
  }
  if (types.length === 0) complain('Er staat een datum voor de scootmobiel, maar niet voor welke soort.');
  return { validUntil: validUntil ?? '', types: [...types] };
}

/** What no line can tell alone: the same person twice, a card on two lines, a door on two floors. */
function clashesIn(lines: readonly Line<ResidentLine>[], file: string): readonly Finding[] {
  const found: Finding[] = [];
  const people = new Map<string, number>();
  const floors = new Map<string, Line<ResidentLine>>();
  const cards = new Map<string, number[]>();
  const phones = new Map<string, Line<ResidentLine>>();
  for (const each of lines) {
    const { line, value } = each;
    const twin = people.get(nameKey(value));
    if (twin === undefined) people.set(nameKey(value), line);
    else found.push({ file, line, sentence: `Deze bewoner staat ook op regel ${twin}.` });
    const door = floors.get(plain(value.number)) ?? each;
    floors.set(plain(value.number), door);
    if (door.value.floor !== value.floor) {
      found.push({ file, line, sentence: `Dit huisnummer staat op regel ${door.line} op een andere verdieping.` });
    }
    const same = value.phone && twin === undefined ? phones.get(`${fullNameKey(value)}|${value.phone}`) : undefined;
    if (value.phone && same === undefined) phones.set(`${fullNameKey(value)}|${value.phone}`, each);
    else if (same !== undefined) {
      const sentence = `Deze bewoner staat ook op regel ${same.line}, met dezelfde telefoon achter een andere deur. Kies welke deur klopt.`;
      found.push({ file, line, sentence });
    }
    if (value.cardHash && twin === undefined) cards.set(value.cardHash, [...(cards.get(value.cardHash) ?? []), line]);
  }
  for (const same of cards.values()) {
    for (const line of same.length > 1 ? same : []) {
      const others = same.filter((other) => other !== line).join(', ');
      found.push({ file, line, sentence: `Dezelfde pas staat ook op regel ${others}.` });
    }
  }
  return found;
}

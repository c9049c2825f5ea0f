import { describe, expect, test } from 'vitest';
import { readResidents } from '../../../src/server/import/residents.ts';
import { sample } from './sample.ts';

const read = (text: string) => readResidents({ file: 'lijst.csv', text }, { hashCard: (uid) => `hash of ${uid}` });
const values = (text: string) => read(text).lines.map(({ value }) => value);
const head = 'huisnummer;verdieping;aanhef;voornaam;tussenvoegsel;achternaam';
const sentences = (text: string) => read(text).errors.map(({ line, sentence }) => `${line}: ${sentence}`);

test('the sample building has no errors and no remarks', () => {
  const { lines, errors, remarks, count } = readResidents(sample('bewoners.csv'), { hashCard: (uid) => uid });
  expect({ count, lines: lines.length, errors, remarks }).toEqual({ count: 148, lines: 148, errors: [], remarks: [] });
  expect(lines[0]?.value).toEqual({
    number: '1',
    floor: 0,
    salutation: 'mevrouw',
    firstName: 'Riet',
    infix: '',
    lastName: 'Molenaar',
    language: 'nl',
    showName: true,
    phone: null,
    cardHash: '2BB29976',
    clearance: { validUntil: '2027-04-04', types: ['licht'] },
  });
});

test('headings are found in any order, case and spelling', () => {
  const person = { number: '12', floor: 3, salutation: 'meneer', firstName: 'Aad', infix: 'van', lastName: 'Dam' };
  const files = [
    `${head}\n12;3;meneer;Aad;van;Dam`,
    'ACHTERNAAM,Tussenvoegsel,Roepnaam,Geslacht,Etage,Deur\nDam,van,Aad,m,3e,12',
    'Familie-naam\tVoor voegsel\tVoornamen\taan_hef\tVerd.\tNr.\nDam\tvan\tAad\tdhr.\tderde\t12',
  ];
  for (const file of files) expect(values(file)).toEqual([person]);
});

test('a column that is not there leaves its field out, an empty cell says there is none', () => {
  expect(values(`${head}\n1;0;;Jo;;Bos`)[0]).not.toHaveProperty('phone');
  const [line] = values(`${head};telefoon;pas;scootmobiel_geldig_tot;taal;naam_tonen\n1;0;;Jo;;Bos;;;;;`);
  expect(line).toMatchObject({ phone: null, cardHash: null, clearance: null, salutation: null });
  expect(line).not.toHaveProperty('language');
  expect(line).not.toHaveProperty('showName');
});

test.each([
  ['12', '12'],
  ['12 A', '12A'],
  ['Zeedijk 12 A', '12A'],
  ['Laan van 1940 7-bis', '7-bis'],
])('the door in %j is %j', (text, number) => {
  expect(values(`adres;verdieping;voornaam;achternaam\n${text};1;Jo;Bos`)[0]?.number).toBe(number);
});

test('an addition in a column of its own belongs to the door', () => {
  expect(values('huisnummer;toevoeging;etage;voornaam;achternaam\n12;B;1;Jo;Bos')[0]?.number).toBe('12B');
});

test('the card goes through the hash without separators and in capitals', () => {
  expect(values(`${head};Kaart\n1;0;;Jo;;Bos;04:a1:b2:c3`)[0]?.cardHash).toBe('hash of 04A1B2C3');
});

describe('errors', () => {
  test.each([
    [
      'a column that must be there',
      'huisnummer;voornaam;achternaam\n1;Jo;Bos',
      ['1: De kolom ‘verdieping’ ontbreekt.'],
    ],
    ['an unreadable floor', `${head}\n1;hoog;;Jo;;Bos`, [expect.stringContaining('2: De verdieping ‘hoog’')]],
    ['an unknown salutation', `${head}\n1;0;graaf;Jo;;Bos`, [expect.stringContaining('2: De aanhef ‘graaf’')]],
    ['no door', `${head}\n;0;;Jo;;Bos`, ['2: Het vak ‘huisnummer’ is leeg.']],
    ['no last name', `${head}\n1;0;;Jo;;`, ['2: Het vak ‘achternaam’ is leeg.']],
    ['an unknown language', `${head};taal\n1;0;;Jo;;Bos;qqq`, [expect.stringContaining('2: De taal ‘qqq’')]],
    ['a phone that is none', `${head};tel\n1;0;;Jo;;Bos;geheim`, ['2: Het telefoonnummer is niet te lezen.']],
    ['a short card', `${head};pas\n1;0;;Jo;;Bos;12`, [expect.stringContaining('2: Het pasnummer')]],
    [
      'a date that does not exist',
      `${head};scootmobiel_geldig_tot;scootmobiel_types\n1;0;;Jo;;Bos;30-2-2027;licht`,
      [expect.stringContaining('2: De datum ‘30-2-2027’')],
    ],
    [
      'a clearance without type',
      `${head};scootmobiel_geldig_tot\n1;0;;Jo;;Bos;3-2-2027`,
      ['2: Er staat een datum voor de scootmobiel, maar niet voor welke soort.'],
    ],
    ['more cells than headings', `${head}\n1;0;;Jo;;Bos;over`, ['2: Deze regel heeft meer vakken dan er kopjes zijn.']],
    ['a name too long', `${head}\n1;0;;${'J'.repeat(61)};;Bos`, ['2: Een vak op deze regel is te lang of onleesbaar.']],
    ['an open quote', `${head}\n1;0;;"Jo;;Bos\n2;0;;Jo;;Bos`, ['2: Een aanhalingsteken gaat open en niet meer dicht.']],
    ['an empty file', '\n\n', ['null: Er staat niets in dit bestand.']],
  ])('%s', (_name, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('the same person twice: the later line is out', () => {
    const text = `${head}\n4;0;mevrouw;Tonny;van der;Meer\n4;0;mevrouw;tonny;Van  der;MEER`;
    expect(sentences(text)).toEqual(['3: Deze bewoner staat ook op regel 2.']);
    expect(read(text).lines.map(({ line }) => line)).toEqual([2]);
  });

  test('two of a name behind one door are two people when their salutation differs', () => {
    expect(values(`${head}\n4;0;mevrouw;Jo;;Bos\n4;0;meneer;Jo;;Bos`)).toHaveLength(2);
  });

  test('one card on two lines: nobody gets it', () => {
    const text = `${head};pas\n1;0;;Jo;;Bos;ABCD\n2;0;;An;;Bos;ab cd\n3;0;;Ko;;Bos;1234`;
    expect(sentences(text)).toEqual(['2: Dezelfde pas staat ook op regel 3.', '3: Dezelfde pas staat ook op regel 2.']);
    expect(read(text).lines.map(({ line }) => line)).toEqual([4]);
  });

  test('one door on two floors', () => {
    expect(sentences(`${head}\n4;0;;Jo;;Bos\n4;1;;An;;Bos`)).toEqual([
      '3: Dit huisnummer staat op regel 2 op een andere verdieping.',
    ]);
  });

  test('never say a name, a phone number or a card', () => {
    const secret = ['Wilhelmina', 'Vanderbilt', '0612', 'KAART!'];
    const row = `x;hoog;gravin;${secret[0]};;${secret[1]};${secret[2]};${secret[3]};qq;misschien`;
    const found = read(`${head};telefoon;pas;taal;naam_tonen\n${row}\n${row}`);
    expect(found.errors.length).toBeGreaterThan(6);
    for (const word of secret) expect(JSON.stringify([found.errors, found.remarks])).not.toContain(word);
  });
});

test('a column nobody uses is told', () => {
  expect(read(`${head};hobby\n1;0;;Jo;;Bos;vissen`).remarks).toEqual([
    { file: 'lijst.csv', line: 1, sentence: 'De kolom ‘hobby’ wordt niet gebruikt.' },
  ]);
});

test('script in a cell stays text', () => {
  expect(values(`${head}\n1;0;;<script>x</script>;;Bos`)[0]?.firstName).toBe('<script>x</script>');
});

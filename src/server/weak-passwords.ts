/**
 * Which passwords are refused: short ones, those everybody tries first, and those that are somebody's name. Refuses to
 * ask for capitals or signs: a long sentence is better than a short riddle.
 */

const SHORTEST = 12;
export const LONGEST_PASSWORD = 200;

/** What else one may not be: the user name, the names of the person and the house. */
export function isWeakPassword(password: string, names: readonly string[]): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const signs = [...plain];
  if (signs.length < SHORTEST || signs.length > LONGEST_PASSWORD) return true;
  if (new Set(signs).size < 5 || COMMON.has(plain) || isSequence(plain)) return true;
  const letters = plain.replace(/[^\p{Letter}]/gu, '');
  if (letters.length === 0 && signs.length < 16) return true;
  const words = [...names, ...OBVIOUS].map((name) =>
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{Letter}]/gu, ''),
  );
  return words.some((word) => word !== '' && letters.replaceAll(word, '') === '' && letters !== '');
}

/** Along the alphabet, the digits or a row of keys, there and back. */
function isSequence(plain: string): boolean {
  const rows = [
    'abcdefghijklmnopqrstuvwxyz',
    '01234567890',
    'qwertyuiop',
    'asdfghjkl',
    'zxcvbnm',
    '1q2w3e4r5t6y7u8i9o0p',
  ];
  const both = rows.flatMap((row) => [row, [...row].reverse().join('')]);
  // Taken away from the front, longest first: what is left of a sequence is next to nothing.
  let rest = plain;
  while (rest.length > 0) {
    const run = longestRun(rest, both);
    if (run < 4) break;
    rest = rest.slice(run);
  }
  return rest.length < 4;
}

function longestRun(text: string, rows: readonly string[]): number {
  for (let length = Math.min(text.length, 26); length >= 4; length -= 1)
    if (rows.some((row) => row.includes(text.slice(0, length)))) return length;
  return 0;
}

/** Alone or with digits and signs around them. */
const OBVIOUS = [
  'wachtwoord',
  'password',
  'welkom',
  'welcome',
  'huiskamer',
  'geheim',
  'thuisplus',
  'iloveyou',
  'letmein',
];

/** Of twelve signs and more, those that lists of stolen passwords have most often, and their like in Dutch. */
const COMMON: ReadonlySet<string> = new Set(
  `q1w2e3r4t5y6 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv zaq12wsxcde3 administrator administrator1
  adminadmin123 administrateur qwerty123456 qwerty1234567 qwertyuiop123 qwertyuiop12 1234567890qw 123456qwerty
  123qwe123qwe qwe123qwe123 abc123abc123 abcd12345678 a1b2c3d4e5f6 aa1234567890 asdfghjkl123 asdfasdfasdf qweasdzxc123
  letmeinplease trustno1trustno1 changemenow1 changeme1234 changemeplease startrek1234 sunshine1234 princess1234
  football1234 superman1234 dragon123456 monkey123456 michael12345 charlie12345 jessica12345 shadow123456 master123456
  computer1234 internet1234 samsung12345 liverpool123 manchester12 barcelona123 feyenoord123 feyenoord010 ajaxajaxajax
  ajaxamsterdam amsterdam123 amsterdam020 rotterdam010 rotterdam123 nederland123 nederland2024 nederland2025
  nederland2026 hallohallo123 hallo1234567 hoihoihoihoi geheim123456 zomer2024zomer zomer2025zomer zomer2026zomer
  lente2026lente winter2025winter winter2026winter herfst2026herfst maandagmaandag vrijdagvrijdag schatjeschatje
  liefde123456 knuffel12345 vakantie1234 voetbal12345 thisismypassword thisisapassword mypassword123 passw0rd1234
  p@ssw0rd1234 p@ssword1234 passwort1234 motdepasse123 contrasena123 correcthorsebatterystaple`.split(/\s+/),
);

/** How the desk says what a line of a list does, and what is asked about it. */
import type { ImportChoice, ImportKind, ImportLine } from '../../app/staff-import.ts';
import { languageName } from '../../app/staff-residents.ts';
import type { StaffKey, StaffSpeech, StaffTranslate } from '../../i18n/staff-i18n.ts';
import { dayMonthYear } from '../desk-words.ts';
import { floorWords } from './people-words.ts';

export const kindWord = (t: StaffTranslate, kind: ImportKind): string => t(`deskimport:${kind}`);

type Asked = NonNullable<ImportLine['asked']>;

export function askedWords({ t }: StaffSpeech, { type, who }: Asked): string {
  return t(`deskimport:asked_${type}`, { name: who?.name ?? '', door: who?.door ?? '' });
}

type Difference = ImportLine['differences'][number];

const choices: Readonly<Record<ImportChoice, StaffKey>> = {
  withoutCard: 'deskimport:choiceCard',
  moved: 'deskimport:choiceMoved',
  other: 'deskimport:choiceElse',
  back: 'deskimport:choiceBack',
  asVolunteer: 'deskimport:choiceVolunteer',
};

export const choiceWord = ({ t }: StaffSpeech, choice: ImportChoice): string => t(choices[choice]);

const fields: Readonly<Record<string, StaffKey>> = {
  number: 'deskpeople:door',
  floor: 'deskpeople:floor',
  salutation: 'deskpeople:salutation',
  firstName: 'deskpeople:firstName',
  infix: 'deskpeople:infix',
  lastName: 'deskpeople:lastName',
  language: 'deskpeople:languageOn',
  phone: 'deskpeople:phone',
  showName: 'deskpeople:showName',
  card: 'deskimport:field_card',
  clearedUntil: 'deskimport:field_clearedUntil',
  clearedTypes: 'deskimport:field_clearedTypes',
  title: 'deskimport:field_title',
  room: 'deskimport:field_room',
  startTime: 'deskimport:field_startTime',
  endTime: 'deskimport:field_endTime',
  capacity: 'deskimport:field_capacity',
  rule: 'deskimport:field_rule',
  price: 'deskimport:field_price',
  menu: 'deskimport:field_menu',
  choices: 'deskimport:field_choices',
  allergens: 'deskimport:field_allergens',
  role: 'deskimport:field_role',
  function: 'deskimport:field_function',
  presence: 'deskimport:field_presence',
  colour: 'deskimport:field_colour',
  type: 'deskimport:field_type',
  place: 'deskimport:field_place',
  remark: 'deskimport:field_remark',
};

/** "taal: Nederlands, wordt Arabisch"; of what one line cannot show only its name. */
export function differenceWords(speech: StaffSpeech, { field, is, was }: Difference): string {
  const { t } = speech;
  const name = nameOf(speech, field);
  if (was === null && is === null) return t('deskimport:changes', { name });
  const say = (value: string | null) =>
    value === null || value === '' ? t('deskpeople:nothing') : sayValue(speech, field, value);
  return t('deskimport:becomes', { name, was: say(was), is: say(is) });
}

/** "mevrouw", "3e verdieping", "rijtest tot …": of somebody new. */
export function introducedWords(speech: StaffSpeech, { field, is }: Difference): string {
  if (is === null) return speech.t('deskimport:withCard');
  if (field === 'floor') return floorWords(speech, Number(is));
  const said = sayValue(speech, field, is);
  return field === 'clearedUntil' ? speech.t('deskimport:ridesUntil', { day: said }) : said;
}

const nameOf = ({ t }: StaffSpeech, field: string): string =>
  t((Object.hasOwn(fields, field) ? fields[field] : undefined) ?? 'deskimport:field_else');

function sayValue(speech: StaffSpeech, field: string, value: string): string {
  const { t } = speech;
  if (field === 'language') return languageName(value);
  if (value === 'true' || value === 'false') return t(value === 'true' ? 'deskpeople:yes' : 'deskpeople:no');
  if (field === 'salutation') return value;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayMonthYear(speech, value) : value;
}

/** A list of the team to lines for `importStaff`. Refuses to say a name in an error. */
import * as v from 'valibot';
import { isPhone } from '../../domain/resident.ts';
import { type StaffMember, type StaffRole, staffMemberSchema } from '../../domain/staff-member.ts';
import { quote, type Read, type Source } from './finding.ts';
import { parsePresence } from './presence.ts';
import { type Columns, plain, readTable, type Voice } from './table.ts';
import { withoutTwins } from './twins.ts';
import { parseYesNo } from './values.ts';

const columns = {
  name: { words: ['naam', 'medewerker', 'volledige naam'], required: true },
  role: { words: ['rol', 'rechten'], required: true },
  function: { words: ['functie', 'taak', 'beroep'] },
  contact: { words: ['vast_aanspreekpunt', 'aanspreekpunt', 'vast contact', 'contactpersoon'] },
  phone: { words: ['telefoon', 'telefoonnummer', 'tel', 'mobiel', 'werktelefoon'] },
  presence: { words: ['aanwezig', 'aanwezigheid', 'werkdagen', 'dagen', 'rooster'] },
} as const satisfies Columns;

const roles: Readonly<Record<string, StaffRole>> = {
  volunteer: 'volunteer',
  vrijwilliger: 'volunteer',
  manager: 'manager',
  beheerder: 'manager',
  medewerker: 'manager',
  coordinator: 'manager',
  admin: 'admin',
  administrator: 'admin',
  applicatiebeheerder: 'admin',
};

export type StaffLine = Omit<StaffMember, 'id'>;

export function readStaff(source: Source): Read<StaffLine> {
  const read = readTable(source, {
    columns,
    schema: v.omit(staffMemberSchema, ['id']),
    read: (cells, voice) => {
      if (!cells.name) voice.complain('Het vak ‘naam’ is leeg.');
      if (cells.phone && !isPhone(cells.phone)) voice.complain('Het telefoonnummer is niet te lezen.');
      return {
        name: cells.name,
        role: roleOf(cells.role ?? '', voice),
        function: cells.function ?? '',
        contact: contactOf(cells.contact, cells.function ?? '', voice),
        calls: false,
        phone: cells.phone || null,
        presence: presenceOf(cells.presence ?? '', voice),
      };
    },
  });
  return withoutTwins(read, source.file, ({ name }) => name);
}

function roleOf(text: string, { complain }: Voice): StaffRole | undefined {
  const role = Object.hasOwn(roles, plain(text)) ? roles[plain(text)] : undefined;
  if (role === undefined) complain(`De rol ${quote(text)} is niet bekend. Schrijf vrijwilliger, manager of admin.`);
  return role;
}

/** Without a column of its own, the function may say it: "wijkverpleegkundige, vast aanspreekpunt". */
function contactOf(text: string | undefined, work: string, { complain }: Voice): boolean {
  if (!text) return text === undefined && /vast\s+(aanspreekpunt|contact)/i.test(work);
  const answer = parseYesNo(text);
  if (answer === null) complain(`Bij ‘vast aanspreekpunt’ staat ${quote(text)}. Schrijf ja of nee.`);
  return answer ?? false;
}

function presenceOf(text: string, { complain, remark }: Voice): StaffMember['presence'] {
  const read = parsePresence(text);
  if (read === null) {
    complain(`De aanwezigheid ${quote(text)} is niet te lezen. Schrijf bijvoorbeeld ma-do 09:00-17:00.`);
  }
  if (read?.assumedHours) remark(`Bij ${quote(text)} staan geen tijden: gelezen als 09:00 tot 17:00.`);
  return read?.presence ?? [];
}

/**
 * `npm run admin -- --name "Samira Haddou"`: asks the server that runs for a link that lets somebody of the team in,
 * once. Refuses with one Dutch sentence and exit code 1.
 */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { staffRoles } from '../../domain/staff-member.ts';
import { chosenFlat } from '../chosen-flat.ts';
import { readConfig } from '../config.ts';
import { FLAT_HEADER } from '../http/by-host.ts';
import { linkResponseSchema } from '../http/messages.ts';
import { findServer, type RunningServer } from '../operator.ts';

const HELP = `Iemand van het team toegang geven tot het beheer:

  npm run admin -- --name "Voornaam Achternaam" [--role volunteer|manager|admin] [--flat naam]

Dit drukt een link af die één keer werkt, binnen 10 minuten. Wie nog niet in het team zit, komt erbij met deze rol.
De server moet draaien.
`;

const options = {
  name: { type: 'string' },
  role: { type: 'string' },
  flat: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;
const roleSchema = v.optional(v.picklist(staffRoles));

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const wish = readWish(args);
  if (wish === null) return refuse('Dit is niet begrepen. Uitleg: npm run admin -- --help');
  if (wish.name === undefined) {
    process.stdout.write(HELP);
    return 0;
  }
  const config = readConfig();
  if (!config.ok) return refuse(config.error);
  const flat = chosenFlat(config.value, wish.flat ?? null);
  if (!flat.ok) return refuse(flat.error);
  const server = await findServer(config.value.dataFolder);
  if (!server.ok) return refuse(server.error);
  if (server.value === null) return refuse('De server draait niet. Start hem eerst, en vraag dan de link.');
  const { name, role } = wish;
  return askFor({ name, ...(role === undefined ? {} : { role }) }, { ...server.value, flat: flat.value.id });
}

interface Wish {
  readonly name?: string | undefined;
  readonly role?: v.InferOutput<typeof roleSchema>;
  readonly flat?: string | undefined;
}

/** Null where it cannot be understood; without a name where help is wanted. */
function readWish(args: readonly string[]): Wish | null {
  const values = parse(args);
  const role = v.safeParse(roleSchema, values?.role);
  if (values === null || !role.success) return null;
  if (values.help) return {};
  if (values.name === undefined) return values.role === undefined ? {} : null;
  return { name: values.name, role: role.output, flat: values.flat };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch {
    return null;
  }
}

async function askFor(wish: Wish, { url, token, flat }: RunningServer & { readonly flat: string }): Promise<number> {
  try {
    const response = await fetch(`${url}/api/sessions/links`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, [FLAT_HEADER]: flat, 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    });
    const body: unknown = await response.json();
    const link = v.safeParse(linkResponseSchema, body);
    if (response.ok && link.success) {
      const address = url.replace('//127.0.0.1:', '//localhost:');
      process.stdout.write(`${link.output.name} (${link.output.role}): ${address}${link.output.path}\n`);
      return 0;
    }
    const problem = v.safeParse(v.object({ detail: v.string() }), body);
    return refuse(problem.success ? problem.output.detail : 'De server heeft de link geweigerd.');
  } catch {
    return refuse('De server gaf geen antwoord. Kijk of hij nog draait, en probeer het opnieuw.');
  }
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

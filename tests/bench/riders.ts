/** People who may ride and scooters only they may ride, over HTTP. Refuses to book by itself. */
import type { Command, Envelope } from '../../src/domain/commands.ts';
import type { Snapshot } from '../../src/domain/protocol.ts';
import { type Client, newId } from './load.ts';

/** Where somebody knocks: a server with a client of it, and what its own tools may send. */
export interface Desk {
  readonly client: Client;
  readonly operator: Readonly<Record<string, string>>;
}

/** A type of their own, so that nobody is suggested another scooter of the house. */
const TYPE = 'rivaal';

export interface Rider {
  readonly residentId: string;
  readonly visitId: string;
  readonly token: string;
}

const base64 = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`).toString('base64');
const cardOf = (i: number) => `R${1000 + i}`;

/** Riders with a card and a driving test, behind doors of their own from 1000 on, and scooters. Throws unless it was done. */
export async function addRiders(
  { client, operator }: Desk,
  size: { readonly riders: number; readonly scooters: number },
) {
  const people = Array.from(
    { length: size.riders },
    (_, i) => `${1000 + i};${Math.floor(i / 50)};mevrouw;Wil;Vos;${cardOf(i)};2099-12-31;${TYPE}`,
  );
  const header = 'huisnummer;verdieping;aanhef;voornaam;achternaam;pas;scootmobiel_geldig_tot;scootmobiel_types';
  const scooters = Array.from({ length: size.scooters }, (_, i) => `${nameOf(i)};${TYPE}`);
  const files = {
    residents: { name: 'r.csv', base64: base64([header, ...people]) },
    scooters: { name: 's.csv', base64: base64(['naam;type', ...scooters]) },
  };
  const { text } = await client.send('/api/import', { files, goodLines: false }, operator);
  const report = JSON.parse(text) as { readonly ok: boolean; readonly text: string };
  if (!report.ok) throw new Error(report.text);
}

const nameOf = (i: number) => `Rivaal ${String(i + 1).padStart(3, '0')}`;

/** The scooters of riders on a board, by name. */
export function scooterIdsOf({ rows }: Snapshot): readonly string[] {
  const theirs = (rows.scooter ?? []).filter(({ type }) => type === TYPE);
  return theirs.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ id }) => id);
}

/** Each shows a card, spread over the desks. Throws unless it is known. */
export async function showCards(desks: readonly Desk[], riders: number): Promise<readonly Rider[]> {
  return Promise.all(
    Array.from({ length: riders }, async (_, i) => {
      const desk = desks[i % desks.length];
      if (desk === undefined) throw new Error('nowhere to show a card');
      const visitId = `visit-${i}`;
      const reply = await desk.client.send('/api/identify', { card: cardOf(i), visitId }, desk.operator);
      if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
      const { residentId, token } = JSON.parse(reply.text) as Rider;
      return { residentId, visitId, token };
    }),
  );
}

/** One of them books a trip of an hour. */
export function bookingBy(
  { residentId, visitId, token }: Rider,
  trip: { readonly scooterId: string | null; readonly date: string; readonly time: string },
): Envelope {
  const command: Command = { type: 'book', residentId, ...trip, minutes: 60 };
  const actor = { residentId, proof: 'card', visitId, token } as const;
  return { id: newId(), command, tappedAt: new Date().toISOString(), actor };
}

/** So many days from now, by the world's clock. */
export const dateAhead = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

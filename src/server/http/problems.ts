/**
 * Every failure a request can meet, as an RFC 9457 document with a stable code and a sentence for people. Refuses to
 * carry what went wrong inside: that goes to the log.
 */
import type { Problem } from '../../domain/protocol.ts';

const problems = {
  announcementUnknown: [404, 'Bericht onbekend', 'Dit alarm is er niet.'],
  bodyMalformed: [400, 'Onleesbaar verzoek', 'Het verzoek is geen geldige JSON.'],
  bodyTooLarge: [413, 'Te groot', 'Het verzoek is te groot.'],
  batchTooLong: [400, 'Te veel tegelijk', 'Er staan te veel opdrachten in één verzoek.'],
  cardUnknown: [404, 'Pas onbekend', 'Deze pas hoort bij niemand in dit gebouw.'],
  codeRests: [429, 'Even wachten', 'Er zijn te vaak verkeerde plaatjes gekozen. Probeer het later, of gebruik de pas.'],
  codeWrong: [403, 'Verkeerde plaatjes', 'Dit zijn niet de goede plaatjes.'],
  cardTaken: [409, 'Pas is van een ander', 'Deze pas is al van iemand anders van het team.'],
  codeUnknown: [401, 'Code werkt niet', 'Deze code is al gebruikt, te oud of verkeerd getypt. Vraag een nieuwe.'],
  commandIdReused: [422, 'Nummer al gebruikt', 'Dit nummer is al gebruikt voor een andere opdracht.'],
  commandMalformed: [400, 'Onbekende opdracht', 'De opdracht heeft niet de vorm die wordt verwacht.'],
  cursorGone: [410, 'Begin opnieuw', 'Vanaf dit punt kan niet worden bijgelezen. Haal het hele bord opnieuw op.'],
  cursorMalformed: [400, 'Onleesbaar beginpunt', 'Het beginpunt moet de vorm tijdperk:versie hebben.'],
  deviceNotFound: [404, 'Scherm onbekend', 'Er is geen scherm met dit nummer.'],
  defect: [500, 'Fout in het programma', 'Er ging iets mis in het programma. Probeer het later nog eens.'],
  deviceRevoked: [410, 'Scherm afgemeld', 'Dit scherm is afgemeld. Vraag de sociaal beheerder om hulp.'],
  deviceUnknown: [401, 'Scherm onbekend', 'Dit scherm is nog niet aangemeld. Vraag de sociaal beheerder om hulp.'],
  draftTooLarge: [
    413,
    'Te lang',
    'Dit formulier is te lang om te bewaren voor straks. Zet het erin, of maak het korter.',
  ],
  flatUnknown: [404, 'Andere flat', 'Daar kunt u nu niet heen. Meld u hier opnieuw aan, met uw wachtwoord.'],
  importMalformed: [400, 'Onleesbare invoer', 'De bestanden zijn niet aangeleverd zoals wordt verwacht.'],
  linkUnknown: [404, 'Link werkt niet', 'Deze link is al gebruikt of te oud. Vraag een nieuwe.'],
  methodNotAllowed: [405, 'Kan hier niet', 'Dit adres kent deze handeling niet.'],
  hostUnknown: [421, 'Verkeerd adres', 'Op dit adres is geen flat.'],
  misdirected: [421, 'Alleen op deze computer', 'Dit is een demonstratie. Die is alleen op deze computer te zien.'],
  notAllowed: [403, 'Mag niet', 'Dit mag u niet. Vraag een beheerder.'],
  notADemonstration: [403, 'Geen demonstratie', 'Alleen een demonstratie meldt een scherm vanzelf aan.'],
  notFound: [404, 'Niet gevonden', 'Dit adres bestaat niet.'],
  operatorUnknown: [401, 'Geen toegang', 'Hiervoor is de sleutel van de server nodig.'],
  originForeign: [403, 'Van een andere site', 'Dit verzoek komt niet van een scherm van dit gebouw.'],
  passwordNeeded: [403, 'Met wachtwoord', 'Dat kan alleen met wachtwoord, op /beheer.'],
  passwordWeak: [422, 'Wachtwoord te zwak', 'Kies een wachtwoord van 12 tekens of meer dat niet te raden is.'],
  rangeMalformed: [400, 'Onbegrepen periode', 'Kies een eerste en een laatste dag, hoogstens twee jaar uit elkaar.'],
  photoUnfit: [
    422,
    'Foto past niet',
    'Dit is geen foto die hier past. Kies een JPEG of WebP van hoogstens 2000 punten breed en hoog.',
  ],
  photoUnknown: [404, 'Foto onbekend', 'Deze foto is er niet.'],
  requestMalformed: [400, 'Onbegrepen verzoek', 'Het verzoek heeft niet de vorm die wordt verwacht.'],
  signInWrong: [401, 'Aanmelden lukt niet', 'Dit klopt niet. Probeer het nog eens, of vraag een beheerder.'],
  sessionUnknown: [401, 'Niet aangemeld', 'U bent niet of niet meer aangemeld. Meld u opnieuw aan.'],
  staffUnknown: [404, 'Medewerker onbekend', 'Niemand van het team heet zo. Zeg ook de rol, dan komt die erbij.'],
  storeUnavailable: [503, 'Even niet bereikbaar', 'De gegevens zijn even niet bereikbaar. Probeer het zo nog eens.'],
  tooManyDrafts: [
    422,
    'Te veel begonnen',
    'U bent al met 20 formulieren begonnen. Maak er eerst een af, of stop er een.',
  ],
  tooManyTries: [429, 'Even wachten', 'Er is te vaak geprobeerd. Probeer het later nog eens.'],
  typeNotJson: [415, 'Verkeerde soort', 'Dit adres neemt alleen application/json aan.'],
  userNameTaken: [422, 'Naam bezet', 'Deze gebruikersnaam is al van iemand anders van het team.'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string, detail: string]>>;

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as readonly ProblemCode[];

export const statusOf = (code: ProblemCode): number => problems[code][0];

/** `detail` replaces the general sentence where more can be said. */
export function problemOf(code: ProblemCode, detail?: string): Problem {
  const [status, title, general] = problems[code];
  return { type: `urn:huiskamer:problem:${code}`, title, status, code, detail: detail ?? general };
}

type Headers = Readonly<Record<string, string>>;

/** A problem as it goes out; more members where RFC 9457 §3.2 lets a problem type have its own. */
export function problemResponse(problem: Problem & Readonly<Record<string, unknown>>, headers: Headers = {}): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
  });
}

export const refuse = (code: ProblemCode, headers?: Headers): Response => problemResponse(problemOf(code), headers);

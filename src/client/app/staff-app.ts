/** Puts the parts of the staff side together and names what its pages may see and do. Refuses to draw and to touch a browser. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { StaffHttp } from '../platform/http.ts';
import type { Photo } from '../platform/photo-file.ts';
import type { ChosenFile } from '../platform/read-file.ts';
import type { TextFile } from '../platform/save-file.ts';
import { type BackupDesk, createBackupDesk } from '../sync/backup-desk.ts';
import { type CalendarDesk, createCalendarDesk } from '../sync/calendar-desk.ts';
import { createDraftDesk } from '../sync/draft-desk.ts';
import { createFlatsDesk, type FlatsDesk } from '../sync/flats-desk.ts';
import { createPeopleDesk, type PeopleDesk } from '../sync/people-desk.ts';
import { isAccepted, type Account as SessionAccount, type SessionDesk, type WhyOut } from '../sync/staff-session.ts';
import { createTeamDesk, type TeamDesk } from '../sync/team-desk.ts';
import type { KeptDrafts } from './announcement-drafts.ts';
import { type BegunForms, createBegunForms } from './begun-forms.ts';
import { makesRound } from './rounds.ts';
import { firstPlaceOf, type Page, type Place, pagesOf, type Wanted } from './staff-places.ts';
import { createStaffReturn, type StaffReturn } from './staff-return.ts';
import { createStaffWork, type StaffWork, type StaffWorkDeps, type WorkPlatform } from './staff-work.ts';

/** Why somebody is not signed in. */
export type WhyNotIn = WhyOut;

export type Account = SessionAccount;

export type { OtherFlat } from '../sync/flats-desk.ts';
export type { Telling, Told, Undo } from './staff-work.ts';

export interface StaffPlatform extends WorkPlatform {
  readonly http: StaffHttp;
  /** One column, as on a phone. */
  readonly narrow: ReadonlySignal<boolean>;
  /** Where the address says one is; going elsewhere is a step one can go back from. */
  readonly place: ReadonlySignal<Place>;
  readonly goTo: (place: Place) => void;
  /** Opens something inside a page that the browser's way back closes again; the answer closes it without that. */
  readonly step: (onBack: () => void) => () => void;
  /** Tells every card that is held to a reader, until the answer is called. */
  readonly hearCards: (listener: (card: string) => void) => () => void;
  /** What is being written, over a closed browser. */
  readonly drafts: KeptDrafts;
  /** Makes a file small enough to send. */
  readonly photoOf: (file: Blob) => Promise<Photo>;
  /** Gives the person a file. */
  readonly save: (file: TextFile) => void;
  /** What stands in a file that was chosen. */
  readonly readFile: (file: File) => Promise<ChosenFile>;
  readonly print: () => void;
  /** The page is left, or may be thrown away without another word. */
  readonly whenLeft: (listener: () => void) => void;
  /** Puts text where another program can take it; false where the browser does not allow that. */
  readonly copy: (text: string) => Promise<boolean>;
  /** Where this house is for others: `https://flat.example`. */
  readonly origin: string;
  /** Leaves for an address of this house or another. */
  readonly open: (address: string) => void;
  /** Whether single letters do something (WCAG 2.1.4); kept in this browser. */
  readonly letters: ReadonlySignal<boolean>;
  readonly setLetters: (on: boolean) => void;
}

export interface StaffApp
  extends Omit<StaffWork, 'stop' | 'startSending' | 'leaveBoard' | 'renew' | 'hurry'>,
    StaffReturn,
    Pick<
      StaffPlatform,
      | 'narrow'
      | 'letters'
      | 'setLetters'
      | 'hearCards'
      | 'save'
      | 'readFile'
      | 'print'
      | 'drafts'
      | 'step'
      | 'open'
      | 'copy'
      | 'origin'
    > {
  readonly goTo: (place: Place, wanted?: Wanted) => void;
  /** What a page was gone to for, once. */
  readonly takeWanted: () => Wanted | null;
  /** Never of a page this role has nothing to do on. */
  readonly place: ReadonlySignal<Place>;
  /** What they have something to do on. */
  readonly pages: ReadonlySignal<readonly Page[]>;
  /** What the server alone knows and does about the team and its tablets. */
  readonly team: TeamDesk;
  /** What the server alone knows and does about residents and their lists. */
  readonly people: PeopleDesk;
  /** The other flats of this server that they work at. */
  readonly flats: FlatsDesk;
  /** Sends a photo for an announcement; its id, or why not. */
  readonly addPhoto: (file: Blob) => Promise<PhotoKept>;
  /** Addresses for calendar programs. */
  readonly backups: BackupDesk;
  readonly calendars: CalendarDesk;
  /** Sets or takes away somebody's three pictures; the server alone knows which. */
  readonly setPictureCode: (residentId: string, pictures: readonly number[] | null) => Promise<CodeSet>;
  /** What was being filled in when they went to another page, or away. */
  readonly begun: BegunForms;
  readonly leave: () => void;
}

/** `away` may work later. */
export type PhotoKept =
  | { readonly type: 'kept'; readonly id: string }
  | { readonly type: 'tooLarge' | 'unfit' | 'away' };

/** `unreachable` may work later. */
export type CodeSet = 'done' | 'notAllowed' | 'passwordNeeded' | 'unreachable';

export interface StaffAppDeps extends Pick<StaffWorkDeps, 'me'> {
  readonly platform: StaffPlatform;
  readonly sessions: Pick<SessionDesk, 'enter' | 'enterWith'>;
  /** Loads the page for whoever is signed in now. */
  readonly startAnew: () => void;
  readonly leave: () => void;
}

export function createStaffApp({ platform, me, leave, sessions, startAnew }: StaffAppDeps): StaffApp {
  // Nothing of staff is kept on the device, so no other tab has anything of this one to send.
  const work = createStaffWork({ platform, me, alone: (deliver) => deliver() });
  const calls = computed(() => work.board.value !== null && makesRound(work.board.value, me));
  const pages = computed(() => pagesOf(me.role, calls.value));
  let called: boolean | null = null;
  // Whom the round is given to while they are at work gets the numbers to call with it.
  effect(() => {
    if (work.board.value === null) return;
    if (called === false && calls.value) void work.renew();
    called = calls.value;
  });
  // By a link of the menu or the browser's way back: what was told, was told of the page they leave.
  let shown = platform.place.peek();
  effect(() => {
    const next = platform.place.value;
    if (next.page !== shown.page || next.part !== shown.part) work.untell();
    shown = next;
  });
  let wanted: Wanted | null = null;
  const now = platform.systemNow;
  const { connection, hurry } = work;
  const drafts = createDraftDesk(platform.http, me.staffId ?? null);
  const begun = createBegunForms({ desk: drafts, timers: platform.timers, connection });
  platform.whenLeft(() => void begun.leaving());
  return {
    ...work,
    ...createStaffReturn({ me, connection, sessions, now, hurry, startAnew }),
    narrow: platform.narrow,
    pages,
    place: computed(() =>
      pages.value.includes(platform.place.value.page) ? platform.place.value : firstPlaceOf(me.role),
    ),
    team: createTeamDesk(platform.http),
    people: createPeopleDesk(platform.http),
    flats: createFlatsDesk({ http: platform.http, me, now, newId: platform.idsFrom(now) }),
    backups: createBackupDesk(platform.http),
    calendars: createCalendarDesk(platform.http),
    goTo(place, what) {
      work.untell();
      wanted = what ?? null;
      platform.goTo(place);
    },
    takeWanted() {
      const what = wanted;
      wanted = null;
      return what;
    },
    drafts: platform.drafts,
    begun,
    async start() {
      await Promise.all([begun.start(), work.start()]);
    },
    step: platform.step,
    async addPhoto(file) {
      const photo = await platform.photoOf(file);
      if (photo.type !== 'photo') return photo;
      const reply = await platform.http.post('/api/photos', { base64: photo.base64 });
      if (reply.type === 'ok')
        return { type: 'kept', id: String((reply.body as { readonly id?: unknown } | null)?.id) };
      if (reply.type === 'unreachable' || reply.status >= 500 || reply.status === 401) return { type: 'away' };
      return { type: reply.status === 413 ? 'tooLarge' : 'unfit' };
    },
    hearCards: platform.hearCards,
    save: platform.save,
    readFile: platform.readFile,
    print: platform.print,
    open: platform.open,
    copy: platform.copy,
    origin: platform.origin,
    letters: platform.letters,
    setLetters: platform.setLetters,
    async setPictureCode(residentId, pictures) {
      const reply = await platform.http.post('/api/picture-codes', { residentId, pictures });
      // A rule's no comes as an answer too.
      if (reply.type === 'ok') return isAccepted(reply.body) ? 'done' : 'notAllowed';
      if (reply.type === 'unreachable' || reply.status >= 500) return 'unreachable';
      return reply.code === 'passwordNeeded' ? 'passwordNeeded' : 'notAllowed';
    },
    leave() {
      // While they still are who typed it.
      void begun.leaving().then(leave);
    },
  };
}

/**
 * With which flags Chromium becomes a screen that looks after itself. Refuses those that would lose what the tablet has
 * not sent yet, or open it to others.
 */

/** Each with its reason. The profile and the page come beside them. */
export const FLAGS: readonly string[] = [
  // One page, the whole screen, no bars, and no way out by touch.
  '--kiosk',
  '--no-first-run',
  '--no-default-browser-check',
  // After a power cut: no bubble, no dialog, straight to the page.
  '--noerrdialogs',
  '--disable-session-crashed-bubble',
  '--hide-crash-restore-bubble',
  // A finger that slides must not turn pages or zoom; the page has its own "Groter".
  '--overscroll-history-navigation=0',
  '--disable-pinch',
  '--disable-features=Translate',
  // "Lees voor" may speak before anybody touched the screen since the last start.
  '--autoplay-policy=no-user-gesture-required',
  // The kitchen sheet goes to the printer without a dialog.
  '--kiosk-printing',
  // Nobody is there to unlock a key ring.
  '--password-store=basic',
  // Over a pipe the launcher asks the page whether it lives; no port is open for it.
  '--remote-debugging-pipe',
];

const LOSES = 'throws away at each start what the tablet has not sent yet';
const OPENS = 'takes walls out of the browser';

/** What must never be there, and why. */
export const NEVER: Readonly<Record<string, string>> = {
  '--incognito': LOSES,
  '--guest': LOSES,
  '--temp-profile': LOSES,
  '--disable-web-security': OPENS,
  '--disable-gpu-sandbox': OPENS,
  '--no-sandbox': OPENS,
  '--disable-component-update': 'stops the list of withdrawn certificates',
  '--ignore-certificate-errors': 'lets anybody on the network be the server',
  '--remote-debugging-port': 'opens the screen to every program on this computer',
  '--remote-debugging-address': 'opens the screen to the network',
  '--user-data-dir': 'would move the profile: set KIOSK_PROFILE',
};

/** One sentence about the first flag that must not be there, or null. A flag is whole, such as `--lang=nl`. */
export function refusedFlag(flags: readonly string[]): string | null {
  for (const flag of flags) {
    const [name = ''] = flag.split('=');
    const reason = NEVER[name];
    if (reason !== undefined) return `${name} may not be used: it ${reason}.`;
  }
  return null;
}

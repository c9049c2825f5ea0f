/** All Dutch words of the kiosk. Names what can be said at all: every other language has the same. */
import { firstWords } from './first-words.ts';
import { laterWords } from './later-words.ts';

export const words = { ...firstWords, ...laterWords };

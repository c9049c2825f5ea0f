/** Euros as people write them, in cents. Refuses to guess what somebody meant: it says what is wrong. */
import { MOST_PAID } from './meal-parts.ts';

export type Euros =
  | { readonly type: 'cents'; readonly cents: number }
  | { readonly type: 'empty' | 'letter' | 'minus' | 'cents2' | 'tooMuch' };

/** `5`, `5,5`, `5,50` and `5.50` are five euros, or five and a half; a minus, a letter and a third digit are refused. */
export function parseEuros(text: string): Euros {
  const written = text.replace(/[€\s]/g, '');
  if (written === '' || written === ',' || written === '.') return { type: 'empty' };
  if (/[-−–]/.test(written)) return { type: 'minus' };
  if (/[^\d.,]/.test(written)) return { type: 'letter' };
  const parts = /^(\d{0,7})(?:[.,](\d{0,2}))?$/.exec(written);
  if (parts === null) return { type: /^\d+$/.test(written) ? 'tooMuch' : 'cents2' };
  const cents = Number(parts[1] ?? 0) * 100 + Number((parts[2] ?? '').padEnd(2, '0') || 0);
  return cents > MOST_PAID ? { type: 'tooMuch' } : { type: 'cents', cents };
}

/** `5,50` */
export function euros(cents: number): string {
  return `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`;
}

/** The number of a card as a reader types it or a list writes it. Refuses to keep it: who calls hashes it. */

/** The number without case, spaces and separators, or null where it is no card number. */
export function cardNumber(text: string): string | null {
  const number = text.toUpperCase().replace(/[\s:.\-_]/g, '');
  return /^[0-9A-Z]{4,32}$/.test(number) ? number : null;
}

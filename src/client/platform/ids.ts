/** Makes ids that nobody else makes: UUID version 7 (RFC 9562), in order of time. Refuses to be guessed. */
import type { Instant } from '../../domain/time.ts';

export interface IdsDeps {
  readonly now: () => Instant;
  readonly fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
}

export const browserRandom = (bytes: Uint8Array<ArrayBuffer>): void => {
  crypto.getRandomValues(bytes);
};

export function createIds({ now, fillRandom }: IdsDeps): () => string {
  return () => {
    const bytes = new Uint8Array(16);
    fillRandom(bytes);
    const view = new DataView(bytes.buffer);
    const at = Math.max(0, now());
    view.setUint32(0, Math.floor(at / 0x10000));
    view.setUint16(4, at % 0x10000);
    view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
    view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
}

/** Ids for commands that the server itself makes. Refuses to be used where a screen has made one at the tap. */
import { randomBytes } from 'node:crypto';
import type { Instant } from '../domain/time.ts';

/** A UUID version 7: ordered by time, as the journal likes it. */
export function newCommandId(now: Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

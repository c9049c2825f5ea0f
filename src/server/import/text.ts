/** Bytes of a file to text, in the encodings that spreadsheets and calendars use. Refuses what is not text. */

/** The text, or null where the bytes are not text. A byte order mark is not part of it. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes);
  return text.includes('\0') ? null : text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Old spreadsheets on Windows save like this, and every byte is a letter there: it cannot fail.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What stands in a file that somebody chose, as it can be sent. Refuses to look at more than its beginning. */
export interface ChosenFile {
  readonly name: string;
  readonly base64: string;
  /** Its first characters, to tell what kind of list it is. */
  readonly opening: string;
}

const OPENING = 2_000;
/** As many bytes as one call takes. */
const PIECE = 0x8000;

export async function readChosenFile(file: File): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  const opening = new TextDecoder().decode(bytes.subarray(0, OPENING));
  return { name: file.name, base64: btoa(text), opening };
}

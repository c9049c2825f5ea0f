/** Gives the person a file with this text. Refuses to keep it. */
export interface TextFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

export function saveFile({ name, type, content }: TextFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

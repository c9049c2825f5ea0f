/** Which compression a browser takes. Refuses to weigh preferences: brotli is smaller, gzip is everywhere. */
export type Encoding = 'br' | 'gzip';

/** The best of `available` that an Accept-Encoding header allows, or null for none. */
export function acceptedEncoding(header: string | undefined, available: readonly Encoding[]): Encoding | null {
  const accepted = new Map<string, boolean>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    accepted.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  return available.find((encoding) => accepted.get(encoding) ?? accepted.get('*') ?? false) ?? null;
}

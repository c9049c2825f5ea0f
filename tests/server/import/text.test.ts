import { expect, test } from 'vitest';
import { decodeText } from '../../../src/server/import/text.ts';

const letters = 'Ayşe Güneş;café';

test.each([
  ['UTF-8', Buffer.from(letters, 'utf8'), letters],
  ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${letters}`, 'utf8'), letters],
  ['UTF-16 little end first', Buffer.from(`\ufeff${letters}`, 'utf16le'), letters],
  ['UTF-16 big end first', Buffer.from(`\ufeff${letters}`, 'utf16le').swap16(), letters],
  ['Windows-1252', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x80, 0x20, 0x93, 0x78, 0x94]), 'café € “x”'],
  ['nothing', Buffer.from(''), ''],
])('%s is read as it was meant', (_name, bytes, text) => {
  expect(decodeText(bytes)).toBe(text);
});

test.each([
  ['a NUL byte', Buffer.from('a;b\0c')],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00])],
  ['UTF-16 without a mark', Buffer.from('abc', 'utf16le')],
])('%s is no text', (_name, bytes) => {
  expect(decodeText(bytes)).toBeNull();
});

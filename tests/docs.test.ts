// What the documents say is there, is there: files, headings, settings and commands.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const inDocs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' });
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'src/server/sample/README.md',
  ...inDocs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];
const guides = documents.filter((path) => path.startsWith('docs/guides/'));

/** As the usual forges make them. */
const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );

describe.each(documents)('%s', (path) => {
  test('links to what is there', () => {
    const broken = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = '']) => {
      if (/^https?:/.test(link)) return [];
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(ROOT, target))) return [link];
      return anchor === undefined || anchorsOf(read(target)).includes(anchor) ? [] : [link];
    });
    expect(broken).toEqual([]);
  });

  test('names files and commands of the project that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const text = read(path);
    const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(String).join('\n');
    const files = [...code.matchAll(/(?<![\w/.-])(?:\/opt\/huiskamer\/)?((?:deploy|src|tests|docs)\/[\w./-]+)/g)];
    const gone = files.map(([, file = '']) => file).filter((file) => !existsSync(join(ROOT, file)));
    const commands = [...code.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect([...gone, ...commands.filter((name) => scripts[name] === undefined)]).toEqual([]);
  });
});

describe('settings', () => {
  const tableOf = (path: string) => [...read(path).matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  const readIn = (path: string) =>
    [...new Set([...read(path).matchAll(/environment\??\.(\w+)/g)].map(([, name = '']) => name))].sort();

  test('of the server are described in docs/running.md, all of them and no others', () => {
    const known = readIn('src/server/config.ts');
    expect(known).toContain('DATABASE_URL');
    // npm sets that one itself; it stands in the text.
    expect(tableOf('docs/running.md').sort()).toEqual(known.filter((name) => name !== 'npm_lifecycle_event'));
    expect(read('docs/running.md')).toContain('`npm_lifecycle_event`');
    expect(known).toEqual(expect.arrayContaining(tableOf('README.md')));
  });

  test('of the screen are described in its guide, all of them and no others', () => {
    expect(tableOf('docs/guides/linux-box.md').sort()).toEqual(readIn('deploy/kiosk/settings.ts'));
  });
});

test.each(guides)('%s says at its end what was tried and what was not, and is a page long', (path) => {
  const text = read(path);
  expect(text.trim().split('\n').at(-1)).toMatch(
    /^Tried: .+\. (Not tried|From the makers' pages|From Apple's)|^Tried: with /,
  );
  expect(text.length).toBeLessThan(5_000);
});

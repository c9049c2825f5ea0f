// Stands in for Chromium: speaks DevTools over its pipe as the test has written down, and tells what it was asked.
import { appendFileSync, createReadStream, createWriteStream } from 'node:fs';

const { FAKE_LOG = '', FAKE_PAGES = '[]' } = process.env;
/** What each look finds: [address, elements], null for no answer, 'end' for a browser that ends. The last one stays. */
const pages = JSON.parse(FAKE_PAGES);
const tell = (event) => appendFileSync(FAKE_LOG, `${JSON.stringify(event)}\n`);
tell({ flags: process.argv.slice(2) });

const out = createWriteStream('', { fd: 4 });
const answers = {
  'Target.getTargets': () => ({ targetInfos: [{ targetId: 'page', type: 'page' }] }),
  'Target.attachToTarget': () => ({ sessionId: 'session' }),
  'Page.navigate': ({ url }) => {
    tell({ went: url });
    return {};
  },
  'Runtime.evaluate': () => {
    const page = pages.length > 1 ? pages.shift() : pages[0];
    tell({ looked: page });
    if (page === 'end') process.exit(7);
    return page === null ? null : { result: { value: page } };
  },
};

let rest = '';
createReadStream('', { fd: 3, encoding: 'utf8' }).on('data', (text) => {
  const parts = (rest + text).split('\0');
  rest = parts.pop();
  for (const { id, method, params } of parts.map((part) => JSON.parse(part))) {
    const result = answers[method](params);
    if (result !== null) out.write(`${JSON.stringify({ id, result })}\0`);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEventStreamParser, type StreamMessage } from '../../../src/client/sync/event-stream.ts';

const whole = (text: string): readonly StreamMessage[] => createEventStreamParser()(text);

test('a message has its id and its data', () => {
  expect(whole('id: abcd1234:7\ndata: {"a":1}\n\n')).toEqual([{ id: 'abcd1234:7', data: '{"a":1}' }]);
});

test('heartbeats and empty messages say nothing', () => {
  expect(whole(':\n\n: still here\n\nid: x:1\n\n')).toEqual([]);
});

test('data over several lines is one text, and a value may hold a colon', () => {
  expect(whole('data: a: b\ndata:c\n\n')).toEqual([{ id: '', data: 'a: b\nc' }]);
});

test('a message that is not whole yet waits', () => {
  const parse = createEventStreamParser();
  expect(parse('data: a\n')).toEqual([]);
  expect(parse('\n')).toEqual([{ id: '', data: 'a' }]);
});

test('a stream cut anywhere, with any kind of line end, gives the same messages', () => {
  const line = fc.constantFrom('\n', '\r\n', '\r');
  const message = fc.record({ id: fc.stringMatching(/^[a-z0-9:]{1,8}$/), data: fc.json() });
  fc.assert(
    fc.property(fc.array(message), line, fc.infiniteStream(fc.integer({ min: 1, max: 9 })), (messages, end, cuts) => {
      const text = messages
        .map(({ id, data }) => [`id: ${id}`, ...data.split('\n').map((part) => `data: ${part}`), ':', '', ''].join(end))
        .join('');
      // What follows closes a CR at the very end, which could be half of a CR LF.
      const stream = `${text}: end\n`;
      const parse = createEventStreamParser();
      const found: StreamMessage[] = [];
      for (let at = 0; at < stream.length; ) {
        const length = cuts.next().value ?? 1;
        found.push(...parse(stream.slice(at, at + length)));
        at += length;
      }
      expect(found).toEqual(messages.map(({ id, data }) => ({ id, data })));
    }),
  );
});

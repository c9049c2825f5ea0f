// The way in for the team at a shared screen: what each answer of the server says, and that no digit is kept.
import { expect, test } from 'vitest';
import { createStaffDoor } from '../../src/client/app/staff-door.ts';
import type { Entered, Me, TabletKey } from '../../src/client/sync/staff-session.ts';

function doorThatAnswers(answers: readonly Entered[]) {
  const asked: TabletKey[] = [];
  const came: Me[] = [];
  const left: number[] = [];
  const door = createStaffDoor({
    sessions: {
      async enterBy(key) {
        asked.push(key);
        return answers[asked.length - 1]!;
      },
      async leave() {
        left.push(asked.length);
      },
    },
    onEntered: (me) => came.push(me),
  });
  const type = (digits: string) => [...digits].forEach(door.digit);
  return { door, asked, came, left, type };
}

const joke: Me = { staffId: 's1', name: 'Joke Pronk', role: 'volunteer' };
const out = (why: Extract<Entered, { type: 'out' }>['why'], rests: number | null = null): Entered => ({
  type: 'out',
  why,
  rests,
});
const answered = () => new Promise((resolve) => setTimeout(resolve));

test('the sixth digit knocks by itself, and none before it', async () => {
  const { asked, came, door, type } = doorThatAnswers([{ type: 'in', me: joke }]);
  door.chooseName('s1');
  type('12345');
  expect(asked).toEqual([]);
  type('6');
  expect(asked).toEqual([{ staffId: 's1', digits: '123456' }]);
  await answered();
  expect(came).toEqual([joke]);
  expect(door.digits.value).toBe('');
});

test('a wrong code leaves no digits and can be tried again', async () => {
  const { came, door, type } = doorThatAnswers([out('wrong'), { type: 'in', me: joke }]);
  door.chooseName('s1');
  type('000000');
  await answered();
  expect(door.knock.value).toEqual({ type: 'wrong' });
  expect(door.digits.value).toBe('');
  type('1');
  expect(door.knock.value).toEqual({ type: 'none' });
  type('23456');
  await answered();
  expect(came).toEqual([joke]);
});

test('a rest says for how long, and a card that nobody has says so', async () => {
  const { door, type } = doorThatAnswers([out('tooManyTries', 840), out('wrong')]);
  door.chooseName('s1');
  type('000000');
  await answered();
  expect(door.knock.value).toEqual({ type: 'rests', seconds: 840 });
  door.card('ABCD1234');
  await answered();
  expect(door.knock.value).toEqual({ type: 'wrongCard' });
});

test('who turns back while the server thinks is not let in, and leaves no session on the tablet', async () => {
  const { came, door, left, type } = doorThatAnswers([{ type: 'in', me: joke }]);
  door.chooseName('s1');
  type('123456');
  door.chooseName(null);
  await answered();
  expect(came).toEqual([]);
  expect(door.staffId.value).toBeNull();
  expect(left).toEqual([1]);
});

test.each([
  ['is let in, and stays in', { type: 'in', me: { ...joke, staffId: 's2' } } as const, []],
  ['types wrong: then nobody is in', out('wrong'), [2]],
])('who knocks after somebody turned back %s', async (_what, answer, leaves) => {
  const { came, door, left, type } = doorThatAnswers([{ type: 'in', me: joke }, answer]);
  door.chooseName('s1');
  type('123456');
  door.chooseName('s2');
  type('654321');
  await answered();
  expect(came.map(({ staffId }) => staffId)).toEqual(answer.type === 'in' ? ['s2'] : []);
  expect(left).toEqual(leaves);
});

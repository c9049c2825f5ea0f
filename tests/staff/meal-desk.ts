/** What a meal's screens see and do, over a small world: the board at once, every act judged and kept. */
import { signal } from '@preact/signals';
import type { MealDesk } from '../../src/client/app/meal-acts.ts';
import type { Told } from '../../src/client/app/staff-work.ts';
import { createStaffSpeech } from '../../src/client/i18n/staff-i18n.ts';
import { mealSpeech } from '../../src/client/staff/meal/meal-words.ts';
import type { Command } from '../../src/domain/commands.ts';
import { decide } from '../../src/domain/decide.ts';
import { instantText } from '../../src/domain/time.ts';
import { staff, type World } from '../support/builders.ts';

export const speechOf = (world: World) => mealSpeech(createStaffSpeech({ lang: '', dir: '' }), world.board);

/** `sent` is every command that was done, in order. */
export function mealDesk(world: World) {
  const told = signal<Told | null>(null);
  const sent: Command[] = [];
  const judge = (command: Command) =>
    decide(
      world.board,
      { id: `try-${sent.length}`, command, actor: staff, tappedAt: instantText(world.now) },
      { now: world.now, tappedAt: world.now, role: 'manager' },
    );
  const send = (command: Command) => {
    const verdict = world.send(staff, command);
    if (verdict.ok) sent.push(command);
    return verdict;
  };
  const desk: Pick<MealDesk, 'check' | 'act' | 'refuse' | 'told'> = {
    told,
    check(command) {
      const verdict = judge(command);
      return verdict.ok ? null : verdict.error;
    },
    act(command, telling) {
      const verdict = send(command);
      if (!verdict.ok) return verdict.error;
      const undo = telling?.undo?.(verdict.value) ?? null;
      told.value = telling === null ? null : { type: 'done', text: telling.text, undo };
      return null;
    },
    refuse(reason) {
      told.value = { type: 'refused', reason };
    },
  };
  return { desk: desk as MealDesk, sent, told };
}

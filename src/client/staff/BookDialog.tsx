/** Books for a resident. What the rules say to the trip stands at the field it belongs to, before anything is sent. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { CommandOf } from '../../domain/commands.ts';
import type { StaffApp } from '../app/staff-app.ts';
import { daysToBook, rulesOfHouse, scootersOf, timesToBook, tripIn as tripMade } from '../app/staff-trips.ts';
import type { Reason } from '../state/screens.ts';
import { type BookField, fieldOf } from './book-fields.ts';
import { Button, type Choice, Select } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { type Desk, useDesk } from './desk-context.ts';
import { clock, dayAndSpan, howLong, longDay, refusalWords, riderOf, tripIn } from './desk-words.ts';
import type { BookPreset } from './open-dialog.ts';
import { PersonField } from './PersonField.tsx';

export interface BookDialogProps {
  readonly board: Board;
  readonly preset: BookPreset;
  readonly onClose: () => void;
}

interface Wish {
  readonly residentId: string | null;
  readonly scooterId: string;
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
}

const ANY = '';

export function BookDialog({ board, preset, onClose }: BookDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [wish, setWish] = useState<Wish>(() => firstWish(app, board, preset));
  const [tried, setTried] = useState(false);
  const change = (fields: Partial<Wish>) => setWish({ ...wish, ...fields });
  const command = commandOf(wish);
  const reason = command === null ? null : app.check(command);
  const wrong = (field: BookField) =>
    reason !== null && (tried || field !== 'who') && fieldOf(reason) === field
      ? refusalWords(desk, reason, board)
      : null;
  const save = () => {
    setTried(true);
    if (command === null || reason !== null) return;
    const refused = app.act(command, tellingOf(desk, board, command));
    if (refused === null) onClose();
  };
  return (
    <Dialog title={t('deskbook:title')} onClose={onClose}>
      <form
        class="s-form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <PersonField
          board={board}
          label={t('deskbook:who')}
          residentId={wish.residentId}
          onChoose={(residentId) => change({ residentId })}
          wrong={wrong('who') ?? (tried && wish.residentId === null ? t('deskbook:chooseWho') : null)}
        />
        <div class="s-fields">
          <Select
            id="book-scooter"
            label={t('deskbook:scooter')}
            value={wish.scooterId}
            choices={scooterChoices(desk, board)}
            onChoose={(scooterId) => change({ scooterId })}
            wrong={wrong('scooter')}
          />
          <Select
            id="book-day"
            label={t('deskbook:day')}
            value={wish.date}
            choices={dayChoices(desk, board, wish.date)}
            onChoose={(date) => change({ date })}
            wrong={wrong('day')}
          />
          <Select
            id="book-time"
            label={t('deskbook:time')}
            value={wish.time}
            choices={timeChoices(desk, board, wish)}
            onChoose={(time) => change({ time })}
            wrong={wrong('time')}
          />
          <Select
            id="book-long"
            label={t('deskbook:long')}
            value={wish.minutes}
            choices={rulesOfHouse(board).lengths.map((each) => ({ value: String(each), text: howLong(desk, each) }))}
            onChoose={(minutes) => change({ minutes })}
            wrong={wrong('long')}
          />
        </div>
        <p class="s-gets" role="status">
          {command === null || reason !== null ? '' : getsWords(desk, board, command)}
        </p>
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskframe:stop')}</Button>
          <button type="submit" class="s-button is-main">
            {wish.residentId === null ? t('deskbook:chooseWho') : t('deskbook:save')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The first time of the day that is still to come, where none was pointed at. */
function firstWish(app: StaffApp, board: Board, preset: BookPreset): Wish {
  const rules = rulesOfHouse(board);
  const now = app.wallClock.value;
  const times = timesToBook(rules);
  const next = preset.date > now.date ? times[0] : (times.find((time) => time > now.time) ?? times.at(-1));
  return {
    residentId: null,
    scooterId: preset.scooterId ?? ANY,
    date: preset.date,
    time: preset.time ?? next ?? '',
    minutes: String(rules.lengths[0] ?? 60),
  };
}

function commandOf({ residentId, scooterId, date, time, minutes }: Wish): CommandOf<'book'> | null {
  if (residentId === null || time === '') return null;
  return {
    type: 'book',
    residentId,
    scooterId: scooterId === ANY ? null : scooterId,
    date,
    time,
    minutes: Number(minutes),
  };
}

function scooterChoices({ t }: Desk, board: Board): readonly Choice<string>[] {
  return [
    { value: ANY, text: t('deskbook:any') },
    ...scootersOf(board).map(({ id, name, colour, type }) => ({
      value: id,
      text: t('deskbook:scooterOf', { name, colour, type }),
    })),
  ];
}

/** What was pointed at stays among the choices, also where the rules will say no to it. */
function dayChoices(desk: Desk, board: Board, chosen: string): readonly Choice<string>[] {
  const days = daysToBook(desk.app.wallClock.value.date, rulesOfHouse(board));
  const all = days.includes(chosen) ? days : [chosen, ...days].sort();
  return all.map((date) => ({ value: date, text: longDay(desk, date) }));
}

function timeChoices(desk: Desk, board: Board, wish: Wish): readonly Choice<string>[] {
  const times = timesToBook(rulesOfHouse(board));
  const all = times.includes(wish.time) ? times : [...times, wish.time].sort();
  return all.map((value) => {
    const command = commandOf({ ...wish, time: value });
    const time = clock(value);
    return { value, text: timeText(desk, time, command === null ? null : desk.app.check(command)) };
  });
}

const full: readonly Reason['type'][] = ['scooterTaken', 'noneFree', 'scooterOutOfService', 'scooterNotBack'];

function timeText({ t }: Desk, time: string, reason: Reason | null): string {
  if (reason?.type === 'tripPast') return t('deskbook:timePast', { time });
  if (reason !== null && full.includes(reason.type)) return t('deskbook:timeFull', { time });
  return time;
}

function tripOf(desk: Desk, command: CommandOf<'book'>) {
  return tripMade(desk.app.foresee(command) ?? []);
}

function wordsOf(desk: Desk, board: Board, command: CommandOf<'book'>) {
  const booking = tripOf(desk, command);
  const scooter = scootersOf(board).find(({ id }) => id === booking?.scooterId);
  return {
    who: riderOf(desk, board, command).full,
    scooter: scooter?.name ?? '',
    when: booking === null ? '' : dayAndSpan(desk, tripIn(board, booking)),
  };
}

const getsWords = (desk: Desk, board: Board, command: CommandOf<'book'>): string =>
  desk.t('deskbook:gets', wordsOf(desk, board, command));

function tellingOf(desk: Desk, board: Board, command: CommandOf<'book'>) {
  const words = wordsOf(desk, board, command);
  return {
    text: desk.t('deskbook:saved', words),
    undo: (changes: Parameters<typeof tripMade>[0]) => {
      const made = tripMade(changes);
      if (made === null) return null;
      const { id: bookingId, scooterId } = made;
      return {
        command: { type: 'cancelBooking', bookingId, scooterId } as const,
        text: desk.t('deskbook:undone', words),
      };
    },
  };
}

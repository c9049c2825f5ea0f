// What a house writes of its programme and reads in again changes nothing, whatever became of it.
import { describe, expect, test } from 'vitest';
import { boardOf } from '../../../src/domain/board.ts';
import type { Command } from '../../../src/domain/commands.ts';
import { row, rows } from '../../../src/domain/table.ts';
import { calendarText } from '../../../src/server/export/calendar.ts';
import { aSeries, createWorld, houseRows, staff, type World } from '../../support/builders.ts';
import { readText } from '../import/calendar.ts';
import { sample } from '../import/sample.ts';

const NOW = Date.parse('2026-11-21T09:00:00Z');

const copyOf = ({ board }: World) => calendarText({ board, room: null, now: NOW, purpose: 'copy' });

function readIn(world: World, text: string) {
  const { lines, errors } = readText(text);
  expect(errors).toEqual([]);
  return send(world, { type: 'importProgramme', lines: lines.map(({ value }) => value) });
}

function send(world: World, command: Command) {
  const verdict = world.send(staff, command);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.error));
  return verdict.value;
}

/** A house with the sample programme, of which staff have changed what can be changed. */
function lived(): World {
  const world = createWorld(boardOf({ ...houseRows([]) }), NOW);
  readIn(world, sample('weekprogramma.ics').text);
  const id = (start: string) => [...rows(world.board.series)].find((each) => each.id.startsWith(start))!.id;
  send(world, { type: 'skipDate', seriesId: id('koffie'), date: '2026-12-24' });
  send(world, { type: 'cancelActivity', activityId: `${id('lunch')}/2026-12-01`, reason: 'keuken dicht' });
  send(world, {
    type: 'changeActivity',
    activityId: `${id('warm')}/2026-12-03`,
    fields: { date: '2026-12-04', startTime: '18:00', endTime: '19:30', capacity: null, room: '', description: '' },
  });
  return world;
}

describe('reading the own programme in again', () => {
  test('changes nothing', () => {
    const world = lived();
    expect(rows(world.board.override).next().done).toBe(false);
    expect(readIn(world, copyOf(world))).toEqual([]);
    expect(readIn(world, copyOf(world))).toEqual([]);
  });

  test('in an empty house makes the same programme', () => {
    const [first, second] = [lived(), createWorld(boardOf({ ...houseRows([]) }), NOW)];
    readIn(second, copyOf(first));
    for (const series of rows(first.board.series)) {
      const copy = row(second.board.series, series.id, series.id)!;
      // A date that the house took out by itself is taken out by the file there.
      const absent = series.id.startsWith('koffie') ? ['2026-12-24'] : [];
      expect({ ...copy, revision: 0 }).toEqual({ ...series, revision: 0, skipped: [...absent, ...series.skipped] });
    }
    expect(
      row(second.board.override, 'lunch@zilvermeeuw.example', 'lunch@zilvermeeuw.example/2026-12-01'),
    ).toMatchObject({
      cancelled: 'keuken dicht',
    });
  });

  test('keeps what only a Huiskamer knows', () => {
    const yoga = aSeries({
      id: '0199e000-0000-7000-8000-000000000001/1',
      title: 'Stoelyoga',
      leader: 'Samira',
      pictogram: 'yoga',
      category: 'sharedMeal',
      meal: null,
      price: 1250,
      discreet: true,
      minutesOfMovement: 45,
      closes: { daysBefore: 2, time: '17:00' },
      phases: [{ from: '2026-12-02', fields: { title: 'Yoga <b>"staand"</b>, later' }, shiftDays: 1 }],
    });
    const world = createWorld(boardOf({ ...houseRows([]), series: [yoga] }), NOW);
    const open = `${yoga.id}/2026-11-25`;
    send(world, { type: 'changeActivity', activityId: open, fields: { discreet: false } });
    expect(readIn(world, copyOf(world))).toEqual([]);
    const other = createWorld(boardOf({ ...houseRows([]) }), NOW);
    readIn(other, copyOf(world));
    expect([...rows(other.board.series)]).toEqual([yoga]);
    expect(row(other.board.override, yoga.id, open)?.fields).toEqual({ discreet: false });
  });
});

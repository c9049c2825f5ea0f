import { describe, expect, test } from 'vitest';
import { calendar, datesOf, event, one, read, readText, sentences, TODAY } from './calendar.ts';
import { sample } from './sample.ts';

describe('the sample building', () => {
  const found = readText(sample('weekprogramma.ics').text);
  const series = (id: string) => found.lines.find(({ value }) => value.series.id.startsWith(`${id}@`))?.value.series;

  test('has twenty series and no errors', () => {
    expect([found.count, found.lines.length, found.errors]).toEqual([20, 20, []]);
  });

  test('keeps every rule as a rule, and single events as their date', () => {
    expect(found.lines.every(({ value }) => value.overrides.length === 0)).toBe(true);
    expect(found.lines.filter(({ value }) => value.series.rule.type === 'dates')).toHaveLength(2);
    expect(series('koffie')).toMatchObject({
      rule: { type: 'weekly', interval: 1, weekdays: [1, 2, 3, 4, 5], from: '2026-09-07', until: null },
      skipped: ['2026-12-25', '2027-01-01'],
      signUp: 'none',
      pictogram: 'coffee',
    });
    expect(series('bingo')).toMatchObject({ rule: { interval: 2, weekdays: [3] }, price: 200, capacity: 30 });
    expect(series('geheugen')).toMatchObject({ rule: { type: 'monthly', weekday: 4, nth: 2 }, discreet: true });
    expect(series('val')).toMatchObject({ rule: { until: '2027-02-16' }, category: 'fallPrevention' });
  });

  test('knows meals, closing times, guests and neighbours', () => {
    expect(series('lunch')).toMatchObject({ meal: 'lunch', guests: 1, closes: { daysBefore: 0, time: '09:30' } });
    expect(series('warm')).toMatchObject({ meal: 'warm', neighbours: true, closes: { daysBefore: 1, time: '17:00' } });
  });

  test('has an evening over midnight, and a night whose hour comes twice', () => {
    expect(series('oudennieuw')).toMatchObject({ startTime: '21:30', endTime: '00:30', endDays: 1 });
    expect(series('nacht')).toMatchObject({ startTime: '02:30', endTime: '04:00', endDays: 0 });
  });

  test('tells of the room that is used twice, and of what has no end', () => {
    expect(found.remarks.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/^17 reeksen hebben geen einddatum: Koffie-inloop \(regel 24\), /),
      '‘Beweegklas’ en ‘Stoelyoga’ zijn tegelijk in ‘Gymzaal’: op donderdag 2026-11-26 van 11:00 tot 11:30.',
    ]);
  });
});

describe('when it is', () => {
  test.each([
    ['floating', ['DTSTART:20261201T100000'], '10:00'],
    ['the house’s zone', ['DTSTART;TZID=Europe/Amsterdam:20261201T100000'], '10:00'],
    ['a zone with the same clock', ['DTSTART;TZID=Europe/Berlin:20261201T100000'], '10:00'],
    ['a Windows name', ['DTSTART;TZID=W. Europe Standard Time:20261201T100000'], '10:00'],
    ['a Windows name in quotes', ['DTSTART;TZID="W. Europe Standard Time":20261201T100000'], '10:00'],
    ['a path before the name', ['DTSTART;TZID=/softwarestudio.org/Olson_1/Europe/Amsterdam:20261201T100000'], '10:00'],
    ['UTC in winter', ['DTSTART:20261201T090000Z'], '10:00'],
    ['UTC in summer', ['DTSTART:20270701T080000Z'], '10:00'],
    ['London', ['DTSTART;TZID=Europe/London:20261201T090000'], '10:00'],
    ['a Windows name elsewhere', ['DTSTART;TZID=GMT Standard Time:20261201T090000'], '10:00'],
    ['without seconds', ['DTSTART:20261201T1000'], '10:00'],
  ])('a time in %s is told by the house’s clock', (_name, lines, startTime) => {
    const { series, overrides } = one(...lines);
    expect([series.startTime, series.endTime, overrides]).toEqual([startTime, '11:00', []]);
  });

  test('a late time in UTC is on the next day', () => {
    const line = one('DTSTART:20261201T233000Z');
    expect([line.series.startTime, datesOf(line, '2026-12-01', '2026-12-31')]).toEqual(['00:30', ['2026-12-02']]);
  });

  test('a zone of the file’s own making with the house’s offsets is the house’s', () => {
    const zone = (summer: string) =>
      [
        'BEGIN:VTIMEZONE',
        'TZID:Onze eigen tijd',
        `BEGIN:DAYLIGHT\r\nDTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:${summer}\r\nEND:DAYLIGHT`,
        'BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD',
        'END:VTIMEZONE',
      ].join('\r\n');
    const own = event('DTSTART;TZID=Onze eigen tijd:20261201T100000');
    expect(readText(calendar(zone('+0200'), own)).lines[0]?.value.series.startTime).toBe('10:00');
    expect(sentences(readText(calendar(zone('+0300'), own)).errors)).toEqual([
      expect.stringMatching(/De tijdzone bij DTSTART is niet bekend/),
    ]);
  });

  test.each([
    ['DTEND', ['DTSTART:20261201T100000', 'DTEND:20261201T113000'], '11:30', 0],
    ['DTEND in another zone', ['DTSTART:20261201T100000', 'DTEND:20261201T103000Z'], '11:30', 0],
    ['DURATION', ['DTSTART:20261201T100000', 'DURATION:PT1H30M'], '11:30', 0],
    ['over midnight', ['DTSTART:20261201T213000', 'DURATION:PT3H'], '00:30', 1],
    ['days and hours', ['DTSTART:20261201T100000', 'DURATION:P1DT2H'], '12:00', 1],
    ['a whole day', ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261202'], '00:00', 1],
    ['whole days', ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20261204'], '00:00', 3],
    ['a date where a time could be', ['DTSTART:20261201', 'DURATION:P1D'], '00:00', 1],
  ])('it ends as %s says', (_name, lines, endTime, endDays) => {
    expect(one(...lines).series).toMatchObject({ endTime, endDays });
  });

  test('all day needs no sign-up unless the file says so', () => {
    expect(one('DTSTART;VALUE=DATE:20261201', 'DURATION:P1D').series).toMatchObject({ allDay: true, signUp: 'none' });
    expect(one('DTSTART;VALUE=DATE:20261201', 'DURATION:P1D', 'X-HUISKAMER-SIGN-UP:open').series.signUp).toBe('open');
  });

  test('without an end it lasts an hour and says so', () => {
    const text = calendar(
      'BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:Bingo\r\nCATEGORIES:MEETING\r\nDTSTART:20261201T140000\r\nEND:VEVENT',
    );
    const { lines, remarks } = readText(text);
    expect(lines[0]?.value.series.endTime).toBe('15:00');
    expect(sentences(remarks)).toEqual(['3: Deze afspraak heeft geen einde; hij duurt hier een uur.']);
  });

  test('a month of exhibition is cut to what a screen can show, and says so', () => {
    const { lines, remarks } = read('DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20270101');
    expect(lines[0]?.value.series.endDays).toBe(14);
    expect(sentences(remarks)).toContainEqual(expect.stringContaining('duurt langer dan 14 dagen'));
  });
});

describe('the hour that spring skips', () => {
  test('a single 02:30 stays that night, an hour later', () => {
    const { lines, remarks } = read('DTSTART;TZID=Europe/Amsterdam:20270328T023000');
    expect(lines[0]?.value.series).toMatchObject({
      startTime: '03:30',
      endTime: '04:30',
      rule: { dates: ['2027-03-28'] },
    });
    expect(sentences(remarks)).toContainEqual(expect.stringContaining('Op 2027-03-28 gaat de klok vooruit: 02:30'));
  });

  test('a daily 02:30 does not lose that night, and is 02:30 on all others', () => {
    const line = one('DTSTART;TZID=Europe/Amsterdam:20270320T023000', 'RRULE:FREQ=DAILY;UNTIL=20270405T023000');
    expect(line.series.startTime).toBe('02:30');
    expect(datesOf(line, '2027-03-27', '2027-03-29')).toEqual(['2027-03-27', '2027-03-28', '2027-03-29']);
    expect(line.overrides).toEqual([
      { originalDate: '2027-03-28', fields: { startTime: '03:30', endTime: '04:30' }, cancelled: null },
    ]);
  });

  test('a weekly 10:00 stays 10:00 over both clock changes', () => {
    const { series, overrides } = one('DTSTART;TZID=Europe/Amsterdam:20260906T100000', 'RRULE:FREQ=WEEKLY;BYDAY=SU');
    expect([series.startTime, series.rule.type, overrides]).toEqual(['10:00', 'weekly', []]);
  });
});

describe('rules', () => {
  const span = { from: '2026-12-01', until: null };
  test.each([
    ['FREQ=DAILY', { type: 'daily', interval: 1, ...span }],
    ['FREQ=DAILY;INTERVAL=3', { type: 'daily', interval: 3, ...span }],
    ['FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', { type: 'weekly', interval: 1, weekdays: [1, 2, 3, 4, 5], ...span }],
    ['FREQ=WEEKLY', { type: 'weekly', interval: 1, weekdays: [2], ...span }],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH', { type: 'weekly', interval: 2, weekdays: [2, 4], ...span }],
    ['FREQ=MONTHLY;BYDAY=1TU', { type: 'monthly', interval: 1, weekday: 2, nth: 1, ...span }],
    ['FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1', { type: 'monthly', interval: 1, weekday: 2, nth: 1, ...span }],
    ['FREQ=MONTHLY;INTERVAL=2;BYDAY=-5TU', { type: 'monthly', interval: 2, weekday: 2, nth: -5, ...span }],
    [
      'FREQ=WEEKLY;UNTIL=20261215T100000',
      { type: 'weekly', interval: 1, weekdays: [2], from: '2026-12-01', until: '2026-12-15' },
    ],
    [
      'FREQ=WEEKLY;UNTIL=20261215T095900',
      { type: 'weekly', interval: 1, weekdays: [2], from: '2026-12-01', until: '2026-12-14' },
    ],
    [
      'FREQ=WEEKLY;UNTIL=20261215T090000Z',
      { type: 'weekly', interval: 1, weekdays: [2], from: '2026-12-01', until: '2026-12-15' },
    ],
    [
      'FREQ=WEEKLY;UNTIL=20261215',
      { type: 'weekly', interval: 1, weekdays: [2], from: '2026-12-01', until: '2026-12-15' },
    ],
    ['FREQ=WEEKLY;COUNT=3', { type: 'weekly', interval: 1, weekdays: [2], from: '2026-12-01', until: '2026-12-15' }],
    ['FREQ=WEEKLY;UNTIL=45001231T000000Z', { type: 'weekly', interval: 1, weekdays: [2], ...span }],
  ])('%s is kept as a rule', (text, rule) => {
    expect(one(`RRULE:${text}`).series.rule).toEqual(rule);
  });

  test.each([
    ['the month day', 'FREQ=MONTHLY', ['2026-12-01', '2027-01-01', '2027-02-01']],
    [
      'the last workday',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      ['2026-12-01', '2026-12-31', '2027-01-29', '2027-02-26'],
    ],
    [
      'two days of the month',
      'FREQ=MONTHLY;BYDAY=1TU,3TU',
      ['2026-12-01', '2026-12-15', '2027-01-05', '2027-01-19', '2027-02-02', '2027-02-16'],
    ],
    ['some months', 'FREQ=WEEKLY;BYMONTH=12', ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29']],
  ])('%s has no words in the house: it becomes dates, and is told', (_name, text, dates) => {
    const { lines, remarks } = read(`RRULE:${text}`);
    const line = lines[0]!.value;
    expect(line.series.rule.type).toBe('dates');
    expect(datesOf(line, '2026-12-01', '2027-02-28')).toEqual(dates);
    expect(sentences(remarks)).toContainEqual(
      expect.stringMatching(
        /^3: Deze herhaling is overgenomen als losse data\. De reeks is overgenomen tot en met 2028-12-01/,
      ),
    );
  });

  test('a birthday every year becomes its dates', () => {
    const line = one('DTSTART:20261201T100000', 'RRULE:FREQ=YEARLY');
    expect(line.series.rule).toEqual({ type: 'dates', dates: ['2026-12-01', '2027-12-01', '2028-12-01'] });
  });

  test('weeks that start on Sunday, every other week, become dates when that matters', () => {
    const line = one('DTSTART:20261206T100000', 'RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO');
    expect(datesOf(line, '2026-12-01', '2026-12-31')).toEqual(['2026-12-06', '2026-12-07', '2026-12-20', '2026-12-21']);
  });

  test('a start that its rule does not hit counts as a date too', () => {
    const line = one('DTSTART:20261201T100000', 'RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=3');
    expect(line.series).toMatchObject({ rule: { type: 'weekly', weekdays: [4] }, extra: ['2026-12-01'] });
    expect(datesOf(line, '2026-12-01', '2027-01-31')).toEqual(['2026-12-01', '2026-12-03', '2026-12-10']);
  });

  test('a series of long ago is still a rule, and keeps its rhythm', () => {
    const line = one('DTSTART:20100105T100000', 'RRULE:FREQ=WEEKLY;INTERVAL=2');
    expect(line.series.rule.type).toBe('weekly');
    expect(datesOf(line, '2026-12-01', '2026-12-31')).toEqual(['2026-12-01', '2026-12-15', '2026-12-29']);
  });

  test('a weekly time in UTC shifts in summer: another time on the dates that differ', () => {
    const { series, overrides } = one('DTSTART:20261201T090000Z', 'RRULE:FREQ=WEEKLY;COUNT=20');
    expect([series.rule.type, series.startTime]).toEqual(['weekly', '10:00']);
    expect(overrides.map(({ originalDate, fields }) => [originalDate, fields.startTime])).toEqual([
      ['2027-03-30', '11:00'],
      ['2027-04-06', '11:00'],
      ['2027-04-13', '11:00'],
    ]);
  });

  test('a weekly time in UTC without end becomes dates, because nobody looked further', () => {
    const { lines, remarks } = read('DTSTART:20261201T090000Z', 'RRULE:FREQ=WEEKLY');
    const { series, overrides } = lines[0]!.value;
    expect([series.rule.type, series.startTime]).toEqual(['dates', '11:00']);
    expect(overrides.find(({ originalDate }) => originalDate === '2026-12-01')?.fields).toEqual({
      startTime: '10:00',
      endTime: '11:00',
    });
    expect(sentences(remarks)).toContainEqual(expect.stringContaining('overgenomen als losse data'));
  });

  test('a weekly time in London, an hour behind all year, is that hour later', () => {
    const line = one('DTSTART;TZID=Europe/London:20261201T233000', 'RRULE:FREQ=WEEKLY;COUNT=3');
    expect([line.series.startTime, line.overrides]).toEqual(['00:30', []]);
    expect(datesOf(line, '2026-12-01', '2026-12-31')).toEqual(['2026-12-02', '2026-12-09', '2026-12-16']);
  });
});

describe('dates that differ', () => {
  const weekly = ['DTSTART;TZID=Europe/Amsterdam:20261201T100000', 'RRULE:FREQ=WEEKLY'];
  const december = (...lines: string[]) => datesOf(one(...weekly, ...lines), '2026-12-01', '2026-12-31');

  test.each([
    ['with a zone', 'EXDATE;TZID=Europe/Amsterdam:20261208T100000'],
    ['in UTC', 'EXDATE:20261208T090000Z'],
    ['as a date', 'EXDATE;VALUE=DATE:20261208'],
    ['at another time', 'EXDATE:20261208T000000'],
  ])('EXDATE %s takes a date out', (_name, text) => {
    expect(december(text)).toEqual(['2026-12-01', '2026-12-15', '2026-12-22', '2026-12-29']);
  });

  test('several EXDATE on one line and on several', () => {
    expect(december('EXDATE:20261208T100000,20261215T100000', 'EXDATE:20261222T100000')).toEqual([
      '2026-12-01',
      '2026-12-29',
    ]);
  });

  test.each([
    ['at the usual time', 'RDATE:20261203T100000', []],
    ['as a date', 'RDATE;VALUE=DATE:20261203', []],
    [
      'at another time',
      'RDATE:20261203T140000',
      [{ originalDate: '2026-12-03', fields: { startTime: '14:00', endTime: '15:00' }, cancelled: null }],
    ],
    ['as a period', 'RDATE;VALUE=PERIOD:20261203T100000/PT1H', []],
  ])('RDATE %s adds a date', (_name, text, overrides) => {
    const line = one(...weekly, text);
    expect(datesOf(line, '2026-12-01', '2026-12-10')).toEqual(['2026-12-01', '2026-12-03', '2026-12-08']);
    expect(line.overrides).toEqual(overrides);
  });

  test('a single event with RDATE happens on all of them', () => {
    const line = one('DTSTART:20261201T100000', 'RDATE:20261203T100000,20261210T100000');
    expect(datesOf(line, '2026-01-01', '2027-12-31')).toEqual(['2026-12-01', '2026-12-03', '2026-12-10']);
  });

  const changed = (...lines: readonly string[]) => {
    const master = event(...weekly, 'LOCATION:Huiskamer', 'X-HUISKAMER-CAPACITY:12');
    const start = lines.some((line) => line.startsWith('DTSTART')) ? [] : ['DTSTART:20261208T100000'];
    const { lines: found, errors, remarks } = readText(calendar(master, event(...start, ...lines)));
    return { line: found[0]?.value, errors, remarks };
  };
  const id = 'RECURRENCE-ID;TZID=Europe/Amsterdam:20261208T100000';

  test.each([
    ['another time', [id, 'DTSTART:20261208T140000'], { startTime: '14:00', endTime: '15:00' }],
    ['another day', [id, 'DTSTART:20261209T100000'], { date: '2026-12-09' }],
    ['another room', [id, 'LOCATION:Tuin'], { room: 'Tuin' }],
    [
      'another title and length',
      [id, 'SUMMARY:Kerstkoffie', 'DURATION:PT2H'],
      { title: 'Kerstkoffie', endTime: '12:00' },
    ],
    ['more places', [id, 'X-HUISKAMER-CAPACITY:20'], { capacity: 20 }],
    ['an id in UTC', ['RECURRENCE-ID:20261208T090000Z', 'LOCATION:Tuin'], { room: 'Tuin' }],
    ['an id as a date', ['RECURRENCE-ID;VALUE=DATE:20261208', 'LOCATION:Tuin'], { room: 'Tuin' }],
  ])('a change of one date: %s', (_name, lines, fields) => {
    expect(changed(...lines).line?.overrides).toEqual([{ originalDate: '2026-12-08', fields, cancelled: null }]);
  });

  test('a change that changes nothing is none', () => {
    expect(changed(id).line?.overrides).toEqual([]);
  });

  test('one date called off', () => {
    expect(changed(id, 'STATUS:CANCELLED').line?.overrides).toEqual([
      { originalDate: '2026-12-08', fields: {}, cancelled: '' },
    ]);
  });

  test('a change for this date and all later ones is told to be for this date', () => {
    const { remarks } = changed('RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T100000', 'LOCATION:Tuin');
    expect(sentences(remarks)).toContainEqual(expect.stringContaining('alleen deze datum aangepast'));
  });

  test('a change without its series is an error at its own line', () => {
    expect(sentences(read('RECURRENCE-ID:20261208T100000').errors)).toEqual([
      '3: Deze wijziging hoort bij een reeks die niet in dit bestand staat.',
    ]);
  });

  test('the newest of two changes of one date counts', () => {
    const text = calendar(
      event(...weekly),
      event(id, 'DTSTART:20261208T100000', 'LOCATION:Nieuw', 'SEQUENCE:3'),
      event(id, 'DTSTART:20261208T100000', 'LOCATION:Oud', 'SEQUENCE:2'),
    );
    expect(readText(text).lines[0]?.value.overrides.map(({ fields }) => fields.room)).toEqual(['Nieuw']);
  });

  test('a series called off shows its next weeks as such, and then ends', () => {
    const { lines, remarks } = read(...weekly, 'STATUS:CANCELLED', 'EXDATE:20261208T100000');
    const line = lines[0]!.value;
    expect(line.overrides.every(({ cancelled }) => cancelled === '')).toBe(true);
    expect(datesOf(line, TODAY, '2030-01-01')).toEqual(line.overrides.map(({ originalDate }) => originalDate));
    expect(line.overrides.map(({ originalDate }) => originalDate)).toEqual([
      '2026-12-01',
      '2026-12-15',
      '2026-12-22',
      '2026-12-29',
      '2027-01-05',
      '2027-01-12',
    ]);
    expect(sentences(remarks)).toContainEqual('3: Deze afspraak is in de kalender afgelast.');
  });

  test('a file that takes its events back calls them all off', () => {
    const { lines } = readText(calendar('METHOD:CANCEL', event()));
    expect(lines[0]?.value.overrides).toEqual([{ originalDate: '2026-12-01', fields: {}, cancelled: '' }]);
  });
});

describe('events of one UID', () => {
  test.each([
    [
      ['SEQUENCE:1', 'SUMMARY:Oud'],
      ['SEQUENCE:2', 'SUMMARY:Nieuw'],
    ],
    [
      ['SEQUENCE:2', 'SUMMARY:Nieuw'],
      ['SEQUENCE:1', 'SUMMARY:Oud'],
    ],
    [['SUMMARY:Oud'], ['SUMMARY:Nieuw']],
  ])('the highest SEQUENCE wins, else the last: %j %j', (first, second) => {
    const { lines, remarks } = readText(calendar(event(...first), event(...second)));
    expect(lines.map(({ value }) => value.series.title)).toEqual(['Nieuw']);
    expect(sentences(remarks)).toContainEqual(expect.stringContaining('staat er vaker in'));
  });

  test('an id that would not travel is replaced by its hash, always the same', () => {
    const ids = ['een plaats met spaties', 'x'.repeat(151), 'a/b', 'é'].map((uid) => one(`UID:${uid}`).series.id);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{40}$/);
    expect(one('UID:a/b').series.id).toBe(ids[2]);
    expect(one(`UID:${'x'.repeat(150)}`).series.id).toBe('x'.repeat(150));
  });

  test('without UID, title and start tell which it is', () => {
    const bare = (title: string) =>
      calendar(`BEGIN:VEVENT\r\nSUMMARY:${title}\r\nDTSTART:20261201T100000\r\nDURATION:PT1H\r\nEND:VEVENT`);
    const idOf = (title: string) => readText(bare(title)).lines[0]?.value.series.id;
    expect(idOf('Bingo')).toBe(idOf('Bingo'));
    expect(idOf('Bingo')).not.toBe(idOf('Film'));
  });
});

describe('what it is', () => {
  test.each([
    ['SHARED-MEAL', 'Iets', 'sharedMeal', 'meal'],
    ['shared meal', 'Iets', 'sharedMeal', 'meal'],
    ['EXERCISE', 'Iets', 'exercise', 'chair-exercise'],
    ['FALL-PREVENTION', 'Iets', 'fallPrevention', 'balance'],
    ['DIGITAL-SKILLS', 'Iets', 'digitalSkills', 'digital-lesson'],
    ['CULTURE', 'Iets', 'culture', 'creative'],
    ['DEMENTIA', 'Iets', 'dementia', 'memory'],
    ['CARE', 'Iets', 'care', 'health-check'],
    ['COMMUNITY', 'Iets', 'community', 'community'],
    ['Bewegen', 'Iets', 'exercise', 'chair-exercise'],
    ['Blauw,Valpreventie', 'Iets', 'fallPrevention', 'balance'],
    ['MEETING', 'Bingo met prijzen', 'meeting', 'bingo'],
    ['Blauw', 'Wandelclub', 'exercise', 'walking'],
    ['Blauw', 'Iets', 'meeting', 'coffee'],
  ])('category %j and title %j are %s with picture %s', (words, title, category, pictogram) => {
    expect(one(`CATEGORIES:${words}`, `SUMMARY:${title}`).series).toMatchObject({ category, pictogram });
  });

  test('every picture there is to choose is one the house has', async () => {
    const { activityKind } = await import('../../../src/server/import/activity-kind.ts');
    const titles =
      'ontbijt soep lunch diner geheugen balans yoga wandel beweeg beeldbel digi bingo film muziek atelier spel raad feest tuin fysio spreekuur buurt koffie';
    const pictures = new Set(titles.split(' ').map((title) => activityKind(title, []).pictogram));
    expect([...pictures].sort()).toEqual([
      'balance',
      'bingo',
      'breakfast',
      'cards',
      'chair-exercise',
      'coffee',
      'community',
      'council',
      'creative',
      'digital-lesson',
      'film',
      'garden',
      'health-check',
      'meal',
      'memory',
      'music',
      'party',
      'soup',
      'team',
      'video-call',
      'walking',
      'yoga',
    ]);
  });

  test('dementia and care are discreet, other things are not', () => {
    const discreet = (word: string) => one(`CATEGORIES:${word}`).series.discreet;
    expect(['DEMENTIA', 'CARE', 'CULTURE'].map(discreet)).toEqual([true, true, false]);
  });

  test('a guessed category is told, a said one is not', () => {
    const told = (...lines: string[]) => sentences(read(...lines).remarks);
    expect(told()).toEqual([
      'null: 1 afspraak heeft geen bekende soort (CATEGORIES); die is geraden: Koffie (regel 3).',
    ]);
    expect(told('CATEGORIES:MEETING')).toEqual([]);
  });

  test('without a line of the house everything has a sensible default', () => {
    expect(one().series).toMatchObject({
      signUp: 'open',
      capacity: null,
      closes: null,
      guests: 0,
      neighbours: false,
      price: null,
      meal: null,
      minutesOfMovement: null,
    });
  });

  test('all lines of the house are read, also with an escaped comma', () => {
    const { series } = one(
      'X-HUISKAMER-CAPACITY:24',
      'X-HUISKAMER-CLOSES:-P2DT12:00',
      'X-HUISKAMER-MEAL:Warm',
      'X-HUISKAMER-GUESTS:2',
      'X-HUISKAMER-NEIGHBOURS:yes',
      'X-HUISKAMER-PRICE:2\\,50',
      'X-HUISKAMER-MINUTES-OF-MOVEMENT:45',
      'X-HUISKAMER-SIGN-UP:none',
    );
    expect(series).toMatchObject({
      capacity: 24,
      closes: { daysBefore: 2, time: '12:00' },
      meal: 'warm',
      guests: 2,
      neighbours: true,
      price: 250,
      minutesOfMovement: 45,
      signUp: 'none',
    });
  });

  test('folded lines, escapes, line feeds alone and pages of the web are read as text', () => {
    const text = calendar(
      event(
        'SUMMARY:Thee\\, koffie\\; koek',
        'DESCRIPTION:Kom\r\n men mag.\\nNeem <b>iets</b> mee.<br>Tot&nbsp;dan',
        'LOCATION:Zaal 1',
      ),
    );
    for (const each of [text, text.replaceAll('\r\n', '\n')]) {
      expect(readText(each).lines[0]?.value.series).toMatchObject({
        title: 'Thee, koffie; koek',
        description: 'Kommen mag.\nNeem iets mee.\nTot dan',
        room: 'Zaal 1',
      });
    }
  });

  test('a script never gets through', () => {
    const { series } = one(
      'SUMMARY:<script>alert(1)</script>Bingo',
      'DESCRIPTION:<img src=x onerror=alert(1)>Kom',
      'LOCATION:<b>Zaal</b>',
    );
    expect([series.title, series.description, series.room]).toEqual(['Bingo', 'Kom', 'Zaal']);
  });

  test('a long title is cut at a word, and told', () => {
    const { lines, remarks } = read(`SUMMARY:${'heel '.repeat(30)}lang`);
    expect(lines[0]?.value.series.title).toMatch(/^heel( heel)*…$/);
    expect(lines[0]?.value.series.title.length).toBeLessThanOrEqual(80);
    expect(sentences(remarks)).toContainEqual('3: De titel is te lang en ingekort.');
  });

  test('what is private in somebody’s calendar is left out, and told without its title', () => {
    const { lines, errors, remarks } = readText(
      calendar(event(), event('UID:b', 'CLASS:PRIVATE', 'SUMMARY:Mevrouw Jansen')),
    );
    expect([lines.length, errors]).toEqual([1, []]);
    expect(sentences(remarks)).toContainEqual(expect.stringContaining('privé'));
    expect(JSON.stringify(remarks)).not.toContain('Jansen');
  });

  test('what was over more than a year ago is left out, and counted', () => {
    const { lines, remarks } = readText(calendar(event('UID:b'), event('DTSTART:20240101T100000')));
    expect(lines.map(({ value }) => value.series.id)).toEqual(['b']);
    expect(sentences(remarks)).toContainEqual('null: 1 afspraak is al lang voorbij en overgeslagen.');
  });
});

describe('errors', () => {
  test.each([
    [
      'no start',
      calendar('BEGIN:VEVENT\r\nUID:a\r\nSUMMARY:x\r\nEND:VEVENT'),
      ['3: Deze afspraak heeft geen begin (DTSTART).'],
    ],
    ['no title', calendar(event('SUMMARY:')), ['3: Deze afspraak heeft geen titel (SUMMARY).']],
    [
      'a start that does not exist',
      calendar(event('DTSTART:20260230T100000')),
      ['3: De datum of tijd bij DTSTART is niet te lezen.'],
    ],
    [
      'a start at 25 o’clock',
      calendar(event('DTSTART:20261201T250000')),
      ['3: De datum of tijd bij DTSTART is niet te lezen.'],
    ],
    [
      'the year 9999',
      calendar(event('DTSTART:99991201T100000')),
      ['3: De datum bij DTSTART ligt niet tussen 1970 en 2100.'],
    ],
    [
      'the year 1',
      calendar(event('DTSTART:00011201T100000')),
      ['3: De datum bij DTSTART ligt niet tussen 1970 en 2100.'],
    ],
    [
      'an unknown zone',
      calendar(event('DTSTART;TZID=Mars/Noord:20261201T100000')),
      ['3: De tijdzone bij DTSTART is niet bekend.'],
    ],
    [
      'an end before the start',
      calendar(event('DTEND:20261201T090000')),
      ['3: Deze afspraak eindigt voordat hij begint.'],
    ],
    ['a duration that is none', calendar(event('DURATION:lang')), [expect.stringContaining('De duur ‘lang’')]],
    [
      'more than once a day',
      calendar(event('RRULE:FREQ=HOURLY')),
      ['3: Deze afspraak herhaalt vaker dan één keer per dag; dat kan niet.'],
    ],
    [
      'twice a day',
      calendar(event('RRULE:FREQ=DAILY;BYHOUR=10,14')),
      ['3: Deze afspraak is meer dan één keer op een dag; maak er twee van.'],
    ],
    ['a rule that is none', calendar(event('RRULE:FREQ=SOMS')), ['3: Deze afspraak is niet te lezen bij ‘RRULE’.']],
    ['an UNTIL that is none', calendar(event('RRULE:FREQ=DAILY;UNTIL=ooit')), [expect.stringContaining('3: ')]],
    [
      'two rules',
      calendar(event('RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY')),
      ['3: Deze afspraak heeft meer dan één herhaling (RRULE).'],
    ],
    [
      'a capacity that is none',
      calendar(event('X-HUISKAMER-CAPACITY:veel')),
      [expect.stringContaining('X-HUISKAMER-CAPACITY staat ‘veel’')],
    ],
    [
      'no places',
      calendar(event('X-HUISKAMER-CAPACITY:0')),
      [expect.stringContaining('X-HUISKAMER-CAPACITY staat ‘0’')],
    ],
    [
      'closing afterwards',
      calendar(event('X-HUISKAMER-CLOSES:P1DT10:00')),
      [expect.stringContaining('X-HUISKAMER-CLOSES')],
    ],
    [
      'an unknown sign-up',
      calendar(event('X-HUISKAMER-SIGN-UP:soms')),
      [expect.stringContaining('X-HUISKAMER-SIGN-UP')],
    ],
    ['an unreadable price', calendar(event('X-HUISKAMER-PRICE:veel')), [expect.stringContaining('X-HUISKAMER-PRICE')]],
    [
      'a line without colon',
      calendar(event('zomaar tekst')),
      ['3: Deze afspraak is niet te lezen bij ‘een regel zonder dubbele punt’.'],
    ],
    [
      'an event that never ends',
      'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\nEND:VCALENDAR',
      ['2: Deze afspraak houdt op zonder einde (END:VEVENT).'],
    ],
    ['a calendar without events', calendar(), ['null: Er staan geen afspraken in dit bestand.']],
    ['no calendar', 'huisnummer;naam', ['null: Dit is geen kalenderbestand.']],
  ])('%s', (_name, text, expected) => {
    const { errors } = readText(text);
    expect(sentences(errors)).toEqual(expected);
  });

  test('tell the line of the event, and leave the other events alone', () => {
    const { lines, errors } = readText(calendar(event('UID:a'), event('UID:b', 'DTSTART:morgen'), event('UID:c')));
    expect(lines.map(({ value }) => value.series.id)).toEqual(['a', 'c']);
    expect(errors.map(({ line }) => line)).toEqual([9]);
  });
});

describe('rooms', () => {
  const meets = (first: string[], second: string[]) =>
    readText(
      calendar(
        event('UID:a', 'SUMMARY:Bingo', 'CATEGORIES:MEETING', ...first),
        event('UID:b', 'SUMMARY:Film', 'CATEGORIES:MEETING', ...second),
      ),
    ).remarks.map(({ sentence }) => sentence);

  test('two at once in one room are told once, with when', () => {
    expect(meets(['LOCATION:Zaal'], ['LOCATION:zaal ', 'DTSTART:20261201T103000'])).toEqual([
      '‘Bingo’ en ‘Film’ zijn tegelijk in ‘zaal’: op dinsdag 2026-12-01 van 10:30 tot 11:00.',
    ]);
  });

  test.each([
    ['one after the other', ['LOCATION:Zaal'], ['LOCATION:Zaal', 'DTSTART:20261201T110000']],
    ['in different rooms', ['LOCATION:Zaal'], ['LOCATION:Tuin']],
    ['without a room', [], []],
    ['when one is called off', ['LOCATION:Zaal'], ['LOCATION:Zaal', 'STATUS:CANCELLED']],
    ['far ahead', ['LOCATION:Zaal', 'DTSTART:20270601T100000'], ['LOCATION:Zaal', 'DTSTART:20270601T100000']],
  ])('%s is no clash', (_name, first, second) => {
    expect(meets(first, second).filter((sentence) => sentence.includes('tegelijk'))).toEqual([]);
  });
});

// The same calendar as two programs that know nothing of us, or of each other, would show it.
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';

export interface Shown {
  readonly start: string;
  readonly end: string;
  readonly title: string;
  readonly cancelled: boolean;
}

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

const inOrder = (all: readonly Shown[]): readonly Shown[] =>
  [...all].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const within =
  ({ from, to }: Span) =>
  ({ start }: Shown): boolean =>
    start >= from.toISOString() && start < to.toISOString();

/** With the zone as the file says it: this library knows no zone by itself. */
export function asIcalJs(text: string, span: Span): readonly Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent');
  const byUid = Map.groupBy(events, (each) => String(each.getFirstPropertyValue('uid')));
  const shown = [...byUid.values()].flatMap((family) => {
    const exceptions = family.filter((each) => each.hasProperty('recurrence-id'));
    const master = family.find((each) => !each.hasProperty('recurrence-id'));
    if (master === undefined) throw new Error('changes of nothing');
    return occurrences(new ICAL.Event(master, { exceptions }), span);
  });
  ICAL.TimezoneService.reset();
  return inOrder(shown.filter(within(span)));
}

function occurrences(event: ICAL.Event, { to }: Span): readonly Shown[] {
  const iterator = event.iterator();
  const shown: Shown[] = [];
  // A date may have been moved back into the span from after it.
  const last = to.getTime() + 100 * 86_400_000;
  for (let next = iterator.next(); next !== null && next !== undefined; next = iterator.next()) {
    if (next.toJSDate().getTime() > last) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    shown.push({
      start: startDate.toJSDate().toISOString(),
      end: endDate.toJSDate().toISOString(),
      title: item.summary,
      cancelled: item.component.getFirstPropertyValue('status') === 'CANCELLED',
    });
  }
  return shown;
}

export function asNodeIcal(text: string, span: Span): readonly Shown[] {
  const parsed = Object.values(nodeIcal.sync.parseICS(text));
  const events = parsed.filter((each): each is VEvent => each?.type === 'VEVENT');
  const wider = {
    from: new Date(span.from.getTime() - 100 * 86_400_000),
    to: new Date(span.to.getTime() + 100 * 86_400_000),
  };
  const shown = events.flatMap((event) =>
    nodeIcal.expandRecurringEvent(event, wider).map((instance) => ({
      start: new Date(instance.start).toISOString(),
      end: new Date(instance.end).toISOString(),
      title: String(instance.summary),
      cancelled: instance.event.status === 'CANCELLED',
    })),
  );
  return inOrder(shown.filter(within(span)));
}

export { inOrder };

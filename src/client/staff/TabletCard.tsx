/** One tablet of the house: whether it is there, how it is by its own word, and putting it out. */
import type { Instant } from '../../domain/time.ts';
import { type Device, isSeen, minutesSince } from '../app/staff-team.ts';
import { type HealthFact, healthOf, isTroubling } from '../app/tablet-health.ts';
import { Button, State } from './controls.tsx';
import { type BoardProps, type Desk, useDesk } from './desk-context.ts';
import { clock, dayMonthYear, momentIn, shortMoment } from './desk-words.ts';
import { Icon } from './Icon.tsx';
import { factWords, roughly } from './tablet-words.ts';

export interface TabletCardProps extends BoardProps {
  readonly device: Device;
  readonly onPutOut: () => void;
}

export function TabletCard({ board, device, onPutOut }: TabletCardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const works = isSeen(device, app.minute.value);
  const seen = device.lastSeen === null ? null : Date.parse(device.lastSeen);
  const health = healthOf(device);
  return (
    <li class={works ? 's-card' : 's-card is-stop'}>
      <div class="s-card-head">
        <h2>{device.name}</h2>
        <State tone={works ? 'ok' : 'warn'}>{t(works ? 'desktablets:works' : 'desktablets:away')}</State>
      </div>
      <dl class="s-facts">
        <dt>{t('desktablets:seen')}</dt>
        <dd>{seen === null ? t('desktablets:never') : seenWords(desk, board, seen)}</dd>
        {(health?.facts ?? []).map((fact) => (
          <Fact key={fact.type} fact={fact} />
        ))}
        {device.at === null ? null : (
          <>
            <dt>{t('desktablets:since')}</dt>
            <dd>{dayMonthYear(desk, momentIn(board, Date.parse(device.at)).date)}</dd>
          </>
        )}
      </dl>
      {works ? null : (
        <ol class="s-steps">
          <li>{t('desktablets:try1')}</li>
          <li>{t('desktablets:try2')}</li>
          <li>{t('desktablets:try3')}</li>
        </ol>
      )}
      <p class="is-soft">{t('desktablets:outDoes')}</p>
      <Button tone="stop" label={`${t('desktablets:putOut')}: ${device.name}`} onPress={onPutOut}>
        {t('desktablets:putOut')}
      </Button>
    </li>
  );
}

function Fact({ fact }: { readonly fact: HealthFact }) {
  const desk = useDesk();
  return (
    <>
      <dt>{desk.t(`desktablets:fact_${fact.type}`)}</dt>
      <dd class={isTroubling(fact) ? 's-trouble' : undefined}>
        {isTroubling(fact) ? <Icon name="warn" /> : null}
        <span>{factWords(desk, fact)}</span>
      </dd>
    </>
  );
}

function seenWords(desk: Desk, board: BoardProps['board'], at: Instant): string {
  const { app, t } = desk;
  const moment = momentIn(board, at);
  const minutes = minutesSince(at, app.minute.value);
  if (minutes < 1) return t('desktablets:seenNow', { time: clock(moment.time) });
  const today = moment.date === app.wallClock.value.date;
  const time = today ? `${clock(moment.time)} (${t('deskwhen:today')})` : shortMoment(desk, moment);
  return t('desktablets:seenAgo', { time, long: roughly(desk, minutes) });
}

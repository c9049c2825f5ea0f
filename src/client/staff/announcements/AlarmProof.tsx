/** While an alarm is on: which tablets showed it and when, and what a person must do about those that did not. */
import { useEffect, useState } from 'preact/hooks';
import type { Announcement } from '../../../domain/announcement.ts';
import { showingsOf } from '../../../domain/announcement-views.ts';
import type { Instant } from '../../../domain/time.ts';
import { longer } from '../../app/alarm-times.ts';
import { type Device, isSeen } from '../../app/staff-team.ts';
import { Button, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, momentIn, secondIn } from '../desk-words.ts';
import { PageHead } from '../PageHead.tsx';
import { announcementNo } from './announcement-words.ts';
import { Previews } from './Previews.tsx';
import { useTablets } from './use-tablets.ts';

/** After this long without a word a person must go and look. */
const PATIENCE: Instant = 30_000;

export function AlarmProof({ alarm, board }: BoardProps & { readonly alarm: Announcement }) {
  const desk = useDesk();
  const { app, t } = desk;
  const [now, setNow] = useState(app.minute.value);
  useEffect(() => app.watchSeconds(setNow), [app]);
  const tablets = useTablets() ?? [];
  const shown = new Map(showingsOf(board, alarm.id).map((each) => [each.deviceId, each.at]));
  const waits = now - Date.parse(alarm.at) < PATIENCE;
  const out = tablets.filter(({ id }) => !shown.has(id) && !waits).length;
  const until = clock(momentIn(board, Date.parse(alarm.until)).time);
  const act = (command: Parameters<typeof app.act>[0], text: string) => {
    const no = app.act(command, { text });
    if (no !== null) app.say(announcementNo(desk, no, board));
  };
  const extend = () => {
    const command = longer(alarm);
    const time = clock(momentIn(board, Date.parse(command.fields.until ?? alarm.until)).time);
    act(command, t('deskalarm:longerDone', { time }));
  };
  return (
    <>
      <PageHead
        title={t('deskalarm:on')}
        line={t('deskalarm:onLine', { title: alarm.title, time: secondIn(board, Date.parse(alarm.at)), until })}
        tabs={null}
      >
        <Button icon="clock" onPress={extend}>
          {t('deskalarm:longer')}
        </Button>
        <Button
          tone="stop"
          onPress={() => act({ type: 'endAnnouncement', announcementId: alarm.id }, t('deskalarm:ended'))}
        >
          {t('deskalarm:end')}
        </Button>
      </PageHead>
      <p class="s-row is-wrap" role="status">
        <State tone="ok">
          {t('deskalarm:shown', { shown: tablets.filter(({ id }) => shown.has(id)).length, all: tablets.length })}
        </State>
        {out === 0 ? null : <State tone="warn">{t('deskalarm:out', { count: out })}</State>}
      </p>
      <ul class="s-proofs">
        {tablets.map((tablet) => (
          <Proof
            key={tablet.id}
            board={board}
            alarm={alarm}
            tablet={tablet}
            at={shown.get(tablet.id) ?? null}
            waits={waits}
            until={until}
          />
        ))}
      </ul>
      <div class="s-proof-screen">
        <Previews board={board} announcement={alarm} views={['alarm']} />
      </div>
    </>
  );
}

interface ProofProps extends BoardProps {
  readonly alarm: Announcement;
  readonly tablet: Device;
  /** When it showed the alarm; null is not that anybody knows. */
  readonly at: string | null;
  readonly waits: boolean;
  readonly until: string;
}

function Proof({ alarm, at, board, tablet, until, waits }: ProofProps) {
  const { app, t } = useDesk();
  if (at !== null) {
    const seconds = Math.max(0, Math.round((Date.parse(at) - Date.parse(alarm.at)) / 1_000));
    return (
      <li class="s-card is-seen">
        <h2>{tablet.name}</h2>
        <State tone="ok">{t('deskalarm:on1')}</State>
        <p class="s-when">{secondIn(board, Date.parse(at))}</p>
        <p class="is-soft">{t('deskalarm:after', { count: seconds })}</p>
      </li>
    );
  }
  if (waits) {
    return (
      <li class="s-card">
        <h2>{tablet.name}</h2>
        <State tone="wait">{t('deskalarm:wait')}</State>
      </li>
    );
  }
  const away = tablet.lastSeen !== null && !isSeen(tablet, app.minute.value);
  return (
    <li class="s-card is-unseen">
      <h2>{tablet.name}</h2>
      <State tone="warn">{t('deskalarm:notSeen')}</State>
      {away && tablet.lastSeen !== null ? (
        <p>{t('deskalarm:awaySince', { time: clock(momentIn(board, Date.parse(tablet.lastSeen)).time) })}</p>
      ) : null}
      <p>{t('deskalarm:comes', { until })}</p>
      <b>{t('deskalarm:walk')}</b>
    </li>
  );
}

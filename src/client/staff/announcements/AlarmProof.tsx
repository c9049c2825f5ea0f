/** While an alarm is on: which tablets show its newest words and since when, and what a person must do about the others. */
import { useEffect, useState } from 'preact/hooks';
import type { Announcement, Showing } from '../../../domain/announcement.ts';
import { isMeantFor, showingsOf } from '../../../domain/announcement-views.ts';
import type { Instant } from '../../../domain/time.ts';
import { longer } from '../../app/alarm-times.ts';
import { Button, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, momentIn, secondIn } from '../desk-words.ts';
import { PageHead } from '../PageHead.tsx';
import { Previews } from './Previews.tsx';
import { ProofCard } from './ProofCard.tsx';
import { useTablets } from './use-tablets.ts';

/** After this long without a word a person must go and look. */
const PATIENCE: Instant = 30_000;

export interface AlarmProofProps extends BoardProps {
  readonly alarm: Announcement;
  readonly onChange: () => void;
  /** For beside this tablet; null is any place. */
  readonly onPrint: (place: string | null) => void;
}

export function AlarmProof({ alarm, board, onChange, onPrint }: AlarmProofProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [now, setNow] = useState(app.minute.value);
  useEffect(() => app.watchSeconds(setNow), [app]);
  const known = useTablets();
  const tablets = (known ?? []).filter(({ id }) => isMeantFor(alarm, id));
  const showings = new Map(showingsOf(board, alarm.id).map((each) => [each.deviceId, each]));
  const waits = now - Date.parse(alarm.changedAt ?? alarm.at) < PATIENCE;
  const isNewest = (showing: Showing | undefined) => showing?.revision === alarm.revision;
  const newest = tablets.filter(({ id }) => isNewest(showings.get(id))).length;
  const out = waits ? 0 : tablets.length - newest;
  const until = clock(momentIn(board, Date.parse(alarm.until)).time);
  const act = (command: Parameters<typeof app.act>[0], text: string) => app.perform(command, { text });
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
        <Button onPress={onChange}>{t('deskalarm:change')}</Button>
        <Button icon="print" onPress={() => onPrint(null)}>
          {t('deskalarm:print')}
        </Button>
        <Button
          tone="stop"
          onPress={() => act({ type: 'endAnnouncement', announcementId: alarm.id }, t('deskalarm:ended'))}
        >
          {t('deskalarm:end')}
        </Button>
      </PageHead>
      {alarm.changedAt === null ? null : (
        <p>{t('deskalarm:changedAt', { time: secondIn(board, Date.parse(alarm.changedAt)) })}</p>
      )}
      <p class="s-row is-wrap" role="status">
        {known !== null && tablets.length === 0 ? (
          <State tone="warn">{t('deskalarm:nobodySees')}</State>
        ) : (
          <State tone={newest === 0 ? 'wait' : 'ok'}>
            {t(alarm.changedAt === null ? 'deskalarm:shown' : 'deskalarm:shownNew', {
              shown: newest,
              all: tablets.length,
            })}
          </State>
        )}
        {out === 0 ? null : <State tone="warn">{t('deskalarm:out', { count: out })}</State>}
      </p>
      <ul class="s-proofs">
        {tablets.map((tablet) => (
          <ProofCard
            key={tablet.id}
            board={board}
            alarm={alarm}
            tablet={tablet}
            showing={showings.get(tablet.id) ?? null}
            waits={waits}
            until={until}
            onPrint={() => onPrint(tablet.name)}
          />
        ))}
      </ul>
      <div class="s-proof-screen">
        <Previews board={board} announcement={alarm} views={['alarm']} />
      </div>
    </>
  );
}

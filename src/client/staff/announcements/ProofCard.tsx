/** One tablet while an alarm is on: since which second it shows the newest words, or what a person must do now. */
import type { Announcement, Showing } from '../../../domain/announcement.ts';
import { type Device, isSeen } from '../../app/staff-team.ts';
import { Button, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, momentIn, secondIn } from '../desk-words.ts';

export interface ProofCardProps extends BoardProps {
  readonly alarm: Announcement;
  readonly tablet: Device;
  /** That it showed the alarm, in these or in older words; null is not that anybody knows. */
  readonly showing: Showing | null;
  /** It may still answer by itself. */
  readonly waits: boolean;
  /** The end of the alarm, on the wall. */
  readonly until: string;
  readonly onPrint: () => void;
}

export function ProofCard(props: ProofCardProps) {
  const { alarm, board, showing, tablet, waits } = props;
  const { t } = useDesk();
  if (showing !== null && showing.revision === alarm.revision) {
    const since = Date.parse(alarm.changedAt ?? alarm.at);
    const seconds = Math.max(0, Math.round((Date.parse(showing.at) - since) / 1_000));
    return (
      <li class="s-card is-seen">
        <h2>{tablet.name}</h2>
        <State tone="ok">{t('deskalarm:on1')}</State>
        <p class="s-when">{secondIn(board, Date.parse(showing.at))}</p>
        <p class="is-soft">
          {t(alarm.changedAt === null ? 'deskalarm:after' : 'deskalarm:afterChange', { count: seconds })}
        </p>
      </li>
    );
  }
  if (waits) {
    return (
      <li class="s-card">
        <h2>{tablet.name}</h2>
        <State tone="wait">{t(showing === null ? 'deskalarm:wait' : 'deskalarm:waitNew')}</State>
      </li>
    );
  }
  return <Unseen {...props} />;
}

function Unseen({ board, onPrint, showing, tablet, until }: ProofCardProps) {
  const { app, t } = useDesk();
  const { lastSeen, name } = tablet;
  const timeOf = (at: string) => clock(momentIn(board, Date.parse(at)).time);
  return (
    <li class="s-card is-unseen">
      <h2>{name}</h2>
      <State tone="warn">{t(showing === null ? 'deskalarm:notSeen' : 'deskalarm:oldWords')}</State>
      {showing === null ? null : <p>{t('deskalarm:oldSince', { time: timeOf(showing.at) })}</p>}
      {lastSeen === null || isSeen(tablet, app.minute.value) ? null : (
        <p>{t('deskalarm:awaySince', { time: timeOf(lastSeen) })}</p>
      )}
      <p>{t('deskalarm:comes', { until })}</p>
      <b>{t('deskalarm:walk')}</b>
      <Button icon="print" onPress={onPrint}>
        {t('deskalarm:printFor', { name })}
      </Button>
    </li>
  );
}

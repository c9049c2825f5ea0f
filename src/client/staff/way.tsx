/** What the ways in have in common: a head that says whether it is there, and the button that takes it away. */
import type { StaffMember } from '../../domain/staff-member.ts';
import type { Secret, TeamAnswer, Way } from '../app/staff-team.ts';
import { Button, State } from './controls.tsx';
import { useDesk } from './desk-context.ts';

export interface WayProps {
  readonly member: StaffMember;
  readonly secret: Secret | null;
  /** Runs it, says what came of it, and asks the server again. */
  readonly run: Run;
  readonly wrong: Wrongs;
}
export type Wrongs = { readonly way: Way; readonly sentence: string } | null;
export type Run = <Value>(way: Way, ask: Promise<TeamAnswer<Value>>, told: string) => Promise<Value | undefined>;

export function WayHead({
  id,
  title,
  has,
}: {
  readonly id: string;
  readonly title: string;
  readonly has: boolean | null;
}) {
  const { t } = useDesk();
  return (
    <div class="s-card-head">
      <h3 id={id}>{title}</h3>
      {has === null ? null : <State tone={has ? 'ok' : 'off'}>{t(has ? 'deskteam:has' : 'deskteam:hasNot')}</State>}
    </div>
  );
}

interface TakeAwayProps {
  readonly way: Way;
  readonly member: StaffMember;
  readonly run: Run;
  readonly words: string;
  readonly told: string;
}

export function TakeAway({ way, member, run, words, told }: TakeAwayProps) {
  const { app } = useDesk();
  return (
    <Button tone="stop" onPress={() => void run(way, app.team.takeAway(member.id, way), told)}>
      {words}
    </Button>
  );
}

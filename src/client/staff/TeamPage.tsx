/** Team: who is in it, when they are there, how they come in, and whose way in rests. Refuses to show a code again. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { StaffMember } from '../../domain/staff-member.ts';
import { mayChange, memberOf, type RecentLockout, recentLockouts, type Secret, teamOf } from '../app/staff-team.ts';
import { Button, State } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { clock, momentIn } from './desk-words.ts';
import { MemberDialog } from './MemberDialog.tsx';
import { MemberFace } from './MemberFace.tsx';
import { PageHead } from './PageHead.tsx';
import { Parted } from './Parted.tsx';
import { useSingleKeys } from './single-keys.ts';
import { TodayHere } from './TodayHere.tsx';
import { lockoutWords, presenceWords, roleWord } from './team-words.ts';
import { WaysDialog } from './WaysDialog.tsx';

type Opened =
  | { readonly type: 'member'; readonly staffId: string | null }
  | { readonly type: 'ways'; readonly staffId: string };

export function TeamPage({ board }: BoardProps) {
  const { app, t } = useDesk();
  const [opened, open] = useState<Opened | null>(null);
  const { secrets, ask } = useSecrets();
  const team = teamOf(board);
  const lockouts = recentLockouts(board, app.minute.value);
  const close = () => open(null);
  useSingleKeys({ n: () => open({ type: 'member', staffId: null }) });
  const member = opened?.staffId == null ? null : memberOf(board, opened.staffId);
  return (
    <>
      <PageHead title={t('deskframe:team')} line={t('deskteam:line', { count: team.length })} tabs={null}>
        <Button
          icon="plus"
          tone="main"
          hint={app.letters.value && !app.narrow.value ? 'n' : undefined}
          onPress={() => open({ type: 'member', staffId: null })}
        >
          {t('deskteam:add')}
        </Button>
      </PageHead>
      <Lockouts lockouts={lockouts} board={board} />
      {secrets === 'away' ? <p class="s-card">{t('deskteam:secretsAway')}</p> : null}
      <ul class="s-team">
        {team.map((each) => (
          <MemberCard
            key={each.id}
            board={board}
            member={each}
            secret={secrets === 'away' || secrets === null ? null : (secrets.get(each.id) ?? none(each.id))}
            onChange={() => open({ type: 'member', staffId: each.id })}
            onWays={() => open({ type: 'ways', staffId: each.id })}
          />
        ))}
      </ul>
      {opened?.type === 'member' ? (
        <MemberDialog key={opened.staffId} board={board} member={member} onClose={close} />
      ) : null}
      {opened?.type === 'ways' && member !== null ? (
        <WaysDialog
          member={member}
          secret={secrets === 'away' ? null : (secrets?.get(member.id) ?? none(member.id))}
          onChanged={ask}
          onClose={close}
        />
      ) : null}
    </>
  );
}

const none = (staffId: string): Secret => ({ staffId, code: false, userName: null, card: false });

/** Asked of the server when the page opens and after each change: a board never has them. */
function useSecrets() {
  const { app } = useDesk();
  const [secrets, set] = useState<ReadonlyMap<string, Secret> | 'away' | null>(null);
  const ask = useCallback(async () => {
    const answer = await app.team.secrets();
    set(answer.ok ? new Map(answer.value.map((secret) => [secret.staffId, secret])) : 'away');
  }, [app]);
  useEffect(() => void ask(), [ask]);
  return { secrets, ask };
}

function Lockouts({ lockouts, board }: BoardProps & { readonly lockouts: readonly RecentLockout[] }) {
  const desk = useDesk();
  const { t } = desk;
  if (lockouts.length === 0) return null;
  return (
    <section class="s-card" aria-labelledby="lockouts">
      <h2 id="lockouts">{t('deskteam:lockouts')}</h2>
      <ul class="s-tasks">
        {lockouts.map((lockout) => (
          <li key={lockout.id}>
            <span class="is-grow">{lockoutWords(desk, board, lockout)}</span>
            <State tone={lockout.rests ? 'wait' : 'ok'}>
              {lockout.rests
                ? t('deskteam:restsUntil', { time: clock(momentIn(board, Date.parse(lockout.until)).time) })
                : t('deskteam:restOver')}
            </State>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface MemberCardProps extends BoardProps {
  readonly member: StaffMember;
  /** Null while the server has not said. */
  readonly secret: Secret | null;
  readonly onChange: () => void;
  readonly onWays: () => void;
}

function MemberCard({ board, member, secret, onChange, onWays }: MemberCardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const may = mayChange(app.me, member);
  return (
    <li class="s-card is-quiet">
      <div class="s-who">
        <MemberFace board={board} member={member} />
        <div>
          <h2>{member.name}</h2>
          <p class="is-soft">
            <Parted
              parts={[...new Set([roleWord(desk, member.role), member.function])].filter((word) => word !== '')}
            />
          </p>
        </div>
      </div>
      <div>
        <p>{presenceWords(desk, member.presence)}</p>
        {member.phone === null ? null : <p class="is-soft">{member.phone}</p>}
        <TodayHere board={board} member={member} />
      </div>
      <WaysIn secret={secret} />
      {may ? (
        <div class="s-row is-wrap">
          <Button label={`${t('deskteam:change')}: ${member.name}`} onPress={onChange}>
            {t('deskteam:change')}
          </Button>
          <Button label={`${t('deskteam:ways')}: ${member.name}`} onPress={onWays}>
            {t('deskteam:ways')}
          </Button>
        </div>
      ) : (
        <p class="is-soft">{t('deskteam:onlyAdmins')}</p>
      )}
    </li>
  );
}

function WaysIn({ secret }: { readonly secret: Secret | null }) {
  const { t } = useDesk();
  if (secret === null) return <p class="is-soft">{t('deskteam:notKnown')}</p>;
  const has = [
    secret.code ? t('deskteam:hasCode') : '',
    secret.userName === null ? '' : t('deskteam:hasPassword', { userName: secret.userName }),
    secret.card ? t('deskteam:hasCard') : '',
  ].filter((word) => word !== '');
  return has.length === 0 ? <State tone="off">{t('deskteam:noWay')}</State> : <State tone="ok">{has.join(', ')}</State>;
}

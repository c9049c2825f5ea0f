/**
 * How a member of the team comes in: six digits, a card, user name and password. A new code is shown once, to be written
 * down. Refuses to show what is there: nobody has it.
 */
import { useState } from 'preact/hooks';
import type { StaffMember } from '../../domain/staff-member.ts';
import type { Secret } from '../app/staff-team.ts';
import { CardWay } from './CardWay.tsx';
import { CodeWay } from './CodeWay.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { PasswordWay } from './PasswordWay.tsx';
import { teamNo } from './team-words.ts';
import type { Run, Wrongs } from './way.tsx';

export interface WaysDialogProps {
  readonly member: StaffMember;
  /** Null where the server has not said. */
  readonly secret: Secret | null;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function WaysDialog({ member, secret, onChanged, onClose }: WaysDialogProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [wrong, setWrong] = useState<Wrongs>(null);
  const run: Run = async (way, ask, told) => {
    setWrong(null);
    const answer = await ask;
    if (!answer.ok) {
      setWrong({ way, sentence: teamNo(desk, answer.why) });
      return undefined;
    }
    app.say(told);
    onChanged();
    return answer.value;
  };
  const props = { member, secret, run, wrong };
  return (
    <Dialog title={t('deskteam:waysTitle', { name: member.name })} onClose={onClose}>
      <div class="s-stack">
        <CodeWay {...props} />
        <CardWay {...props} />
        <PasswordWay {...props} />
      </div>
    </Dialog>
  );
}

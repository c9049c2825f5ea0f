/** Whether somebody of the team is there today, and the one tap that says otherwise. */
import type { StaffMember } from '../../domain/staff-member.ts';
import { dayOf } from '../../domain/team-views.ts';
import { Button, State } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { refusalWords } from './desk-words.ts';

export function TodayHere({ board, member }: BoardProps & { readonly member: StaffMember }) {
  const desk = useDesk();
  const { app, t } = desk;
  const { here, usual } = dayOf(board, member, app.minute.value);
  const { id: staffId, name } = member;
  const say = () => {
    const wanted = !here;
    // As on their fixed days is nothing to keep.
    const no = app.act(
      { type: 'setStaffToday', staffId, here: wanted === usual ? null : wanted },
      {
        text: t(wanted ? 'deskteam:hereSaid' : 'deskteam:awaySaid', { name }),
        undo: () => ({
          command: { type: 'setStaffToday', staffId, here: here === usual ? null : here },
          text: t(here ? 'deskteam:hereSaid' : 'deskteam:awaySaid', { name }),
        }),
      },
    );
    if (no !== null) app.say(refusalWords(desk, no, board));
  };
  return (
    <div class="s-row is-wrap">
      <State tone={here ? 'ok' : 'off'}>{t(here ? 'deskteam:hereToday' : 'deskteam:awayToday')}</State>
      <Button tone="link" label={t(here ? 'deskteam:sayAwayOf' : 'deskteam:sayHereOf', { name })} onPress={say}>
        {t(here ? 'deskteam:sayAway' : 'deskteam:sayHere')}
      </Button>
    </div>
  );
}

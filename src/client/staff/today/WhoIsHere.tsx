/** Who of the team is in the house now. */
import { whoIsHere } from '../../app/today.ts';
import { State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock } from '../desk-words.ts';

export function WhoIsHere({ board }: BoardProps) {
  const { app, t } = useDesk();
  const here = whoIsHere(board, app.minute.value);
  return (
    <section class="s-card is-quiet" aria-labelledby="here-today">
      <h2 id="here-today">{t('desktoday:here')}</h2>
      {here.length === 0 ? <p>{t('desktoday:nobodyHere')}</p> : null}
      <p class="s-row is-wrap">
        {here.map(({ member, until }) => (
          <State key={member.id} tone="ok">
            {until === null ? member.name : t('desktoday:hereUntil', { name: member.name, time: clock(until) })}
          </State>
        ))}
      </p>
    </section>
  );
}

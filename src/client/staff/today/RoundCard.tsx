/** The first of the call-and-knock round, and the way to it. Refuses to note anything here. */
import { roundOf } from '../../app/rounds.ts';
import { Button, Door } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { topicOf, whoOf } from '../rounds/round-words.ts';

const SHOWN = 5;

export function RoundCard({ board, isNext }: BoardProps & { readonly isNext: boolean }) {
  const desk = useDesk();
  const { app, t } = desk;
  const { open } = roundOf(board, app.minute.value);
  const shown = app.narrow.value ? [] : open.slice(0, SHOWN);
  const rest = open.length - shown.length;
  return (
    <section class="s-card" aria-labelledby="round-today">
      <div class="s-card-head">
        <h2 id="round-today">{t('deskframe:round')}</h2>
        <p>{t('desktoday:open', { count: open.length })}</p>
      </div>
      <ul class="s-tasks">
        {shown.map((each) => (
          <li key={each.stop.id}>
            <Door number={each.stop.door?.number ?? '?'} />
            <span class="is-grow">
              <b>{whoOf(desk, each.people)}</b>
              <br />
              <span class="is-soft">{topicOf(desk, each.about)}</span>
            </span>
            <b>{each.people.length === 0 ? '' : (each.phone ?? t('deskround:knock'))}</b>
          </li>
        ))}
      </ul>
      {open.length === 0 ? (
        <p>{t('deskround:nothing')}</p>
      ) : (
        <p class="s-row is-wrap">
          <Button
            icon="phone"
            tone={isNext ? 'main' : 'yes'}
            onPress={() => app.goTo({ page: 'kloppen', part: 'rondje' })}
          >
            {t('deskround:start')}
          </Button>
          {rest === 0 || shown.length === 0 ? null : (
            <span class="is-soft">{t('desktoday:andMore', { count: rest })}</span>
          )}
        </p>
      )}
    </section>
  );
}

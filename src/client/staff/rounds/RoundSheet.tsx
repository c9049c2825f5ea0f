/** The round on paper, in walking order, with boxes for a pen. Seen on paper only. Nothing is carried by a tint. */
import type { Board } from '../../../domain/board.ts';
import { byFloor, type DeskStop } from '../../app/rounds.ts';
import { houseName } from '../../app/staff-trips.ts';
import { useDesk } from '../desk-context.ts';
import { clock, longDay } from '../desk-words.ts';
import { floorWords, sentenceOf, whoOf } from './round-words.ts';

export interface RoundSheetProps {
  readonly board: Board;
  readonly stops: readonly DeskStop[];
}

export function RoundSheet({ board, stops }: RoundSheetProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { date, time } = app.wallClock.value;
  const words = { house: houseName(board), day: longDay(desk, date), time: clock(time), count: stops.length };
  return (
    <section class="s-paper" aria-hidden="true">
      <h1>{t('deskround:printTitle')}</h1>
      <p>{t('deskround:printLine', words)}</p>
      {byFloor(stops).map(({ floor, stops: here }) => (
        <div key={floor ?? 'around'} class="s-paper-floor">
          <h2>{floorWords(desk, floor)}</h2>
          <table>
            <tbody>
              {here.map((each) => (
                <PaperRow key={each.stop.id} board={board} each={each} />
              ))}
            </tbody>
          </table>
        </div>
      ))}
      <p>{t('deskround:printFoot')}</p>
    </section>
  );
}

function PaperRow({ board, each }: { readonly board: Board; readonly each: DeskStop }) {
  const desk = useDesk();
  const { t } = desk;
  const { people, phone, stop } = each;
  return (
    <tr>
      <td class="is-door">{stop.door?.number ?? ''}</td>
      <td>
        <b>{whoOf(desk, people)}</b>
        <br />
        {sentenceOf(desk, board, each)}
      </td>
      <td class="is-phone">{people.length === 0 ? '' : (phone ?? t('deskround:knock'))}</td>
      <td class="is-box">
        <i /> {t('deskround:printTold')}
        <br />
        <i /> {t('deskround:printNot')}
      </td>
    </tr>
  );
}

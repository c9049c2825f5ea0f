/**
 * "Elke donderdag" of one resident: a place at every meal, not for a while, or no longer. Refuses to start or to stop
 * without having said what that does.
 */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import {
  PAUSE_WEEKS,
  pauseAgain,
  pauseStanding,
  resumeStanding,
  type StandingView,
  startStanding,
  stopStanding,
} from '../../app/meal-standing.ts';
import { civilDate, formatDay } from '../../i18n/dates.ts';
import { MealButton } from './buttons.tsx';
import { everyWords, type MealSpeech } from './meal-words.ts';
import type { PlateAct } from './PlateSheet.tsx';

export interface PlateStandingProps {
  readonly speech: MealSpeech;
  readonly board: Board;
  readonly standing: StandingView;
  readonly name: string;
  /** What they eat at this meal, they eat at all. */
  readonly dish: string | null;
  readonly act: PlateAct;
}

export function PlateStanding(props: PlateStandingProps) {
  const { act, dish, name, speech, standing } = props;
  const { t } = speech;
  const [stopping, setStopping] = useState(false);
  const words = { name, every: everyWords(speech, standing) };
  if (standing.state === 'none') {
    return (
      <div class="m-save">
        <p>{t('deskplate:everyOffer', words)}</p>
        <MealButton
          tone="main"
          icon="check"
          onPress={() => act(startStanding(standing, dish), t('deskplate:everyTold', words), null)}
        >
          {t('deskplate:everyStart', words)}
        </MealButton>
      </div>
    );
  }
  if (stopping) {
    return (
      <div class="m-save">
        <p>{t('deskplate:stopAsk', words)}</p>
        <div class="m-pair">
          <MealButton
            tone="stop"
            icon="cross"
            onPress={() => act(stopStanding(standing), t('deskplate:stopTold', words), null)}
          >
            {t('deskplate:stopYes')}
          </MealButton>
          <MealButton onPress={() => setStopping(false)}>{t('deskmeal:notAfterAll')}</MealButton>
        </div>
      </div>
    );
  }
  return (
    <div class="m-save">
      {standing.state === 'on' ? <Pauses {...props} /> : <Paused {...props} />}
      <MealButton tone="stop" icon="cross" onPress={() => setStopping(true)}>
        {t('deskplate:stop')}
      </MealButton>
    </div>
  );
}

function Pauses({ act, board, name, speech, standing }: PlateStandingProps) {
  const { t } = speech;
  const words = { name, every: everyWords(speech, standing) };
  const back = { command: resumeStanding(standing), text: t('deskplate:resumeTold', words) };
  const pauses = PAUSE_WEEKS.flatMap((weeks) => {
    const pause = pauseStanding(board, standing, weeks);
    return pause === null ? [] : [{ weeks, ...pause }];
  });
  return (
    <>
      <p>{t('deskplate:everyIs', words)}</p>
      {pauses.length === 0 ? null : (
        <>
          <h3>{t('deskplate:pauseHow')}</h3>
          <div class="m-tiles">
            {pauses.map(({ backOn, command, weeks }) => (
              <button
                key={weeks}
                type="button"
                class="m-tile"
                onClick={() => act(command, pauseTold(speech, name, backOn), back)}
              >
                <span>{t('deskplate:pauseWeeks', { count: weeks })}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </>
  );
}

function Paused({ act, board, name, speech, standing }: PlateStandingProps) {
  const { t } = speech;
  const told = pauseTold(speech, name, standing.backOn);
  const again = pauseAgain(board, standing);
  const words = { name, every: everyWords(speech, standing) };
  return (
    <>
      <p>{told}</p>
      <MealButton
        tone="main"
        icon="check"
        onPress={() =>
          act(
            resumeStanding(standing),
            t('deskplate:resumeTold', words),
            again === null ? null : { command: again, text: told },
          )
        }
      >
        {t('deskplate:resume')}
      </MealButton>
    </>
  );
}

function pauseTold(speech: MealSpeech, name: string, backOn: string | null): string {
  if (backOn === null) return speech.t('deskplate:pauseTold', { name });
  return speech.t('deskplate:pauseToldUntil', { name, day: formatDay(speech, civilDate(backOn)) });
}

/** One door or number of the round: who, what to say, and what became of it. */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import type { DeskStop } from '../../app/rounds.ts';
import { Button, Door, State } from '../controls.tsx';
import { Call } from '../DefectCard.tsx';
import { type Desk, useDesk } from '../desk-context.ts';
import { clock, momentIn, shortMoment } from '../desk-words.ts';
import { OtherTimeDialog } from './OtherTimeDialog.tsx';
import { sentenceOf, tagOf, whoAndDoor, whoOf } from './round-words.ts';
import type { Round } from './use-round.ts';

export interface StopRowProps {
  readonly board: Board;
  readonly round: Round;
  readonly each: DeskStop;
}

export const isTold = ({ told }: Round, each: DeskStop): boolean => told.includes(each);

export function StopRow({ board, each, round }: StopRowProps) {
  const desk = useDesk();
  const { t } = desk;
  const { about, people, phone, stop } = each;
  const who = whoAndDoor(desk, each);
  const [choosing, choose] = useState(false);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a row is walked to with the arrow keys and told with one.
    <li data-stop={stop.id} tabIndex={0}>
      <Door number={stop.door?.number ?? '?'} />
      <div class="is-grow">
        <p class="s-round-who">
          <b>{whoOf(desk, people)}</b>
          <span class="s-tag">{tagOf(desk, about)}</span>
          {stop.tries > 0 && !isTold(round, each) ? (
            <State tone="wait">{t('deskround:tries', { count: stop.tries })}</State>
          ) : null}
          {round.later.includes(each) && stop.note?.again ? (
            <State tone="info">
              {t('deskround:againAt', { when: shortMoment(desk, momentIn(board, Date.parse(stop.note.again))) })}
            </State>
          ) : null}
        </p>
        <p>{sentenceOf(desk, board, each)}</p>
      </div>
      <span class="s-round-phone">
        {people.length === 0 ? null : phone === null ? (
          <b class="is-soft">{t('deskround:knock')}</b>
        ) : (
          <Call phone={phone} door="" />
        )}
      </span>
      {isTold(round, each) ? (
        <span class="s-round-acts">
          <State tone="ok">{toldWords(desk, board, each)}</State>
          <Button icon="undo" label={`${t('deskround:notAfterAll')}: ${who}`} onPress={() => round.undo(each)}>
            {t('deskround:notAfterAll')}
          </Button>
        </span>
      ) : (
        <span class="s-round-acts">
          <Button
            icon="check"
            tone="yes"
            label={`${t(about.type === 'line' ? 'deskround:isAsked' : 'deskround:isTold')}: ${who}`}
            onPress={() => round.tell(each)}
          >
            {t(about.type === 'line' ? 'deskround:isAsked' : 'deskround:isTold')}
          </Button>
          {about.type === 'line' ? null : (
            <>
              <Button label={`${t('deskround:isNotReached')}: ${who}`} onPress={() => round.miss(each)}>
                {t('deskround:isNotReached')}
              </Button>
              <Button label={`${t('deskround:otherTime')}: ${who}`} onPress={() => choose(true)}>
                {t('deskround:otherTime')}
              </Button>
            </>
          )}
          {choosing ? (
            <OtherTimeDialog
              board={board}
              each={each}
              onChoose={(until) => round.putOff(each, until)}
              onClose={() => choose(false)}
            />
          ) : null}
        </span>
      )}
    </li>
  );
}

function toldWords(desk: Desk, board: Board, { by, stop }: DeskStop): string {
  const { t } = desk;
  if (stop.note === null) return t('deskround:isTold');
  const time = clock(momentIn(board, Date.parse(stop.note.at)).time);
  if (stop.note.by === null) return t('deskround:readAt', { time });
  return by === null ? t('deskround:toldAt', { time }) : t('deskround:toldBy', { name: by, time });
}

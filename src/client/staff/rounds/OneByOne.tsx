/** The round on a phone: one person a screen, the sentence to read aloud, a call, and what became of it. */
import { useState } from 'preact/hooks';
import type { Board } from '../../../domain/board.ts';
import type { Instant } from '../../../domain/time.ts';
import type { DeskStop } from '../../app/rounds.ts';
import { Button, Door, State } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { Icon } from '../Icon.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { OtherTimeDialog } from './OtherTimeDialog.tsx';
import { floorWords, sentenceOf, speaks, tagOf, whoOf } from './round-words.ts';
import type { Round } from './use-round.ts';

const NEXT_SHOWN = 2;

export interface OneByOneProps {
  readonly board: Board;
  readonly round: Round;
}

export function OneByOne({ board, round }: OneByOneProps) {
  const { t } = useDesk();
  /** Whom this round has been at, whatever came of it. */
  const [been, setBeen] = useState<ReadonlySet<string>>(new Set());
  const left = round.open.filter(({ stop }) => !been.has(stop.id));
  const [now, ...after] = left;
  const goOn = (each: DeskStop) => setBeen(new Set([...been, each.stop.id]));
  const tell = (each: DeskStop) => {
    round.tell(each);
    goOn(each);
  };
  const miss = (each: DeskStop) => {
    round.miss(each);
    goOn(each);
  };
  useSingleKeys({
    v: () => now !== undefined && tell(now),
    x: () => now !== undefined && now.about.type !== 'line' && miss(now),
  });
  if (now === undefined) {
    return (
      <div class="s-card s-stack">
        <p>{t(been.size === 0 ? 'deskround:emptyOpen' : 'deskround:done')}</p>
        {round.open.length === 0 ? null : (
          <Button tone="main" onPress={() => setBeen(new Set())}>
            {t('deskround:again', { count: round.open.length })}
          </Button>
        )}
      </div>
    );
  }
  const isOpen = new Set(round.open.map(({ stop }) => stop.id));
  const gone = [...been].filter((id) => !isOpen.has(id)).length;
  return (
    <>
      <Progress each={now} number={been.size + 1} count={round.open.length + gone} />
      <Person
        key={now.stop.id}
        board={board}
        each={now}
        onTell={() => tell(now)}
        onMiss={() => miss(now)}
        onLater={(until) => {
          round.putOff(now, until);
          goOn(now);
        }}
        onSkip={() => goOn(now)}
      />
      {after.length === 0 ? null : (
        <div class="s-card is-quiet">
          <ul class="s-tasks">
            {after.slice(0, NEXT_SHOWN).map((each) => (
              <Following key={each.stop.id} each={each} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Progress({
  count,
  each,
  number,
}: {
  readonly each: DeskStop;
  readonly number: number;
  readonly count: number;
}) {
  const desk = useDesk();
  const floor = floorWords(desk, each.stop.door?.floor ?? null);
  return (
    <div class="s-progress">
      <p aria-live="polite">{desk.t('deskround:progress', { number, count, floor })}</p>
      <progress max={count} value={number - 1} aria-hidden="true" />
    </div>
  );
}

interface PersonProps {
  readonly board: Board;
  readonly each: DeskStop;
  readonly onTell: () => void;
  readonly onMiss: () => void;
  readonly onLater: (until: Instant) => void;
  readonly onSkip: () => void;
}

function Person({ board, each, onLater, onMiss, onSkip, onTell }: PersonProps) {
  const [choosing, choose] = useState(false);
  const desk = useDesk();
  const { t } = desk;
  const { about, language, people, phone, stop } = each;
  const isLine = about.type === 'line';
  return (
    <>
      <div class="s-one">
        <section class="s-card">
          <div class="s-one-who">
            <Door number={stop.door?.number ?? '?'} />
            <div>
              <h2>{whoOf(desk, people)}</h2>
              <p class="is-soft">{speaks(desk, language)}</p>
            </div>
          </div>
          <p class="s-row is-wrap">
            <span class="s-tag">{tagOf(desk, about)}</span>
            {stop.tries === 0 ? null : <State tone="wait">{t('deskround:tries', { count: stop.tries })}</State>}
          </p>
          <p class="s-one-say">{isLine ? sentenceOf(desk, board, each) : `«${sentenceOf(desk, board, each)}»`}</p>
          {phone === null ? (
            isLine ? null : (
              <p class="s-one-knock">{t('deskround:knock')}</p>
            )
          ) : (
            <a class="s-button is-yes" href={`tel:${phone.replace(/\s/g, '')}`}>
              <Icon name="phone" />
              <span>{t('deskround:call', { phone })}</span>
            </a>
          )}
        </section>
        <Button icon="check" tone="main" onPress={onTell}>
          {t(isLine ? 'deskround:isAsked' : 'deskround:isTold')}
        </Button>
        <div class="s-pair">
          {isLine ? null : <Button onPress={onMiss}>{t('deskround:isNotReached')}</Button>}
          {isLine ? null : <Button onPress={() => choose(true)}>{t('deskround:otherTime')}</Button>}
        </div>
        <Button onPress={onSkip}>{t('deskround:skip')}</Button>
      </div>
      {choosing ? <OtherTimeDialog board={board} each={each} onChoose={onLater} onClose={() => choose(false)} /> : null}
    </>
  );
}

function Following({ each }: { readonly each: DeskStop }) {
  const desk = useDesk();
  return (
    <li>
      <Door number={each.stop.door?.number ?? '?'} />
      <b class="is-grow">{whoOf(desk, each.people)}</b>
      <span class="is-soft">{desk.t('deskround:after')}</span>
    </li>
  );
}

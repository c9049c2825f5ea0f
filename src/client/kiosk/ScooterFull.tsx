/** A day or a time that cannot be had any more: said, and in its place what is free first. */
import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../domain/time.ts';
import { Header } from '../ui/Header.tsx';
import { AnswerTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayAndTime } from './DayAndTime.tsx';
import { Bar, toolsOf } from './frame.tsx';
import { FirstFree } from './ScooterDays.tsx';
import { dayTitle } from './scooter-words.ts';

interface OnDate extends BoardProps {
  readonly date: PlainDate;
}

/** No scooter is free that day, or not the chosen one. */
export function ScooterFull({ board, date }: OnDate) {
  const app = useApp();
  const { t } = app.i18n;
  const chosen = app.chosenScooter.value;
  const day = dayTitle(app, date);
  return (
    <Instead
      id="scooter-full"
      title={chosen === null ? t('scooter:dayFull', { day }) : t('scooter:oneFull', { day, name: chosen.name })}
      look={chosen === null ? '' : 'three'}
      board={board}
    >
      <AnswerTile
        picture="calendar"
        label={t('scooter:otherDays')}
        onTap={() => app.show({ type: 'scooter', page: 0 })}
      />
      {chosen === null ? null : (
        <AnswerTile
          picture="scooter"
          label={t('scooter:otherScooter')}
          onTap={() => app.show({ type: 'scooterChoice', page: 0 })}
        />
      )}
    </Instead>
  );
}

/** The time went by while they said who they are, as ten o'clock does for who chose it just before. */
export function ScooterPast({ board, date }: OnDate) {
  const app = useApp();
  const { t } = app.i18n;
  return (
    <Instead id="scooter-past" title={t('scooter:justPast')} board={board}>
      <AnswerTile
        picture="clock"
        label={t('refused:otherTime')}
        onTap={() => app.show({ type: 'scooterTime', date, page: 0 })}
      />
    </Instead>
  );
}

interface InsteadProps extends BoardProps {
  readonly id: string;
  /** What cannot be had. */
  readonly title: string;
  readonly look?: string;
  /** Other ways on than the first free time. */
  readonly children: ComponentChildren;
}

function Instead({ id, title, look = '', board, children }: InsteadProps) {
  const app = useApp();
  return (
    <Screen
      id={id}
      header={
        <Header title={title} sub={app.i18n.t('scooter:dayFullMore')} now={<DayAndTime />} tools={toolsOf(app)} />
      }
      bar={<Bar current="none" />}
    >
      <main class={`tiles instead ${look}`}>
        <FirstFree board={board} />
        {children}
      </main>
    </Screen>
  );
}

/** A day on which no scooter is free, or not the chosen one: said, and in its place what is free first. */
import { Header } from '../ui/Header.tsx';
import { AnswerTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { Bar, toolsOf } from './frame.tsx';
import { FirstFree } from './ScooterDays.tsx';
import { dayTitle } from './scooter-words.ts';

export function ScooterFull({ board, date }: BoardProps & { readonly date: string }) {
  const app = useApp();
  const { t } = app.i18n;
  const chosen = app.chosenScooter.value;
  const day = dayTitle(app, date);
  return (
    <Screen
      id="scooter-full"
      header={
        <Header
          title={chosen === null ? t('scooter:dayFull', { day }) : t('scooter:oneFull', { day, name: chosen.name })}
          sub={t('scooter:dayFullMore')}
          tools={toolsOf(app)}
        />
      }
      bar={<Bar current="none" />}
    >
      <main class={chosen === null ? 'tiles instead' : 'tiles instead three'}>
        <FirstFree board={board} />
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
      </main>
    </Screen>
  );
}

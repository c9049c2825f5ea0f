/** Welke scootmobiel? Any, or one of those they may ride; one that is broken says so and cannot be chosen. */
import { scooterChoices } from '../../domain/scooter-views.ts';
import { Header, type ToolProps } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { ScooterTile } from '../ui/ScooterTile.tsx';
import { Screen } from '../ui/Screen.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { useFittingPage } from './fitting-page.ts';
import { moreTool, toolsOf } from './frame.tsx';
import { pageOf } from './paging.ts';
import { BackBar } from './question-bar.tsx';
import { brokenWords, colourWord, paintOf, typeWord } from './scooter-words.ts';

const TILES = { normal: [6, 4, 2], groter: [4, 2] } as const;

/** So many leave one place empty, which the first one takes. */
const WIDE = 5;

export function ScooterChoice({ board, page }: BoardProps & { readonly page: number }) {
  const app = useApp();
  const { t } = app.i18n;
  const choices = [null, ...scooterChoices(board, app.own.value)];
  const { list, paging } = useFittingPage(app, {
    subject: 'scooter-choice',
    count: choices.length,
    page,
    rows: TILES[app.size.value],
    boxes: '.tile, .words',
  });
  const more = paging.pages > 1 ? [moreTool(app, (paging.page + 1) % paging.pages)] : [];
  const shown = pageOf(choices, paging);
  const large = app.size.value === 'groter';
  const chosen = app.chosenScooter.value?.id ?? null;
  const mark = { picture: 'check', tone: 'yes', label: t('scooter:chosen') } as const;
  return (
    <Screen
      id={`scooter-choice ${paging.page}`}
      header={
        <Header
          title={t('scooter:whichScooter')}
          dial={<Pictogram name="scooter" />}
          sub={t('scooter:whichScooterSub')}
          tools={toolsOf(app, more)}
        />
      }
      bar={<BackBar />}
    >
      <main class="tiles which-scooters" ref={list} data-slots={paging.rows}>
        {shown.map((choice) => {
          if (choice === null) {
            return (
              <ScooterTile
                key="any"
                name={t('scooter:any')}
                about={large ? '' : t('scooter:anyMore')}
                wide={shown.length === WIDE && paging.rows > WIDE}
                here={chosen === null}
                mark={chosen === null ? mark : undefined}
                onTap={() => app.chooseScooter(null)}
              />
            );
          }
          const { scooter, broken } = choice;
          const here = chosen === scooter.id;
          const face = {
            name: scooter.name,
            paint: paintOf(scooter),
            about: [colourWord(app, scooter), typeWord(app, scooter)].filter((word) => word !== '').join(', '),
            // Large letters need the room; the place is told with the trip too.
            place: large ? undefined : scooter.place,
          };
          if (broken !== null) {
            const why = { picture: 'damage', tone: 'stop', label: brokenWords(app, broken) } as const;
            return <ScooterTile key={scooter.id} {...face} place={undefined} mark={why} />;
          }
          return (
            <ScooterTile
              key={scooter.id}
              {...face}
              here={here}
              mark={here ? mark : undefined}
              onTap={() => app.chooseScooter(scooter.id)}
            />
          );
        })}
      </main>
    </Screen>
  );
}

/** The way there, with what is chosen now where there is room for it. */
export function choiceTool(app: App): ToolProps {
  const { t } = app.i18n;
  return {
    picture: 'scooter',
    label: t('scooter:which'),
    more: app.chosenScooter.value?.name ?? t('scooter:any'),
    onTap: () => app.show({ type: 'scooterChoice', page: 0 }),
  };
}

/** Laat zien wie u bent: the card at the reader, or three pictures in order out of nine. No letters, no numbers to know. */
import { personOf } from '../../domain/views.ts';
import type { Screen as ScreenState } from '../state/screens.ts';
import { Header } from '../ui/Header.tsx';
import { Key } from '../ui/Key.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { PictureTile } from '../ui/ScooterTiles.tsx';
import { Screen } from '../ui/Screen.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { toolsOf } from './frame.tsx';
import { HoldCard } from './HoldCard.tsx';
import { BackBar } from './question-bar.tsx';
import { callName } from './who-words.ts';

type CodeScreen = Extract<ScreenState, { readonly type: 'code' }>;

export function PictureCode({ board, screen }: BoardProps & { readonly screen: CodeScreen }) {
  const app = useApp();
  const { t } = app.i18n;
  const code = app.code.value;
  const chosen = screen.chosen.length;
  return (
    <Screen
      id={`code ${code === 'resting' || code === 'unreachable' ? code : ''}`}
      header={
        <Header
          title={t('code:title')}
          dial={<Pictogram name="door" />}
          sub={whoWords(app, board, screen.residentId)}
          tools={toolsOf(app)}
        />
      }
      bar={
        <BackBar>
          {chosen > 0 && code !== 'checking' ? (
            <Key picture="undo" label={t('code:again')} onTap={app.clearPictures} />
          ) : null}
        </BackBar>
      }
    >
      <main class="who code">
        <HoldCard />
        {code === 'resting' || code === 'unreachable' ? (
          <section class="panel instead-of-code" role="alert">
            <Pictogram name="waiting" />
            <div>
              <h2>{t(code === 'resting' ? 'code:resting' : 'code:away')}</h2>
              <p>{t('code:instead')}</p>
            </div>
          </section>
        ) : (
          <NinePictures chosen={screen.chosen} />
        )}
      </main>
    </Screen>
  );
}

function NinePictures({ chosen }: Pick<CodeScreen, 'chosen'>) {
  const app = useApp();
  const { t } = app.i18n;
  return (
    <section class="choose">
      <h2 aria-live="polite">{progressWords(app, chosen.length)}</h2>
      <div class="code-pictures">
        {app.codePictures.map((picture) => (
          <PictureTile
            key={picture}
            picture={picture}
            label={t(`code:${picture}`)}
            nth={chosen.includes(picture) ? chosen.indexOf(picture) + 1 : undefined}
            onTap={() => app.choosePicture(picture)}
          />
        ))}
      </div>
    </section>
  );
}

function progressWords(app: App, chosen: number): string {
  const { t } = app.i18n;
  if (app.code.value === 'checking') return t('code:checking');
  if (chosen === 0) return t(app.code.value === 'wrong' ? 'code:wrong' : 'code:sub');
  const of = app.codeLength;
  return t('code:nth', { number: Math.min(chosen + 1, of), of });
}

function whoWords(app: App, board: BoardProps['board'], residentId: string): string {
  const person = personOf(board, residentId);
  if (person === undefined || person === null) return '';
  return app.i18n.t('mine:about', { name: callName(app, person), number: person.number });
}

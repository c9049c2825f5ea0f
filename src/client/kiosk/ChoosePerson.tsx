/** Where people share a door: which of them, or together as one party. */
import type { Door } from '../../domain/views.ts';
import type { Intent } from '../state/screens.ts';
import { Header } from '../ui/Header.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Screen } from '../ui/Screen.tsx';
import { PersonTile, Tiles } from '../ui/Tile.tsx';
import { useApp } from './app-context.ts';
import { toolsOf } from './frame.tsx';
import { BackBar } from './question-bar.tsx';
import { callName } from './who-words.ts';

export function ChoosePerson({ door, intent }: { readonly door: Door; readonly intent: Intent }) {
  const app = useApp();
  const { t } = app.i18n;
  const [first, ...others] = door.people;
  const together = intent.type === 'join' && first !== undefined && others.length > 0;
  return (
    <Screen
      id="who person"
      header={
        <Header
          title={t('who:who')}
          dial={<Pictogram name="door" />}
          sub={t('who:door', { number: door.number })}
          tools={toolsOf(app)}
        />
      }
      bar={<BackBar />}
    >
      <Tiles class="people">
        {door.people.map((person) => (
          <PersonTile
            key={person.id}
            picture="person"
            label={callName(app, person)}
            onTap={() => app.identify(intent, [person.id])}
          />
        ))}
        {together ? (
          <PersonTile
            picture="partner"
            label={t('who:together')}
            small={t('who:togetherMore')}
            wide
            onTap={() => app.identify(intent, [first.id, ...others.map(({ id }) => id)])}
          />
        ) : null}
      </Tiles>
    </Screen>
  );
}

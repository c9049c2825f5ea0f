/** One name out of the house: who comes instead of somebody, or for whom a closed list opens. */
import { useState } from 'preact/hooks';
import type { Command } from '../../../domain/commands.ts';
import type { PlateView } from '../../../domain/meal-views.ts';
import { actOrTell } from '../../app/meal-acts.ts';
import { nameAndDoor } from '../desk-words.ts';
import type { AddScreenProps } from './AddScreen.tsx';
import { MealButton } from './buttons.tsx';
import { MealTop } from './MealTop.tsx';
import { plateName } from './meal-words.ts';
import { Floors, floorsWithPeople, Names, type Place } from './PersonPicker.tsx';
import { ToldBar } from './ToldBar.tsx';

export function MoveScreen({ view, ...props }: AddScreenProps & { readonly view: PlateView }) {
  const { desk, list, onBack, speech } = props;
  const { t } = speech;
  const was = plateName(speech, view);
  const { plate } = view;
  const activityId = list.activity.id;
  const move = (residentId: string | null, name: string) => {
    const command: Command = { type: 'movePlate', activityId, plateId: plate.id, residentId, guestName: '' };
    const done = actOrTell(desk, command, {
      text: t('deskplate:toldMoved', { name, was }),
      undo(changes) {
        const moved = changes.flatMap((change) =>
          change.type === 'platePut' && change.row.movedTo !== null ? [change.row.movedTo] : [],
        );
        const [plateId] = moved;
        if (plateId === undefined) return null;
        const back: Command = { ...command, plateId, residentId: plate.residentId, guestName: plate.guestName };
        return { command: back, text: t('deskplate:toldRestored', { name: was }) };
      },
    });
    if (done) onBack();
  };
  return (
    <OneName
      {...props}
      title={t('deskadd:moveTitle', { name: was })}
      sub={t('deskadd:moveText')}
      onName={(id, name) => move(id, name)}
      neighbours
    />
  );
}

export function OpenOneScreen(props: AddScreenProps) {
  const { desk, list, onBack, speech } = props;
  const { t } = speech;
  return (
    <OneName
      {...props}
      title={t('deskadd:openTitle')}
      sub={t('deskadd:openText')}
      onName={(residentId, name) => {
        const telling = { text: t('deskadd:openTold', { name }) };
        if (actOrTell(desk, { type: 'openMeal', activityId: list.activity.id, residentId }, telling)) onBack();
      }}
      neighbours={false}
    />
  );
}

interface OneNameProps extends AddScreenProps {
  readonly title: string;
  readonly sub: string;
  readonly neighbours: boolean;
  readonly onName: (residentId: string | null, name: string) => void;
}

function OneName({ board, desk, list, neighbours, onBack, onName, speech, sub, title }: OneNameProps) {
  const { t } = speech;
  const [place, setPlace] = useState<Place | null>(null);
  return (
    <>
      <MealTop speech={speech} title={title} sub={sub} name={null} onBack={onBack} />
      <main class="m-add is-two">
        <section>
          <Floors
            speech={speech}
            floors={floorsWithPeople(board)}
            place={place}
            guests={neighbours}
            onPlace={setPlace}
          />
        </section>
        <section class="m-add-names">
          {place === null ? <p class="m-soft">{t('deskadd:chooseFloor')}</p> : null}
          {place?.type === 'floor' ? (
            <Names
              board={board}
              speech={speech}
              list={list}
              floor={place.floor}
              chosen={null}
              onChoose={(person) => onName(person.id, nameAndDoor(person))}
            />
          ) : null}
          {place?.type === 'guest' ? (
            <div class="m-names">
              <MealButton onPress={() => onName(null, t('deskmeal:aNeighbour'))}>{t('deskadd:guestNew')}</MealButton>
            </div>
          ) : null}
          <ToldBar desk={desk} speech={speech} />
        </section>
      </main>
    </>
  );
}

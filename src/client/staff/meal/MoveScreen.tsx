/** One name out of the house: who comes instead of somebody, or for whom a closed list opens. */
import { useState } from 'preact/hooks';
import type { Command } from '../../../domain/commands.ts';
import type { MealList, PlateView } from '../../../domain/meal-views.ts';
import { actOrTell, type MealDesk } from '../../app/meal-acts.ts';
import { nameAndDoor } from '../desk-words.ts';
import type { AddScreenProps } from './AddScreen.tsx';
import { MealButton } from './buttons.tsx';
import { MealTop } from './MealTop.tsx';
import { type MealSpeech, plateName } from './meal-words.ts';
import { Floors, floorsWithPeople, Names, type Place } from './PersonPicker.tsx';
import { ToldBar } from './ToldBar.tsx';

export function MoveScreen({ view, ...props }: AddScreenProps & { readonly view: PlateView }) {
  const { desk, list, onBack, speech } = props;
  const { t } = speech;
  const was = plateName(speech, view);
  const move = (residentId: string | null, name: string) => {
    if (moveTo(desk, list, { name, residentId, speech, view })) onBack();
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

interface Instead {
  /** Null is somebody who does not live here. */
  readonly residentId: string | null;
  readonly name: string;
  readonly view: PlateView;
  readonly speech: MealSpeech;
}

/** Somebody else on the same plate, with the way back; whether it was done. */
export function moveTo(desk: MealDesk, list: MealList, { name, residentId, speech, view }: Instead): boolean {
  const { t } = speech;
  const { plate } = view;
  const was = plateName(speech, view);
  const activityId = list.activity.id;
  const command: Command = { type: 'movePlate', activityId, plateId: plate.id, residentId, guestName: '' };
  return actOrTell(desk, command, {
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
}

/** A closed list opens for one resident; whether it did. */
export function openForOne(
  desk: MealDesk,
  list: MealList,
  { name, residentId, speech }: Omit<Instead, 'view'>,
): boolean {
  const telling = { text: speech.t('deskadd:openTold', { name }) };
  return actOrTell(desk, { type: 'openMeal', activityId: list.activity.id, residentId }, telling);
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
        if (openForOne(desk, list, { name, residentId, speech })) onBack();
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

/** Somebody more at a meal, somebody instead, or somebody for whom it opens: by typing or by floor. */
import { useState } from 'preact/hooks';
import type { PlateView } from '../../domain/meal-views.ts';
import { type DeskPerson, deskPeople, findPeople } from '../app/staff-people.ts';
import { Button, Door, Segments } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { nameAndDoor } from './desk-words.ts';
import { Icon } from './Icon.tsx';
import { type AddScreenProps, Dishes, Hosts } from './meal/AddScreen.tsx';
import { AskBox } from './meal/AskBox.tsx';
import { useAdding, type Who, whoWords } from './meal/adding.ts';
import { moveTo, openForOne } from './meal/MoveScreen.tsx';
import { plateName, toldWords } from './meal/meal-words.ts';
import { Floors, floorsWithPeople, Names, type Place } from './meal/PersonPicker.tsx';

export type MealDialogProps = Omit<AddScreenProps, 'onBack'> & { readonly onClose: () => void };

export function AddDialog({ board, desk, list, onClose, speech }: MealDialogProps) {
  const { t } = speech;
  const [who, setWho] = useState<Who | null>(null);
  const [kind, setKind] = useState<'resident' | 'guest'>('resident');
  const adding = useAdding({ desk, list, speech, onAdded: () => setWho(null) });
  const stop = () => {
    adding.cancel();
    setWho(null);
  };
  return (
    <Dialog title={t('deskadd:title')} onClose={onClose}>
      <div class="s-meal s-form">
        <AddTold board={board} desk={desk} list={list} speech={speech} />
        {who === null ? (
          <>
            <Segments
              label={t('deskeat:who')}
              choices={[
                { value: 'resident', text: t('deskeat:resident') },
                { value: 'guest', text: t('deskadd:guest') },
              ]}
              chosen={kind}
              onChoose={setKind}
            />
            {kind === 'resident' ? (
              <PersonChoice
                board={board}
                speech={speech}
                list={list}
                onChoose={(person) => setWho({ type: 'resident', person })}
              />
            ) : (
              <Hosts speech={speech} list={list} who={null} onWho={setWho} />
            )}
          </>
        ) : (
          <>
            <div class="s-chosen">
              <b>{whoWords(speech, who)}</b>
              <Button onPress={stop}>{t('deskeat:another')}</Button>
            </div>
            {adding.question === null ? (
              <Dishes board={board} speech={speech} list={list} who={who} onDish={(dish) => adding.add(who, dish)} />
            ) : (
              <AskBox speech={speech} list={list} question={adding.question} />
            )}
          </>
        )}
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskeat:done')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Who was added last, with the way back: the line at the foot of the page is behind the window. */
function AddTold({ desk, speech }: Omit<MealDialogProps, 'onClose'>) {
  const told = desk.told.value;
  return (
    <div role="status">
      {told === null ? null : (
        <p class={`s-told is-${told.type === 'done' ? 'done' : 'refused'} is-inside`}>
          <span>{toldWords(speech, told)}</span>
          {told.type === 'done' && told.undo !== null ? (
            <Button icon="undo" onPress={desk.undo}>
              {speech.t('deskadd:notAfterAll')}
            </Button>
          ) : null}
        </p>
      )}
    </div>
  );
}

export function MoveDialog({ view, ...props }: MealDialogProps & { readonly view: PlateView }) {
  const { desk, list, onClose, speech } = props;
  const { t } = speech;
  const move = (residentId: string | null, name: string) => {
    if (moveTo(desk, list, { name, residentId, speech, view })) onClose();
  };
  return (
    <Dialog title={t('deskadd:moveTitle', { name: plateName(speech, view) })} onClose={onClose}>
      <div class="s-meal s-form">
        <p>{t('deskadd:moveText')}</p>
        <AddTold {...props} />
        <PersonChoice {...props} onChoose={(person) => move(person.id, nameAndDoor(person))} />
        <div class="s-ends">
          <Button onPress={() => move(null, t('deskmeal:aNeighbour'))}>{t('deskadd:guestNew')}</Button>
          <Button onPress={onClose}>{t('deskframe:stop')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

export function OpenOneDialog(props: MealDialogProps) {
  const { desk, list, onClose, speech } = props;
  const { t } = speech;
  return (
    <Dialog title={t('deskadd:openTitle')} onClose={onClose}>
      <div class="s-meal s-form">
        <p>{t('deskadd:openText')}</p>
        <AddTold {...props} />
        <PersonChoice
          {...props}
          onChoose={(person) => {
            if (openForOne(desk, list, { residentId: person.id, name: nameAndDoor(person), speech })) onClose();
          }}
        />
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskframe:stop')}</Button>
        </div>
      </div>
    </Dialog>
  );
}

const MOST = 6;

interface PersonChoiceProps extends Pick<AddScreenProps, 'board' | 'speech' | 'list'> {
  readonly onChoose: (person: DeskPerson) => void;
}

/** A few letters or a door; or the floor and then the name. */
function PersonChoice({ board, list, onChoose, speech }: PersonChoiceProps) {
  const { t } = useDesk();
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState<Place | null>(null);
  const found = query.trim() === '' ? [] : findPeople(deskPeople(board), query);
  const [first] = found;
  return (
    <>
      <label class="s-search">
        <span class="s-hidden">{t('deskeat:search')}</span>
        <Icon name="search" />
        <input
          type="search"
          autocomplete="off"
          // biome-ignore lint/a11y/noAutofocus: the window opens to choose somebody; this is its first field.
          autoFocus
          placeholder={t('deskeat:search')}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || first === undefined) return;
            event.preventDefault();
            onChoose(first);
          }}
        />
      </label>
      {query.trim() === '' ? (
        <>
          <Floors speech={speech} floors={floorsWithPeople(board)} place={place} guests={false} onPlace={setPlace} />
          {place?.type === 'floor' ? (
            <Names board={board} speech={speech} list={list} floor={place.floor} chosen={null} onChoose={onChoose} />
          ) : null}
        </>
      ) : (
        <>
          <p class="s-help" role="status">
            {found.length === 0 ? t('deskbook:nobody') : t('deskbook:found', { count: found.length })}
          </p>
          <ul class="s-found">
            {found.slice(0, MOST).map((person) => (
              <li key={person.id}>
                <button type="button" onClick={() => onChoose(person)}>
                  <span class="s-person">
                    <Door number={person.door} />
                    <b>{person.name}</b>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

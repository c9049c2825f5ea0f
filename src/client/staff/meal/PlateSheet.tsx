/**
 * Everything about one plate in one window: another dish, take away, diet, name, amount, somebody else, off the list.
 * Refuses to stay open after an act: what was done is told below the list, with its way back.
 */
import { useState } from 'preact/hooks';
import type { Command } from '../../../domain/commands.ts';
import type { MealList, PlateView } from '../../../domain/meal-views.ts';
import { actOrTell, addPlate, type MealDesk, restoreCommand } from '../../app/meal-acts.ts';
import { GUEST_NAME_LENGTH } from '../../app/meal-parts.ts';
import { AmountPad } from './AmountPad.tsx';
import { MealButton } from './buttons.tsx';
import { DietEditor } from './DietEditor.tsx';
import { MealDialog } from './MealDialog.tsx';
import { dishWords, type MealSpeech, money, nameAndDoorOf, plateName } from './meal-words.ts';

export interface PlateSheetProps {
  readonly desk: MealDesk;
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly view: PlateView;
  readonly onClose: () => void;
  /** Somebody else comes: who, is asked on a screen of its own. */
  readonly onMove: (view: PlateView) => void;
}

type Step = 'plate' | 'diet' | 'amount' | 'name';

export function PlateSheet(props: PlateSheetProps) {
  const { desk, list, onClose, speech, view } = props;
  const { t } = speech;
  const [step, setStep] = useState<Step>('plate');
  const name = plateName(speech, view);
  const { plate } = view;
  const ids = { activityId: list.activity.id, plateId: plate.id };
  const act = (command: Command, text: string, undo: Command | null) => {
    const done = actOrTell(desk, command, {
      text,
      undo: () => (undo === null ? null : { command: undo, text: t('deskplate:back', { dish: name }) }),
    });
    onClose();
    return done;
  };

  if (step === 'diet') {
    return (
      <MealDialog title={t('deskplate:dietTitle', { name })} out={t('deskmeal:stop')} onClose={onClose}>
        <DietEditor
          speech={speech}
          diet={view.diet}
          onSave={(diet) => {
            const fields = { kinds: [...diet.kinds], allergens: [...diet.allergens], note: diet.note };
            const command: Command =
              plate.residentId === null
                ? { type: 'setGuestDiet', ...ids, ...fields }
                : { type: 'setDiet', residentId: plate.residentId, ...fields };
            act(command, t('deskplate:toldDiet', { name }), null);
          }}
        />
      </MealDialog>
    );
  }
  if (step === 'amount') {
    return (
      <MealDialog title={t('deskplate:amountTitle', { name })} out={t('deskmeal:stop')} onClose={onClose}>
        <AmountPad
          speech={speech}
          price={view.price}
          paid={plate.paid}
          onSave={(cents) => {
            const pay = (paid: number | null): Command => ({
              type: 'markPaid',
              activityId: ids.activityId,
              plateIds: [plate.id],
              paid,
            });
            act(pay(cents), t('deskplate:toldPaid', { name, amount: money(speech, cents) }), pay(plate.paid));
          }}
        />
      </MealDialog>
    );
  }
  if (step === 'name') {
    return (
      <MealDialog title={t('deskplate:guestTitle')} out={t('deskmeal:stop')} onClose={onClose}>
        <NameField
          speech={speech}
          name={plate.guestName}
          onSave={(guestName) =>
            act({ type: 'nameGuest', ...ids, guestName }, t('deskplate:toldGuest', { name: guestName || name }), {
              type: 'nameGuest',
              ...ids,
              guestName: plate.guestName,
            })
          }
        />
      </MealDialog>
    );
  }
  return (
    <MealDialog title={nameAndDoorOf(speech, view)} out={t('deskmeal:close')} onClose={onClose}>
      {view.status === 'gone' ? (
        <div class="m-doings">
          <MealButton
            tone="main"
            icon="undo"
            onPress={() =>
              act(restoreCommand(desk, ids.activityId, ids.plateId), t('deskplate:toldRestored', { name }), {
                type: 'removePlate',
                ...ids,
              })
            }
          >
            {t('deskplate:restore')}
          </MealButton>
        </div>
      ) : (
        <Doings {...props} act={act} setStep={setStep} />
      )}
    </MealDialog>
  );
}

interface DoingsProps extends PlateSheetProps {
  readonly act: (command: Command, text: string, undo: Command | null) => boolean;
  readonly setStep: (step: Step) => void;
}

function Doings({ act, desk, list, onClose, onMove, setStep, speech, view }: DoingsProps) {
  const { t } = speech;
  const { plate } = view;
  const name = plateName(speech, view);
  const ids = { activityId: list.activity.id, plateId: plate.id };
  const isOnline = desk.connection.value.type === 'online';
  const others = [...list.choices];
  // A dish that has left the menu is still what this plate is.
  if (plate.dish !== null && !others.includes(plate.dish)) others.push(plate.dish);
  return (
    <>
      {others.length === 0 ? null : (
        <>
          <h3>{t('deskplate:dish', { name })}</h3>
          <div class="m-tiles">
            {others.map((dish) => (
              <button
                key={dish}
                type="button"
                class="m-tile"
                aria-pressed={dish === plate.dish}
                onClick={() =>
                  act(
                    { type: 'chooseDish', ...ids, dish },
                    t('deskplate:told', { name, dish: dishWords(speech, list, dish) }),
                    {
                      type: 'chooseDish',
                      ...ids,
                      dish: plate.dish,
                    },
                  )
                }
              >
                <span>{dish}</span>
              </button>
            ))}
          </div>
        </>
      )}
      <div class="m-doings">
        <MealButton
          onPress={() =>
            act(
              { type: 'setTakeAway', ...ids, takeAway: !plate.takeAway },
              t(plate.takeAway ? 'deskplate:toldAtTable' : 'deskplate:toldTakeAway', { name }),
              { type: 'setTakeAway', ...ids, takeAway: plate.takeAway },
            )
          }
        >
          {t(plate.takeAway ? 'deskplate:atTable' : 'deskplate:takeAway')}
        </MealButton>
        <MealButton icon="warn" onPress={() => (isOnline && list.knowsDiets ? setStep('diet') : undefined)}>
          {t(isOnline && list.knowsDiets ? 'deskplate:diet' : 'deskplate:dietOffline')}
        </MealButton>
        {plate.residentId === null ? (
          <MealButton onPress={() => setStep('name')}>{t('deskplate:guestName')}</MealButton>
        ) : (
          <MealButton
            icon="someone"
            onPress={() => {
              const who = { residentId: null, hostId: plate.id, guestName: '', dish: plate.dish };
              const guest = t('deskmeal:aGuestOf', { name });
              const words = {
                done: t('deskadd:told', { name: guest }),
                undone: t('deskadd:undone', { name: guest }),
              };
              addGuest(desk, ids.activityId, { who, words });
              onClose();
            }}
          >
            {t('deskplate:guestAdd')}
          </MealButton>
        )}
        {view.price === null && plate.paid === null ? null : (
          <MealButton onPress={() => setStep('amount')}>{t('deskplate:amount')}</MealButton>
        )}
        <MealButton icon="people" onPress={() => onMove(view)}>
          {t('deskplate:move')}
        </MealButton>
        <MealButton
          tone="stop"
          icon="cross"
          onPress={() =>
            act({ type: 'removePlate', ...ids }, t('deskplate:toldRemoved', { name }), {
              type: 'restorePlate',
              ...ids,
              despite: ['closed', 'full'],
            })
          }
        >
          {t('deskplate:remove')}
        </MealButton>
      </div>
    </>
  );
}

/** A guest of somebody who is there already: the host answers for closed and full. */
function addGuest(
  desk: MealDesk,
  activityId: string,
  { who, words }: Pick<Parameters<typeof addPlate>[2], 'who' | 'words'>,
): void {
  const first = addPlate(desk, activityId, { who, words, despite: [], mayWait: false });
  const last =
    first.type === 'ask' ? addPlate(desk, activityId, { who, words, despite: first.obstacles, mayWait: false }) : first;
  if (last.type === 'refused') desk.refuse(last.reason);
}

function NameField(props: {
  readonly speech: MealSpeech;
  readonly name: string;
  readonly onSave: (name: string) => void;
}) {
  const { t } = props.speech;
  const [text, setText] = useState(props.name);
  const tooLong = text.trim().length > GUEST_NAME_LENGTH;
  const save = () => {
    if (!tooLong) props.onSave(text.trim());
  };
  return (
    <div class="m-save">
      <label class="m-field">
        <span>{t('deskplate:guestHint')}</span>
        <input
          type="text"
          value={text}
          autocomplete="off"
          aria-invalid={tooLong}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Enter') save();
          }}
        />
        {tooLong ? <b class="m-wrong">{t('deskplate:guestLong', { count: GUEST_NAME_LENGTH })}</b> : null}
      </label>
      <MealButton tone="main" icon="check" onPress={save}>
        {t('deskplate:dietSave')}
      </MealButton>
    </div>
  );
}

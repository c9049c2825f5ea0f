/** What can be done with a plate that is on the list or in the line: one tap each. Refuses to act: it says what was tapped. */
import type { MealList, PlateView } from '../../../domain/meal-views.ts';
import type { MealDesk } from '../../app/meal-acts.ts';
import type { StandingView } from '../../app/meal-standing.ts';
import type { Doing } from './asking.ts';
import { MealButton } from './buttons.tsx';
import { dishWords, everyWords, type MealSpeech, plateName } from './meal-words.ts';
import type { PlateAct, Step } from './PlateSheet.tsx';
import { addingGuest, lettingIn, sayOff } from './plate-acts.ts';

export interface PlateDoingsProps {
  readonly desk: MealDesk;
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly view: PlateView;
  readonly standing: StandingView | null;
  readonly act: PlateAct;
  readonly ask: (doing: Doing) => void;
  readonly setStep: (step: Step) => void;
  readonly onClose: () => void;
  readonly onMove: (view: PlateView) => void;
}

export function PlateDoings(props: PlateDoingsProps) {
  const { act, ask, desk, list, onClose, onMove, setStep, speech, standing, view } = props;
  const { t } = speech;
  const { plate } = view;
  const name = plateName(speech, view);
  const ids = { activityId: list.activity.id, plateId: plate.id };
  const hasDiets = desk.connection.value.type === 'online' && list.knowsDiets;
  const away = (takeAway: boolean) => ({
    command: { type: 'setTakeAway', ...ids, takeAway } as const,
    text: t(takeAway ? 'deskplate:toldTakeAway' : 'deskplate:toldAtTable', { name }),
  });
  const letIn = lettingIn({ list, speech, view });
  return (
    <>
      <Dishes {...props} />
      <div class="m-doings">
        {letIn === null ? null : (
          <MealButton tone="main" icon="check" onPress={() => ask(letIn)}>
            {t('deskplate:letIn')}
          </MealButton>
        )}
        <MealButton
          onPress={() => act(away(!plate.takeAway).command, away(!plate.takeAway).text, away(plate.takeAway))}
        >
          {t(plate.takeAway ? 'deskplate:atTable' : 'deskplate:takeAway')}
        </MealButton>
        <MealButton icon="warn" onPress={() => (hasDiets ? setStep('diet') : undefined)}>
          {t(hasDiets ? 'deskplate:diet' : 'deskplate:dietOffline')}
        </MealButton>
        {plate.residentId === null ? (
          <MealButton onPress={() => setStep('name')}>{t('deskplate:guestName')}</MealButton>
        ) : (
          <MealButton icon="someone" onPress={() => ask(addingGuest({ list, speech, view }))}>
            {t('deskplate:guestAdd')}
          </MealButton>
        )}
        {standing === null ? null : (
          <MealButton icon="clock" onPress={() => setStep('standing')}>
            {t('deskplate:every', { every: everyWords(speech, standing) })}
          </MealButton>
        )}
        {!list.knowsDiets || (view.price === null && plate.paid === null) ? null : (
          <MealButton onPress={() => setStep('amount')}>{t('deskplate:amount')}</MealButton>
        )}
        <MealButton icon="people" onPress={() => onMove(view)}>
          {t('deskplate:move')}
        </MealButton>
        <MealButton
          tone="stop"
          icon="cross"
          onPress={() => {
            sayOff(desk, { list, speech, view });
            onClose();
          }}
        >
          {t('deskplate:remove')}
        </MealButton>
      </div>
    </>
  );
}

function Dishes({ act, list, speech, view }: PlateDoingsProps) {
  const { t } = speech;
  const { plate } = view;
  const name = plateName(speech, view);
  // A dish that has left the menu is still what this plate is.
  const others =
    plate.dish === null || list.choices.includes(plate.dish) ? list.choices : [...list.choices, plate.dish];
  if (others.length === 0) return null;
  const choose = (dish: string | null) =>
    ({ type: 'chooseDish', activityId: list.activity.id, plateId: plate.id, dish }) as const;
  const back = { command: choose(plate.dish), text: t('deskplate:back', { dish: name }) };
  return (
    <>
      <h3>{t('deskplate:dish', { name })}</h3>
      <div class="m-tiles">
        {others.map((dish) => (
          <button
            key={dish}
            type="button"
            class="m-tile"
            aria-pressed={dish === plate.dish}
            onClick={() => act(choose(dish), t('deskplate:told', { name, dish: dishWords(speech, list, dish) }), back)}
          >
            <span>{dish}</span>
          </button>
        ))}
      </div>
    </>
  );
}

/**
 * Everything about one plate in one window: another dish, take away, diet, name, amount, every time, somebody else, off
 * the list. Refuses to stay open after an act: what was done is told below the list, with its way back.
 */
import { useState } from 'preact/hooks';
import type { Command } from '../../../domain/commands.ts';
import type { MealList, PlateView } from '../../../domain/meal-views.ts';
import { actOrTell, type MealDesk } from '../../app/meal-acts.ts';
import { standingOf } from '../../app/meal-standing.ts';
import type { Undo } from '../../app/staff-work.ts';
import { AmountPad } from './AmountPad.tsx';
import { AskBox } from './AskBox.tsx';
import { useAsking } from './asking.ts';
import { MealButton } from './buttons.tsx';
import { DietEditor } from './DietEditor.tsx';
import { GuestName } from './GuestName.tsx';
import { MealDialog } from './MealDialog.tsx';
import { everyWords, type MealSpeech, money, nameAndDoorOf, plateName } from './meal-words.ts';
import { PlateDoings } from './PlateDoings.tsx';
import { PlateStanding } from './PlateStanding.tsx';
import { dietCommand, restoring } from './plate-acts.ts';

export interface PlateSheetProps {
  readonly desk: MealDesk;
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly view: PlateView;
  readonly onClose: () => void;
  /** Somebody else comes: who, is asked on a screen of its own. */
  readonly onMove: (view: PlateView) => void;
}

export type Step = 'plate' | 'diet' | 'amount' | 'name' | 'standing';

/** Does it, tells it, and closes. */
export type PlateAct = (command: Command, text: string, undo: Undo | null) => void;

export function PlateSheet(props: PlateSheetProps) {
  const { desk, list, onClose, onMove, speech, view } = props;
  const { t } = speech;
  const [step, setStep] = useState<Step>('plate');
  const { attempt, question } = useAsking(desk, onClose);
  const { plate } = view;
  const name = plateName(speech, view);
  const act: PlateAct = (command, text, undo) => {
    actOrTell(desk, command, { text, undo: () => undo });
    onClose();
  };
  const board = desk.board.value;
  const standing =
    board === null || plate.residentId === null
      ? null
      : standingOf(board, list.activity, plate.residentId, desk.minute.value);

  if (step === 'standing' && board !== null && standing !== null) {
    const title = t('deskplate:everyTitle', { name, every: everyWords(speech, standing) });
    return (
      <MealDialog title={title} out={t('deskmeal:stop')} onClose={onClose}>
        <PlateStanding speech={speech} board={board} standing={standing} name={name} dish={plate.dish} act={act} />
      </MealDialog>
    );
  }
  if (step !== 'plate' && step !== 'standing') return <Entry {...props} step={step} act={act} />;
  return (
    <MealDialog title={nameAndDoorOf(speech, view)} out={t('deskmeal:close')} onClose={onClose}>
      <AskBox speech={speech} list={list} question={question} />
      {question !== null ? null : view.status === 'gone' ? (
        <div class="m-doings">
          <MealButton tone="main" icon="undo" onPress={() => attempt(restoring({ list, speech, view }))}>
            {t('deskplate:restore')}
          </MealButton>
        </div>
      ) : (
        <PlateDoings {...{ act, desk, list, onClose, onMove, setStep, speech, standing, view }} ask={attempt} />
      )}
    </MealDialog>
  );
}

interface EntryProps extends PlateSheetProps {
  readonly step: 'diet' | 'amount' | 'name';
  readonly act: PlateAct;
}

/** What is written down about a plate: a diet, an amount, the name of a guest. */
function Entry({ act, list, onClose, speech, step, view }: EntryProps) {
  const { t } = speech;
  const { plate } = view;
  const name = plateName(speech, view);
  const ids = { activityId: list.activity.id, plateId: plate.id };
  const back = (command: Command): Undo => ({ command, text: t('deskplate:back', { dish: name }) });
  if (step === 'diet') {
    return (
      <MealDialog title={t('deskplate:dietTitle', { name })} out={t('deskmeal:stop')} onClose={onClose}>
        <DietEditor
          speech={speech}
          diet={view.diet}
          onSave={(diet, was) => act(dietCommand(view, diet, was), t('deskplate:toldDiet', { name }), null)}
        />
      </MealDialog>
    );
  }
  if (step === 'amount') {
    const pay = (paid: number | null): Command => ({
      type: 'markPaid',
      activityId: ids.activityId,
      plateIds: [plate.id],
      paid,
    });
    return (
      <MealDialog title={t('deskplate:amountTitle', { name })} out={t('deskmeal:stop')} onClose={onClose}>
        <AmountPad
          speech={speech}
          price={view.price}
          paid={plate.paid}
          onSave={(cents) =>
            act(pay(cents), t('deskplate:toldPaid', { name, amount: money(speech, cents) }), back(pay(plate.paid)))
          }
        />
      </MealDialog>
    );
  }
  const call = (guestName: string): Command => ({ type: 'nameGuest', ...ids, guestName });
  return (
    <MealDialog title={t('deskplate:guestTitle')} out={t('deskmeal:stop')} onClose={onClose}>
      <GuestName
        speech={speech}
        name={plate.guestName}
        onSave={(guestName) =>
          act(call(guestName), t('deskplate:toldGuest', { name: guestName || name }), back(call(plate.guestName)))
        }
      />
    </MealDialog>
  );
}

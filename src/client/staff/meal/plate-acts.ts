/** What is done with one plate, as it is told and with its way back. Refuses to draw. */
import type { Command } from '../../../domain/commands.ts';
import type { MealList, PlateView } from '../../../domain/meal-views.ts';
import type { Despite } from '../../app/asking.ts';
import { addCommand, type MealDesk, newPlateBack, takeOff } from '../../app/meal-acts.ts';
import type { Doing } from './asking.ts';
import type { DietFields } from './DietEditor.tsx';
import { type MealSpeech, plateName } from './meal-words.ts';

interface About {
  readonly speech: MealSpeech;
  readonly list: MealList;
  readonly view: PlateView;
}

const idsOf = ({ list, view }: About) => ({ activityId: list.activity.id, plateId: view.plate.id });

export function sayOff(desk: MealDesk, about: About): boolean {
  const name = plateName(about.speech, about.view);
  return takeOff(desk, idsOf(about), {
    done: about.speech.t('deskplate:toldRemoved', { name }),
    undone: about.speech.t('deskplate:toldRestored', { name }),
  });
}

export function restoring(about: About): Doing {
  const { speech, view } = about;
  const { t } = speech;
  const name = plateName(speech, view);
  const text = t('deskplate:toldRemoved', { name });
  return {
    name,
    command: (despite) => ({ type: 'restorePlate', ...idsOf(about), despite }),
    telling: {
      text: t('deskplate:toldRestored', { name }),
      undo: () => ({ command: { type: 'removePlate', ...idsOf(about) }, text }),
    },
  };
}

/** `was` is what stood there when somebody began to write: what another wrote meanwhile stays. */
export function dietCommand({ plate }: PlateView, diet: DietFields, was: DietFields): Command {
  const of = ({ allergens, kinds, note }: DietFields) => ({ kinds: [...kinds], allergens: [...allergens], note });
  const said = { ...of(diet), was: of(was) };
  const { activityId, id: plateId, residentId } = plate;
  return residentId === null
    ? { type: 'setGuestDiet', activityId, plateId, ...said }
    : { type: 'setDiet', residentId, ...said };
}

/** A guest of somebody who is on the list. */
export function addingGuest({ list, speech, view }: About): Doing {
  const { t } = speech;
  const activityId = list.activity.id;
  const name = t('deskmeal:aGuestOf', { name: plateName(speech, view) });
  const who = { residentId: null, hostId: view.plate.id, guestName: '', dish: view.plate.dish };
  return {
    name,
    command: (despite) => addCommand(activityId, who, despite, false),
    telling: { text: t('deskadd:told', { name }), undo: newPlateBack(activityId, t('deskadd:undone', { name })) },
  };
}

/** Somebody who tapped in time and came in too late. */
export function addingHint(
  { list, speech }: Omit<About, 'view'>,
  person: { readonly id: string; readonly name: string },
): Doing {
  const { t } = speech;
  const { choices, activity } = list;
  const dish = choices.length === 1 ? (choices[0] ?? null) : null;
  const who = { residentId: person.id, hostId: null, guestName: '', dish };
  return {
    name: person.name,
    command: (despite) => addCommand(activity.id, who, despite, false),
    telling: {
      text: t('deskadd:told', { name: person.name }),
      undo: newPlateBack(activity.id, t('deskadd:undone', { name: person.name })),
    },
  };
}

/** The whole party of who waits, past whoever stands before it; null for who does not wait. */
export function lettingIn(about: About): Doing | null {
  const { speech, view } = about;
  if (view.status !== 'waiting') return null;
  const name = plateName(speech, view);
  const command: Despite = (despite) => ({ type: 'letIn', ...idsOf(about), despite });
  const back: Command = { type: 'backToLine', ...idsOf(about) };
  const undo = () => ({ command: back, text: speech.t('deskplate:toldWaitsAgain', { name }) });
  return { name, command, telling: { text: speech.t('deskadd:told', { name }), undo } };
}

/** The windows of a resident's diet and standing places: the same as at a meal. */
import { dietOf } from '../../app/meal-parts.ts';
import { type DeskResident, mealHabits } from '../../app/staff-residents.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { DietEditor } from '../meal/DietEditor.tsx';
import { MealDialog } from '../meal/MealDialog.tsx';
import { mealSpeech } from '../meal/meal-words.ts';
import { PlateStanding } from '../meal/PlateStanding.tsx';

interface WindowProps extends BoardProps {
  readonly resident: DeskResident;
  readonly onClose: () => void;
}

export function DietDialog({ board, onClose, resident }: WindowProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { id, name } = resident;
  return (
    <div class="s-meal">
      <MealDialog title={t('deskpeople:dietTitle', { name })} out={t('deskframe:stop')} onClose={onClose}>
        <DietEditor
          speech={desk}
          diet={dietOf(board, id)}
          onSave={({ allergens, kinds, note }) => {
            const command = {
              type: 'setDiet',
              residentId: id,
              kinds: [...kinds],
              allergens: [...allergens],
              note,
            } as const;
            const no = app.act(command, { text: t('deskpeople:dietSaved', { name }) });
            if (no !== null) app.refuse(no);
            onClose();
          }}
        />
      </MealDialog>
    </div>
  );
}

export function HabitDialog({ board, onClose, resident, seriesId }: WindowProps & { readonly seriesId: string }) {
  const desk = useDesk();
  const { app, t } = desk;
  const habit = mealHabits(board, resident.id, app.minute.value).find(({ series }) => series.id === seriesId);
  if (habit === undefined) return null;
  const title = t('deskpeople:habitTitle', { title: habit.series.title, name: resident.name });
  return (
    <div class="s-meal">
      <MealDialog title={title} out={t('deskframe:stop')} onClose={onClose}>
        <PlateStanding
          speech={mealSpeech(desk, board)}
          board={board}
          standing={habit}
          name={resident.name}
          dish={null}
          act={(command, text, undo) => {
            const no = app.act(command, { text, undo: () => undo });
            if (no !== null) app.refuse(no);
            onClose();
          }}
        />
      </MealDialog>
    </div>
  );
}

/**
 * Sets a resident's three pictures, with the resident beside it, or takes them away. Refuses to show a code that was set:
 * only the server can compare one, and only by its hash.
 */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { deskPerson, pictureChoices, picturesInCode } from '../app/staff-people.ts';
import type { StaffKey } from '../i18n/staff-i18n.ts';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Button, Wrong } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { useDesk } from './desk-context.ts';
import { nameAndDoor } from './desk-words.ts';

export interface CodeDialogProps {
  readonly board: Board;
  readonly residentId: string;
  readonly onClose: () => void;
}

type Picture = (typeof pictureChoices)[number];

const pictureWords: Readonly<Record<Picture, StaffKey>> = {
  sun: 'deskriders:picSun',
  coffee: 'deskriders:picCoffee',
  home: 'deskriders:picHome',
  key: 'deskriders:picKey',
  garden: 'deskriders:picGarden',
  chair: 'deskriders:picChair',
  clock: 'deskriders:picClock',
  door: 'deskriders:picDoor',
  moon: 'deskriders:picMoon',
};

export function CodeDialog({ board, residentId, onClose }: CodeDialogProps) {
  const { app, t } = useDesk();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const person = deskPerson(board, residentId);
  const who = person === null ? '' : nameAndDoor(person);
  const missing = picturesInCode - chosen.length;
  const send = async (pictures: readonly number[] | null) => {
    const outcome = await app.setPictureCode(residentId, pictures);
    if (outcome === 'notAllowed') return setWrong(t('deskriders:codeNo'));
    if (outcome === 'passwordNeeded') return setWrong(t('deskno:passwordNeeded'));
    if (outcome === 'unreachable') return setWrong(t('deskriders:codeAway'));
    app.say(t(pictures === null ? 'deskriders:codeRemoved' : 'deskriders:codeSaved', { who }));
    onClose();
  };
  const save = () => {
    if (missing > 0) setWrong(t('deskriders:codeMissing', { count: missing }));
    else void send(chosen);
  };
  return (
    <Dialog title={t('deskriders:codeTitle', { who })} onClose={onClose}>
      <div class="s-form">
        <p>{t('deskriders:codeAsk')}</p>
        <p class="is-soft">{t('deskriders:codeOnce')}</p>
        <Chosen chosen={chosen} />
        <div class="s-pictures">
          {pictureChoices.map((picture, index) => (
            <button
              key={picture}
              type="button"
              onClick={() => {
                setWrong(null);
                if (missing > 0) setChosen([...chosen, index]);
              }}
            >
              <Pictogram name={picture} />
              <span>{t(pictureWords[picture])}</span>
            </button>
          ))}
        </div>
        <Wrong id="code" sentence={wrong} />
        <div class="s-ends">
          <Button tone="stop" onPress={() => void send(null)}>
            {t('deskriders:codeRemove')}
          </Button>
          <Button onPress={() => setChosen([])}>{t('deskriders:codeAgain')}</Button>
          <Button tone="main" onPress={save}>
            {missing > 0 ? t('deskriders:codeMissing', { count: missing }) : t('deskriders:codeSave')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The pictures so far, in their order. */
function Chosen({ chosen }: { readonly chosen: readonly number[] }) {
  const { t } = useDesk();
  return (
    <div>
      <p role="status" class="s-label">
        {t('deskriders:codeChosen', { count: chosen.length })}
      </p>
      <ol class="s-code">
        {Array.from({ length: picturesInCode }, (_, place) => {
          const picture = pictureChoices[chosen[place] ?? -1];
          return (
            <li key={place}>
              {picture === undefined ? (
                <span class="is-empty">{place + 1}</span>
              ) : (
                <>
                  <Pictogram name={picture} />
                  <span class="s-hidden">
                    {t('deskriders:codePlace', { picture: t(pictureWords[picture]), place: place + 1 })}
                  </span>
                </>
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

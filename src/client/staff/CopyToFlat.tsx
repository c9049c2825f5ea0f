/** Asks what of it is made anew in which other flat, and says what became of that. */
import { useState } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import { type CopyChoice, copyTo } from '../app/copies-elsewhere.ts';
import type { OtherFlat } from '../app/staff-app.ts';
import type { Reason } from '../state/screens.ts';
import { Button, Wrong } from './controls.tsx';
import { Dialog } from './Dialog.tsx';
import { type Desk, useDesk } from './desk-context.ts';

export interface CopyToFlatProps {
  readonly board: Board;
  readonly title: string;
  readonly choices: readonly CopyChoice[];
  readonly flats: readonly OtherFlat[];
  /** How the other flat's no is said. */
  readonly why: (desk: Desk, reason: Reason, board: Board) => string;
  readonly onClose: () => void;
}

export function CopyToFlat({ board, choices, flats, onClose, title, why }: CopyToFlatProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [chosen, choose] = useState(choices[0]);
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const copy = async ({ id, name }: OtherFlat) => {
    if (busy || chosen === undefined) return;
    setBusy(true);
    const copied = await copyTo(app.flats, id, chosen);
    setBusy(false);
    if (copied.type === 'refused')
      return setWrong(t('deskflats:refused', { name, why: why(desk, copied.reason, board) }));
    if (copied.type === 'unknown' || copied.type === 'away') return setWrong(t(`deskflats:${copied.type}`, { name }));
    app.say(t(`deskflats:${copied.type}`, { title, name }));
    onClose();
  };
  return (
    <Dialog title={t('deskflats:copyTitle', { title })} onClose={onClose}>
      <p>{t(chosen?.what === 'announcement' ? 'deskflats:staysAnnouncement' : 'deskflats:stays')}</p>
      {choices.length < 2 ? null : (
        <fieldset class="p-choices">
          <legend class="s-hidden">{t('deskflats:what')}</legend>
          {choices.map((each) => (
            <label key={each.what} class="p-choice">
              <input type="radio" name="copy" checked={each === chosen} onChange={() => choose(each)} />
              <b>{t(each.what === 'series' ? 'deskflats:series' : 'deskflats:one')}</b>
              <span class="p-count">{t('deskprogramme:times', { count: each.times })}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div role="alert">
        <Wrong id="copy" sentence={wrong} />
      </div>
      <div class="s-ends">
        <Button onPress={onClose}>{t('deskprogramme:notAfterAll')}</Button>
        {flats.map((flat) => (
          <Button key={flat.id} tone={flats.length === 1 ? 'main' : 'plain'} onPress={() => void copy(flat)}>
            {t('deskflats:copyTo', { name: flat.name })}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

/** Over everything while somebody's session is over. What they were doing stays as it was, out of sight. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Board } from '../../domain/board.ts';
import type { Away } from '../app/staff-return.ts';
import { useDesk } from './desk-context.ts';
import { momentIn } from './desk-words.ts';
import { SignIn } from './SignIn.tsx';

export interface SignInAgainProps {
  readonly board: Board;
  readonly away: Away;
}

export function SignInAgain({ away: { restsUntil, why }, board }: SignInAgainProps) {
  const desk = useDesk();
  const { app } = desk;
  const dialog = useRef<HTMLDialogElement>(null);
  const show = () => dialog.current?.showModal();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="s-again"
      aria-label={desk.t('deskenter:title', { place: desk.t('deskenter:house') })}
      onCancel={(event) => event.preventDefault()}
      onClose={show}
    >
      <SignIn
        speech={desk}
        why={why}
        restsUntil={restsUntil === null ? null : momentIn(board, restsUntil).time}
        goesOn
        onAgain={() => void app.lookAgain()}
        onAccount={app.comeBack}
      />
    </dialog>
  );
}

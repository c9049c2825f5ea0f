/** The tablets of the house that are in use, asked of the server when a page opens and every minute. */
import { useEffect, useState } from 'preact/hooks';
import { type Device, isOut } from '../../app/staff-team.ts';
import { useDesk } from '../desk-context.ts';

/** Null until the server has said. */
export function useTablets(): readonly Device[] | null {
  const { app } = useDesk();
  const [tablets, set] = useState<readonly Device[] | null>(null);
  const now = app.minute.value;
  useEffect(() => {
    let gone = false;
    void app.team.devices().then((answer) => {
      if (!gone && answer.ok) set(answer.value.filter((device) => !isOut(device)));
    });
    return () => {
      gone = true;
    };
  }, [app, now]);
  return tablets;
}

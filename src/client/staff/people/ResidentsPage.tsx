/** The page Bewoners: the list, one of them, and lists that are read in. Refuses to know what the server keeps to itself. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PartOf } from '../../app/staff-places.ts';
import { deskResident, type ResidentWays } from '../../app/staff-residents.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { useStep } from '../use-step.ts';
import { ImportPart } from './ImportPart.tsx';
import { ResidentList } from './ResidentList.tsx';
import { ResidentPage } from './ResidentPage.tsx';

export function ResidentsPage({ board, part }: BoardProps & { readonly part: PartOf<'bewoners'> }) {
  const [openId, open] = useState<string | null>(null);
  const { ways, ask } = useWays();
  useStep(openId !== null, () => open(null));
  const resident = openId === null ? null : deskResident(board, openId);
  if (part === 'inlezen') return <ImportPart board={board} />;
  if (resident !== null)
    return (
      <ResidentPage
        key={resident.id}
        board={board}
        resident={resident}
        ways={ways}
        onChanged={ask}
        onOpen={open}
        onBack={() => open(null)}
      />
    );
  return <ResidentList board={board} ways={ways} onOpen={open} />;
}

/** Asked of the server when the page opens and after each change: a board never has them. */
function useWays() {
  const { app } = useDesk();
  const [ways, set] = useState<ResidentWays | null>(null);
  const ask = useCallback(async () => set(await app.people.ways()), [app]);
  useEffect(() => void ask(), [ask]);
  return { ways, ask };
}

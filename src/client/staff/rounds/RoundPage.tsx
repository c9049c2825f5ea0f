/** Bellen en kloppen: a list to walk on a laptop, one person after the other on a phone, and on paper. */
import { useState } from 'preact/hooks';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { PageHead } from '../PageHead.tsx';
import { useSingleKeys } from '../single-keys.ts';
import { OneByOne } from './OneByOne.tsx';
import { PutOnRoundDialog } from './PutOnRoundDialog.tsx';
import { RoundList } from './RoundList.tsx';
import { RoundSheet } from './RoundSheet.tsx';
import { useRound } from './use-round.ts';

export function RoundPage({ board }: BoardProps) {
  const { app, t } = useDesk();
  const round = useRound(board);
  const [whole, setWhole] = useState(false);
  const count = round.open.length;
  const oneByOne = app.narrow.value && !whole;
  const [putting, put] = useState(false);
  useSingleKeys({ n: () => put(true) });
  return (
    <>
      <PageHead
        title={t('deskframe:round')}
        line={count === 0 ? t('deskround:nothing') : t('deskround:line', { count })}
        tabs={null}
      >
        {app.narrow.value ? (
          <Button icon="list" onPress={() => setWhole(!whole)}>
            {t(whole ? 'deskround:onePerson' : 'deskround:whole')}
          </Button>
        ) : (
          <Button icon="print" onPress={app.print}>
            {t('deskround:print')}
          </Button>
        )}
        <Button icon="add" tone={oneByOne ? 'plain' : 'main'} onPress={() => put(true)}>
          {t('deskround:put')}
        </Button>
      </PageHead>
      {oneByOne ? <OneByOne board={board} round={round} /> : <RoundList board={board} round={round} />}
      {putting ? <PutOnRoundDialog board={board} onClose={() => put(false)} /> : null}
      <RoundSheet board={board} stops={round.open} />
    </>
  );
}

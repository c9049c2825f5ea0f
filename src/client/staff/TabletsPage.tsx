/** Tablets: which are of this house, a code for a new one, and a lost one put out. Refuses to guess why one is silent. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { CODE_LASTS, type Device, inTwo, isOut, isSeen, type NewTablet, secondsUntil } from '../app/staff-team.ts';
import { Button, Wrong } from './controls.tsx';
import { type BoardProps, useDesk } from './desk-context.ts';
import { PageHead } from './PageHead.tsx';
import { useSingleKeys } from './single-keys.ts';
import { TabletCard } from './TabletCard.tsx';
import { teamNo } from './team-words.ts';

export function TabletsPage({ board }: BoardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [wrong, setWrong] = useState<string | null>(null);
  const [code, setCode] = useState<NewTablet | null>(null);
  const [before, setBefore] = useState<ReadonlySet<string>>(new Set());
  const { devices, ask } = useDevices(setWrong);
  const now = app.minute.value;
  // Every minute again: what was seen lately is the point of this page.
  useEffect(() => void ask(), [ask, now]);
  const newTablet = async () => {
    setBefore(new Set((devices ?? []).map(({ id }) => id)));
    const answer = await app.team.newTablet();
    setCode(answer.ok ? answer.value : null);
    setWrong(answer.ok ? null : teamNo(desk, answer.why));
  };
  const putOut = async ({ id, name }: Device) => {
    const answer = await app.team.putOut(id);
    if (answer.ok) app.say(t('desktablets:wentOut', { name }));
    else setWrong(teamNo(desk, answer.why));
    await ask();
  };
  const arrived = code === null ? undefined : devices?.find((device) => !before.has(device.id) && !isOut(device));
  useEffect(() => {
    if (arrived === undefined) return;
    setCode(null);
    app.say(t('desktablets:joined', { name: arrived.name }));
  }, [arrived]);
  useSingleKeys({ n: () => void newTablet() });
  const used = (devices ?? []).filter((device) => !isOut(device));
  const gone = (devices ?? []).filter(isOut);
  const working = used.filter((device) => isSeen(device, now)).length;
  return (
    <>
      <PageHead
        title={t('deskframe:tablets')}
        line={
          devices === null
            ? t('desktablets:asking')
            : used.length === 0
              ? ''
              : t('desktablets:line', { working, count: used.length })
        }
        tabs={null}
      >
        <Button
          icon="plus"
          tone="main"
          hint={app.letters.value && !app.narrow.value ? 'n' : undefined}
          onPress={() => void newTablet()}
        >
          {t('desktablets:new')}
        </Button>
      </PageHead>
      <Wrong id="tablets" sentence={wrong} />
      {code === null ? null : (
        <NewCode code={code} onDone={() => setCode(null)} onAgain={() => void newTablet()} onLook={ask} />
      )}
      {devices !== null && used.length === 0 ? <p class="s-card">{t('desktablets:none')}</p> : null}
      <ul class="s-tablets">
        {used.map((device) => (
          <TabletCard key={device.id} board={board} device={device} onPutOut={() => void putOut(device)} />
        ))}
      </ul>
      {gone.length === 0 ? null : (
        <details class="s-card s-details">
          <summary>{t('desktablets:out', { count: gone.length })}</summary>
          <ul class="s-list">
            {gone.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function useDevices(onWrong: (sentence: string | null) => void) {
  const desk = useDesk();
  const { app } = desk;
  const [devices, set] = useState<readonly Device[] | null>(null);
  const ask = useCallback(async () => {
    const answer = await app.team.devices();
    if (answer.ok) set(answer.value);
    onWrong(answer.ok ? null : teamNo(desk, answer.why));
  }, [app]);
  return { devices, ask };
}

interface NewCodeProps {
  readonly code: NewTablet;
  readonly onDone: () => void;
  readonly onAgain: () => void;
  /** Every few seconds: somebody is waiting at the tablet to see it come in. */
  readonly onLook: () => Promise<void>;
}

const LOOK_EVERY = 3;

/** The code with the time left, which counts down by itself. */
function NewCode({ code, onDone, onAgain, onLook }: NewCodeProps) {
  const { app, t } = useDesk();
  const [seconds, setSeconds] = useState(CODE_LASTS);
  useEffect(() => app.watchSeconds((now) => setSeconds(secondsUntil(code.until, now))), [app, code]);
  const over = seconds <= 0;
  const looks = Math.ceil(seconds / LOOK_EVERY);
  useEffect(() => {
    if (!over) void onLook();
  }, [looks]);
  return (
    <section class="s-card" aria-labelledby="new-tablet">
      <h2 id="new-tablet">{t('desktablets:newTitle')}</h2>
      <p>{t(over ? 'desktablets:codeOver' : 'desktablets:codeHow')}</p>
      {over ? null : (
        <>
          <p class="s-huge">{inTwo(code.code)}</p>
          <progress class="s-left" max={CODE_LASTS} value={seconds} aria-hidden="true" />
          <p>
            {t('desktablets:left', {
              minutes: t('deskwhen:minutes', { count: Math.floor(seconds / 60) }),
              seconds: t('desktablets:seconds', { count: seconds % 60 }),
            })}
          </p>
        </>
      )}
      <div class="s-row is-wrap">
        <Button onPress={onDone}>{t('desktablets:done')}</Button>
        {over ? <Button onPress={onAgain}>{t('desktablets:newAgain')}</Button> : null}
      </div>
    </section>
  );
}

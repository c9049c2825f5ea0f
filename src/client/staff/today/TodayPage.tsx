/** Vandaag: what needs me now with one action each, then what comes, and in one line what was. Refuses to do it here. */
import { useCallback, useEffect, useState } from 'preact/hooks';
import { type Device, isOut, isSeen } from '../../app/staff-team.ts';
import { houseName } from '../../app/staff-trips.ts';
import { type Need, needsOf } from '../../app/today.ts';
import { capitalised, clockTime, dayPartOf } from '../../i18n/dates.ts';
import { Button, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, longDay } from '../desk-words.ts';
import { Icon } from '../Icon.tsx';
import { PageHead } from '../PageHead.tsx';
import { BackupFailed } from './BackupFailed.tsx';
import { Coming } from './Coming.tsx';
import { needWords } from './need-words.ts';
import { RoundCard } from './RoundCard.tsx';
import { WhoIsHere } from './WhoIsHere.tsx';

export function TodayPage({ board }: BoardProps) {
  const desk = useDesk();
  const { app, language, t } = desk;
  const devices = useTablets();
  const { date, time } = app.wallClock.value;
  const part = dayPartOf(clockTime(time));
  const greeting = language.greetings[part === 'night' ? 'evening' : part];
  const [firstName = ''] = app.me.name.split(' ');
  const day = capitalised(desk, longDay(desk, date));
  const line = app.narrow.value
    ? t('desktoday:lineShort', { house: houseName(board), day: longDay(desk, date) })
    : t('desktoday:line', { day, time: clock(time) });
  const needs = needsOf(board, devices, app.minute.value);
  return (
    <>
      <PageHead title={t('desktoday:title', { greeting, name: firstName })} line={line} tabs={null} />
      <div class="s-today">
        <div class="s-stack">
          <Needs board={board} needs={needs} />
          <Coming board={board} />
        </div>
        <div class="s-stack">
          <BackupFailed />
          <RoundCard board={board} isNext={needs.length === 0} />
          <Tablets devices={devices} />
          <WhoIsHere board={board} />
        </div>
      </div>
    </>
  );
}

/** Null while the server has not said, or cannot be reached. */
function useTablets(): readonly Device[] | null {
  const { app } = useDesk();
  const [devices, set] = useState<readonly Device[] | null>(null);
  const now = app.minute.value;
  const ask = useCallback(async () => {
    const answer = await app.team.devices();
    if (answer.ok) set(answer.value);
  }, [app]);
  useEffect(() => void ask(), [ask, now]);
  return devices;
}

const FEW = 4;

function Needs({ board, needs }: BoardProps & { readonly needs: readonly Need[] }) {
  const desk = useDesk();
  const { app, t } = desk;
  const [all, setAll] = useState(false);
  const shown = all || !app.narrow.value ? needs : needs.slice(0, FEW);
  const rest = needs.length - shown.length;
  return (
    <section class="s-card" aria-labelledby="needs">
      <div class="s-card-head">
        <h2 id="needs">{t('desktoday:needs')}</h2>
        <p class="is-soft">{needs.length === 0 ? '' : t('desktoday:count', { count: needs.length })}</p>
      </div>
      {needs.length === 0 ? <State tone="ok">{t('desktoday:noNeeds')}</State> : null}
      <ul class="s-needs">
        {shown.map((need, index) => {
          const words = needWords(desk, board, need);
          return (
            <li key={`${need.type} ${need.key}`}>
              <span class={`s-need-sign is-${words.tone}`}>
                <Icon name={words.icon} />
              </span>
              <span class="is-grow">
                <b>{words.title}</b>
                <br />
                <span class="is-soft">{words.line}</span>
              </span>
              <Button
                tone={index === 0 ? 'main' : 'plain'}
                label={`${words.act}: ${words.title}`}
                onPress={() => app.goTo(need.place, need.wanted)}
              >
                {words.act}
              </Button>
            </li>
          );
        })}
      </ul>
      {rest === 0 ? null : <Button onPress={() => setAll(true)}>{t('desktoday:more', { count: rest })}</Button>}
    </section>
  );
}

function Tablets({ devices }: { readonly devices: readonly Device[] | null }) {
  const { app, t } = useDesk();
  const used = (devices ?? []).filter((device) => !isOut(device));
  if (devices === null || used.length === 0) return null;
  return (
    <section class="s-card is-quiet" aria-labelledby="tablets-today">
      <h2 id="tablets-today">{t('deskframe:tablets')}</h2>
      <ul class="s-tasks">
        {used.map((device) => {
          const works = isSeen(device, app.minute.value);
          return (
            <li key={device.id}>
              <span class="is-grow">{device.name}</span>
              <State tone={works ? 'ok' : 'warn'}>{t(works ? 'desktablets:works' : 'desktablets:away')}</State>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

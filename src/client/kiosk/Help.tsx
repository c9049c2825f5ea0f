/** Hulp: who is here now, one large number, and how it works in three steps; these on a page of their own in need. */
import { useRef, useState } from 'preact/hooks';
import { helpNumber, type Present, teamToday } from '../../domain/team-views.ts';
import type { Key } from '../i18n/keys.ts';
import { Header, type ToolProps } from '../ui/Header.tsx';
import { Key as KeyButton } from '../ui/Key.tsx';
import { Name } from '../ui/Name.tsx';
import { Pictogram, type PictogramName } from '../ui/pictograms/Pictogram.tsx';
import { Rich } from '../ui/Rich.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { TapButton } from '../ui/TapButton.tsx';
import { type App, useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayAndTime, OrDay, withDayAndTime } from './DayAndTime.tsx';
import { Face, mainFunction } from './Face.tsx';
import { subjectOf } from './fitting-page.ts';
import { Bar, toolsOf } from './frame.tsx';
import { digits } from './now.ts';

const SHOWN = { normal: 2, groter: 1 } as const;
const LOOKS = [
  'help',
  'help tight',
  'help no-steps',
  'help no-steps bare',
  'help no-steps bare lone',
  'help no-steps bare lone quiet',
];
const STEPS: readonly (readonly [PictogramName, Key])[] = [
  ['sign-up', 'help:step1'],
  ['door', 'help:step2'],
  ['check', 'help:step3'],
];

export function Help({ board }: BoardProps) {
  const app = useApp();
  const { t } = app.i18n;
  const place = useRef<HTMLElement>(null);
  const [turned, setTurned] = useState(false);
  const subject = subjectOf(app, 'help');
  // The drawing of a telephone gives way first. Who is here and the number come before the steps.
  const steps = useStepsToFit(place, { subject, most: LOOKS.length - 1, boxes: '.help-two, .box, .step' });
  const team = teamToday(board, app.minute.value).slice(0, SHOWN[app.size.value]);
  const apart = steps > 1;
  const how = apart && turned;
  const staff: ToolProps = { picture: 'team', label: t('help:staff'), onTap: app.openStaffDoor };
  const more: ToolProps = { picture: 'next', label: t('common:more'), onTap: () => setTurned(!turned) };
  return (
    <Screen
      id={how ? 'help how' : 'help'}
      header={
        <Header
          title={t('help:title')}
          {...whatOf(app, how ? 'how' : team.length === 0 ? 'nobody' : 'team')}
          tools={toolsOf(app, apart ? (how ? [more, staff] : [more]) : [staff])}
        />
      }
      bar={<Bar current="help" />}
    >
      {how ? (
        <main key="how" class="help how">
          <Steps />
        </main>
      ) : (
        <main key="who" class={LOOKS[steps]} ref={place}>
          <div class="help-two">
            <TapButton class="box ours" primary={false} onTap={() => app.show({ type: 'team', page: 0 })}>
              <span class="whole-team">
                {t('help:team')}
                <Pictogram name="next" />
              </span>
              {team.length === 0 ? (
                <Nobody />
              ) : (
                team.map((who) => <Helper key={who.member.id} board={board} who={who} />)
              )}
            </TapButton>
            <Call phone={helpNumber(board)?.phone ?? null} onVisit={app.askVisit} />
          </div>
          {apart ? null : <Steps />}
        </main>
      )}
    </Screen>
  );
}

/** How it works has narrow words beside four tools, and that nobody is here comes before the time. */
function whatOf(app: App, shown: 'how' | 'nobody' | 'team') {
  const { t } = app.i18n;
  if (shown === 'team') return withDayAndTime(app, { sub: <OrDay words={t('help:sub')} /> });
  return { sub: shown === 'how' ? '' : t('help:subNobody'), now: <DayAndTime /> };
}

function Steps() {
  const { t } = useApp().i18n;
  return (
    <div class="steps">
      {STEPS.map(([picture, words], i) => (
        <p key={words} class="step">
          <span class="side">
            <Pictogram name={picture} />
          </span>
          <span>
            <span class="which">{t('help:step', { number: i + 1 })} </span>
            {t(words)}
          </span>
        </p>
      ))}
    </div>
  );
}

function Helper({ board, who: { member, until } }: BoardProps & { readonly who: Present }) {
  const app = useApp();
  return (
    <span class="helper">
      <Face board={board} member={member} />
      <span class="who-is">
        <b>
          <bdi>{member.name}</bdi>
        </b>
        <span lang="nl">
          <Name text={mainFunction(member.function)} />
        </span>
        {app.size.value === 'groter' ? null : (
          <span class="soft">
            {until === null ? app.i18n.t('help:today') : app.i18n.t('help:until', { time: digits(until) })}
          </span>
        )}
      </span>
    </span>
  );
}

function Nobody() {
  const { t } = useApp().i18n;
  return (
    <span class="helper">
      <span class="avatar">
        <Pictogram name="phone" />
      </span>
      <b class="who-is">{t('help:nobody')}</b>
    </span>
  );
}

function Call({ onVisit, phone }: { readonly phone: string | null; readonly onVisit: () => void }) {
  const { t } = useApp().i18n;
  return (
    <section class="box call">
      <Pictogram name="phone" />
      <p class="whom">{t('help:call')}</p>
      {phone === null ? (
        <p>{t('help:noNumber')}</p>
      ) : (
        <p class="number">
          <bdi>{phone}</bdi>
        </p>
      )}
      <p class="urgent">
        <Rich text={t('help:urgent')} />
      </p>
      <KeyButton picture="door" label={t('help:visit')} primary={false} onTap={onVisit} />
    </section>
  );
}

/** Somebody of the team was asked to come by: that they know, or will know, and the way back. */
import { useRef } from 'preact/hooks';
import { personOf } from '../../domain/views.ts';
import type { Screen as ScreenState } from '../state/screens.ts';
import { BigTicket } from '../ui/BigTicket.tsx';
import { Header } from '../ui/Header.tsx';
import { Key } from '../ui/Key.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useStepsToFit } from '../ui/steps-to-fit.ts';
import { useApp } from './app-context.ts';
import type { BoardProps } from './board-props.ts';
import { DayAndTime } from './DayAndTime.tsx';
import { subjectOf } from './fitting-page.ts';
import { toolsOf } from './frame.tsx';
import { OwnBar } from './question-bar.tsx';

type Asked = Extract<ScreenState, { readonly type: 'visit' }>;

const ROOM = ['rows', 'rows tight', 'rows tight bare', 'rows tight bare'];

export function VisitAsked({ board, residentId, what }: BoardProps & Pick<Asked, 'residentId' | 'what'>) {
  const app = useApp();
  const { t } = app.i18n;
  const place = useRef<HTMLElement>(null);
  const asked = what === 'asked';
  const heard = app.connection.value.type === 'online';
  const subject = subjectOf(app, 'visit', what, heard ? 'heard' : 'kept');
  const steps = useStepsToFit(place, { subject, most: 3, boxes: '.text, .stub' });
  const name = personOf(board, residentId)?.name?.firstName ?? '';
  const title = name === '' ? t('done:titleNoName') : t('done:title', { name });
  const story = asked ? t(heard ? 'help:visitStory' : 'help:visitSaved') : undefined;
  return (
    <Screen
      id={`visit ${what}`}
      header={
        <Header
          title={title}
          sub={asked && heard ? t('help:visitSub') : asked ? undefined : t('done:awaySub')}
          now={asked ? <DayAndTime /> : undefined}
          tools={toolsOf(app)}
        />
      }
      bar={
        <OwnBar>
          <div class="both">
            <Key picture="check" label={t('common:done')} tone="yes" onTap={app.finish} />
            {asked ? (
              <Key picture="undo" label={t('help:visitUndo')} tone="stop" onTap={() => app.takeBackVisit(residentId)} />
            ) : (
              <DayAndTime />
            )}
          </div>
        </OwnBar>
      }
    >
      <main class={ROOM[steps]} ref={place} style={{ '--rows': 1 }}>
        <BigTicket
          picture="team"
          tint="plain"
          name={t(asked ? 'help:visitTitle' : 'help:visitOff')}
          lines={[]}
          story={story}
        />
      </main>
    </Screen>
  );
}

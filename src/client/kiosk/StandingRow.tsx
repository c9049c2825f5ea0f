/** A meal somebody takes part in every time, as a row of their own things: that it is so, and a pause in one tap. */
import type { StandingView } from '../../domain/own-meal-views.ts';
import { Action } from '../ui/Action.tsx';
import { Mark } from '../ui/Mark.tsx';
import { pictureOf } from '../ui/pictograms/activity-picture.ts';
import { Row, Slip } from '../ui/Slip.tsx';
import { tintOf } from './activity-look.ts';
import { useApp } from './app-context.ts';
import { everyWords, pauseWords } from './meal-words.ts';

export function StandingRow({ view }: { readonly view: StandingView }) {
  const app = useApp();
  const { t } = app.i18n;
  const { rhythm, series, state, title } = view;
  const paused = state === 'paused';
  const open = () => app.show({ type: 'standing', seriesId: series.id, activityId: null });
  const action = paused ? (
    <Action picture="sign-up" label={t('meal:resume')} about={title} onTap={() => app.resumeEveryTime(series.id)} />
  ) : (
    <Action
      picture="moon"
      tone="plain"
      label={t('meal:pause')}
      about={title}
      onTap={() => app.show({ type: 'pause', seriesId: series.id })}
    />
  );
  return (
    <Row action={action}>
      <Slip
        picture={pictureOf(series)}
        tint={tintOf(series)}
        name={title}
        nameLang={app.i18n.language.value.tag === 'nl' ? undefined : 'nl'}
        look={paused ? 'note' : 'mine'}
        onTap={open}
      >
        <Mark
          picture={paused ? 'moon' : 'check'}
          tone={paused ? 'plain' : 'yes'}
          label={paused ? t('meal:paused') : t('meal:standing', { every: everyWords(app, rhythm) })}
        />
        {paused && app.size.value === 'normal' ? <span>{pauseWords(app, view)}</span> : null}
      </Slip>
    </Row>
  );
}

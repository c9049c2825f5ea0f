/** Something a resident must be told, as a row: what happened, and the one thing to do about it. */
import type { Notice } from '../../domain/notice.ts';
import type { ActivityView } from '../../domain/views.ts';
import type { Key } from '../i18n/keys.ts';
import { Action } from '../ui/Action.tsx';
import { Mark, type MarkProps } from '../ui/Mark.tsx';
import { Row, Slip, type SlipProps } from '../ui/Slip.tsx';
import { slipFace } from './ActivityRow.tsx';
import { useApp } from './app-context.ts';
import { ChangedMark } from './ChangedMark.tsx';
import { dayName, speechOf } from './now.ts';

export interface NoticeLine {
  readonly notice: Notice;
  readonly view: ActivityView;
}

interface Telling {
  readonly look: NonNullable<SlipProps['look']>;
  readonly sign: MarkProps['picture'];
  readonly tone: NonNullable<MarkProps['tone']>;
  readonly what: Key;
  readonly more: Key | null;
}

const tellings: Readonly<Record<Exclude<Notice['type'], 'changed'>, Telling>> = {
  promoted: { look: 'mine', sign: 'check', tone: 'yes', what: 'mine:promoted', more: 'mine:promotedMore' },
  cancelled: { look: 'off', sign: 'cross', tone: 'stop', what: 'activity:cancelled', more: 'mine:cancelledMore' },
  restored: { look: 'mine', sign: 'check', tone: 'yes', what: 'mine:restored', more: null },
  withdrawn: { look: 'note', sign: 'cross', tone: 'plain', what: 'mine:withdrawn', more: 'mine:withdrawnMore' },
  tooLate: { look: 'note', sign: 'clock', tone: 'plain', what: 'mine:tooLate', more: 'mine:tooLateMore' },
  guestsStayed: { look: 'mine', sign: 'clock', tone: 'plain', what: 'mine:cameLate', more: 'mine:guestsStayed' },
  stillIn: { look: 'mine', sign: 'clock', tone: 'plain', what: 'mine:cameLate', more: 'mine:stillIn' },
  dishStayed: { look: 'mine', sign: 'clock', tone: 'plain', what: 'mine:cameLate', more: 'mine:dishStayed' },
  notStanding: {
    look: 'note',
    sign: 'clock',
    tone: 'plain',
    what: 'refused:standingFull',
    more: 'refused:standingFullDo',
  },
  message: { look: 'note', sign: 'message', tone: 'plain', what: 'mine:message', more: null },
};

export function NoticeRow({ line: { notice, view } }: { readonly line: NoticeLine }) {
  const app = useApp();
  const { t } = app.i18n;
  const { activity } = view;
  const till = dayName(speechOf(app), app.wallClock.value.date, activity.date);
  const face = { ...slipFace(app, view), soon: undefined, till };
  const knows = () => app.dismissNotice(notice.id);
  const again = () => app.signUpAgain(notice);
  const mayComeBack = notice.type === 'withdrawn' && (view.state === 'open' || view.state === 'full');
  const action = mayComeBack ? (
    <Action picture="sign-up" label={t('activity:again')} about={activity.title} onTap={again} />
  ) : (
    <Action picture="check" tone="plain" label={t('mine:know')} about={activity.title} onTap={knows} />
  );
  if (notice.type === 'changed') {
    return (
      <Row action={action}>
        <Slip {...face} look="mine">
          <ChangedMark activity={activity} />
        </Slip>
      </Row>
    );
  }
  const { look, sign, tone, what, more } = tellings[notice.type];
  return (
    <Row action={action}>
      <Slip {...face} look={look}>
        <Mark picture={sign} tone={tone} label={t(what)} />
        {more === null || app.size.value === 'groter' ? null : <span>{t(more)}</span>}
        {notice.words === '' ? null : <span lang="nl">{notice.words}</span>}
      </Slip>
    </Row>
  );
}

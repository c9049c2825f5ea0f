/** Agenda: addresses under which calendar programs read the programme, each to copy and to withdraw. Shows no names. */
import { useState } from 'preact/hooks';
import { calendarLinks, calendarPath, roomsOfHouse } from '../../app/staff-settings.ts';
import { Button, Select } from '../controls.tsx';
import { Dialog } from '../Dialog.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { longDay, momentIn } from '../desk-words.ts';

type Link = ReturnType<typeof calendarLinks>[number];

/** The value of a choice cannot be null. */
const WHOLE = '';

export function CalendarPart({ board }: BoardProps) {
  const { app, t } = useDesk();
  const [room, chooseRoom] = useState<string>(WHOLE);
  const [withdrawing, withdraw] = useState<Link | null>(null);
  const links = calendarLinks(board);
  const add = async () => {
    const made = await app.calendars.add(room === WHOLE ? null : room);
    if (made.type === 'refused') app.refuse(made.reason);
    else app.say(t(made.type === 'done' ? 'deskout:added' : 'deskout:away'));
  };
  const rooms = roomsOfHouse(board).map(({ name }) => ({ value: name, text: name }));
  return (
    <section class="s-card s-stack" aria-labelledby="calendar">
      <div>
        <h2 id="calendar">{t('deskout:calendar')}</h2>
        <p class="is-soft">{t('deskout:calendarWhy')}</p>
        <p>{t('deskout:how')}</p>
      </div>
      <div class="s-one-line">
        <Select
          id="calendar-room"
          label={t('deskout:of')}
          value={room}
          choices={[{ value: WHOLE, text: t('deskout:whole') }, ...rooms]}
          onChoose={chooseRoom}
        />
        <Button icon="plus" tone="main" onPress={() => void add()}>
          {t('deskout:add')}
        </Button>
      </div>
      {links.length === 0 ? <p>{t('deskout:none')}</p> : null}
      <ul class="s-tasks">
        {links.map((link) => (
          <LinkRow key={link.id} board={board} link={link} onWithdraw={() => withdraw(link)} />
        ))}
      </ul>
      {withdrawing === null ? null : <WithdrawDialog link={withdrawing} onClose={() => withdraw(null)} />}
    </section>
  );
}

interface LinkRowProps extends BoardProps {
  readonly link: Link;
  readonly onWithdraw: () => void;
}

function LinkRow({ board, link, onWithdraw }: LinkRowProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const what = link.room ?? t('deskout:whole');
  const address = `${app.origin}${calendarPath(link)}`;
  const id = `link-${link.id}`;
  const copy = async () => app.say(t((await app.copy(address)) ? 'deskout:copied' : 'deskout:notCopied'));
  const day = longDay(desk, momentIn(board, Date.parse(link.at)).date);
  return (
    <li>
      <div class="s-field s-address">
        <label for={id}>{t('deskout:address', { what })}</label>
        <textarea id={id} readOnly rows={3} value={address} onFocus={({ currentTarget }) => currentTarget.select()} />
        <p class="s-help">{t('deskout:madeAt', { day })}</p>
      </div>
      <Button icon="copy" label={`${t('deskout:copy')}: ${t('deskout:address', { what })}`} onPress={() => void copy()}>
        {t('deskout:copy')}
      </Button>
      <Button tone="stop" label={`${t('deskout:withdraw')}: ${t('deskout:address', { what })}`} onPress={onWithdraw}>
        {t('deskout:withdraw')}
      </Button>
    </li>
  );
}

/** Asked first: an address that is withdrawn never comes back. */
function WithdrawDialog({ link, onClose }: { readonly link: Link; readonly onClose: () => void }) {
  const { app, t } = useDesk();
  const what = link.room ?? t('deskout:whole');
  const yes = () => {
    const no = app.act({ type: 'removeCalendarLink', linkId: link.id }, { text: t('deskout:withdrawn', { what }) });
    if (no !== null) app.refuse(no);
    onClose();
  };
  return (
    <Dialog title={t('deskout:withdrawTitle', { what })} onClose={onClose}>
      <div class="s-form">
        <ul class="s-list">
          <li>{t('deskout:withdrawDoes1')}</li>
          <li>{t('deskout:withdrawDoes2')}</li>
        </ul>
        <div class="s-ends">
          <Button onPress={onClose}>{t('deskout:keep')}</Button>
          <Button tone="stop" onPress={yes}>
            {t('deskout:withdrawYes')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** The people of one activity: who comes, who waits, who came; and what can be done about it, for them and for the date. */
import { useState } from 'preact/hooks';
import type { Activity } from '../../../domain/activity.ts';
import { activityCopies } from '../../app/copies-elsewhere.ts';
import { type PersonLine, peopleLines, visitorsOf, waitingLines } from '../../app/programme-people.ts';
import { activityOf } from '../../app/staff-programme.ts';
import { CopyToFlat } from '../CopyToFlat.tsx';
import { Button, Door, Segments } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { longDay } from '../desk-words.ts';
import { money } from '../meal/meal-words.ts';
import { useOtherFlats } from '../OtherFlats.tsx';
import { PageHead } from '../PageHead.tsx';
import { useBackKey } from '../single-keys.ts';
import { AddPersonDialog, CancelDialog, MessageDialog } from './activity-dialogs.tsx';
import { closesWords, programmeRefusal, timeWords } from './programme-words.ts';
import { SeriesDates } from './SeriesDates.tsx';
import { VisitorsField } from './VisitorsField.tsx';
import { Waiting } from './Waiting.tsx';

export interface PeoplePageProps extends BoardProps {
  readonly activityId: string;
  /** Begins with who came. */
  readonly attendance: boolean;
  readonly onBack: () => void;
  readonly onChange: () => void;
}

type View = 'byDoor' | 'byName' | 'didCome';

export function PeoplePage({ activityId, attendance, board, onBack, onChange }: PeoplePageProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [opened, open] = useState<'message' | 'cancel' | 'add' | 'copy' | null>(null);
  const flats = useOtherFlats();
  const activity = activityOf(board, activityId);
  const close = () => open(null);
  useBackKey(onBack);
  if (activity === null) {
    return (
      <PageHead title={t('deskprogramme:title')} line={t('deskprogramme:no_activityUnknown')} tabs={null}>
        <Button onPress={onBack}>{t('deskprogramme:back')}</Button>
      </PageHead>
    );
  }
  const goesOn = () =>
    app.perform(
      { type: 'restoreActivity', activityId },
      { text: t('deskprogramme:restored', { title: activity.title }) },
    );
  const waiting = waitingLines(board, activityId);
  const copies = activityCopies(board, activity, app.wallClock.value.date);
  return (
    <>
      <PageHead title={activity.title} line={lineOf(desk, activity)} tabs={null}>
        <Button icon="back" onPress={onBack}>
          {t('deskprogramme:back')}
        </Button>
        <Button icon="print" onPress={app.print}>
          {t('deskprogramme:print')}
        </Button>
        <Button icon="paper" onPress={() => open('message')}>
          {t('deskprogramme:message')}
        </Button>
        <Button onPress={onChange}>{t('deskprogramme:change')}</Button>
        {activity.cancelled === null ? (
          <Button tone="stop" onPress={() => open('cancel')}>
            {t('deskprogramme:cancel')}
          </Button>
        ) : (
          <Button onPress={goesOn}>{t('deskprogramme:goesOn')}</Button>
        )}
        {activity.meal === null && activity.signUp === 'open' && activity.cancelled === null ? (
          <Button icon="add" tone="main" onPress={() => open('add')}>
            {t('deskprogramme:addPerson')}
          </Button>
        ) : null}
      </PageHead>
      <div class="p-columns">
        <People board={board} activity={activity} attendance={attendance} />
        <div class="p-no-print">
          {waiting.length === 0 ? null : <Waiting board={board} activity={activity} lines={waiting} />}
          <Facts activity={activity} onCopy={flats.length === 0 || copies.length === 0 ? null : () => open('copy')} />
          <SeriesDates board={board} activity={activity} />
        </div>
      </div>
      {opened === 'message' ? <MessageDialog board={board} activity={activity} onClose={close} /> : null}
      {opened === 'cancel' ? <CancelDialog board={board} activity={activity} onClose={close} /> : null}
      {opened === 'add' ? <AddPersonDialog board={board} activity={activity} onClose={close} /> : null}
      {opened === 'copy' ? (
        <CopyToFlat
          {...{ board, flats, choices: copies, title: activity.title, onClose: close }}
          why={programmeRefusal}
        />
      ) : null}
    </>
  );
}

function lineOf(desk: ReturnType<typeof useDesk>, activity: Activity): string {
  const { date, room } = activity;
  return desk.t('deskprogramme:peopleLine', {
    day: longDay(desk, date),
    hours: timeWords(desk, activity),
    room: room === '' ? '' : desk.t('deskprogramme:inRoom', { room }),
  });
}

interface OfActivity extends BoardProps {
  readonly activity: Activity;
}

function People({ activity, attendance, board }: OfActivity & Pick<PeoplePageProps, 'attendance'>) {
  const desk = useDesk();
  const { app, t } = desk;
  const [view, setView] = useState<View>(attendance ? 'didCome' : 'byDoor');
  const lines = peopleLines(board, activity.id, view === 'byName');
  const count = lines.reduce((sum, line) => sum + 1 + line.guests, 0);
  const { capacity } = activity;
  const mayMark = activity.meal === null && activity.cancelled === null && activity.date <= app.wallClock.value.date;
  const views: readonly View[] = mayMark ? ['byDoor', 'byName', 'didCome'] : ['byDoor', 'byName'];
  return (
    <section class="s-card" aria-labelledby="people">
      <div class="s-row is-apart is-wrap">
        <h2 id="people">
          {capacity === null
            ? t('deskprogramme:placesLine', { count })
            : t('deskprogramme:placesOf', { count, capacity })}
        </h2>
        <div class="p-no-print">
          <Segments
            label={t('deskprogramme:order')}
            choices={views.map((value) => ({ value, text: t(`deskprogramme:${value}`) }))}
            chosen={view}
            onChoose={setView}
          />
        </div>
      </div>
      {activity.meal === null ? null : <p>{t('deskprogramme:isMeal')}</p>}
      {lines.length === 0 ? <p>{t('deskprogramme:noPeople')}</p> : null}
      <table class="s-table" hidden={lines.length === 0}>
        <thead>
          <tr>
            <th scope="col">{t('deskprogramme:door')}</th>
            <th scope="col">{t('deskprogramme:person')}</th>
            {view === 'didCome' || mayLeave(activity) ? (
              <th scope="col" class="p-no-print">
                {t('deskprogramme:act')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PersonRow key={line.residentId} activity={activity} line={line} marks={view === 'didCome'} />
          ))}
        </tbody>
      </table>
      {view === 'didCome' ? <VisitorsField activityId={activity.id} known={visitorsOf(board, activity.id)} /> : null}
    </section>
  );
}

/** Who eats is taken off at the meal. */
const mayLeave = ({ cancelled, meal }: Activity): boolean => meal === null && cancelled === null;

interface PersonRowProps {
  readonly activity: Activity;
  readonly line: PersonLine;
  readonly marks: boolean;
}

function PersonRow({ activity, line, marks }: PersonRowProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { guests, name, residentId, signUpId, together } = line;
  const leaves = () => {
    app.perform(
      { type: 'withdraw', activityId: activity.id, signUpId, residentIds: [residentId] },
      { text: t('deskprogramme:left', { name }) },
    );
  };
  const mark = () => {
    const came = line.came === true ? null : true;
    app.perform({ type: 'markAttendance', activityId: activity.id, residentIds: [residentId], came }, null);
  };
  return (
    <tr>
      <td>
        <Door number={line.door} />
      </td>
      <th scope="row">
        {name}{' '}
        <span class="is-soft">
          {guests === 0 ? '' : t('deskprogramme:withGuests', { count: guests })}
          {together === '' ? '' : t('deskprogramme:together', { names: together })}
        </span>
      </th>
      {marks ? (
        <td class="p-no-print">
          <label class="s-tick">
            <input type="checkbox" checked={line.came === true} onChange={mark} />
            <span>{`${t('deskprogramme:came')} `}</span>
            <span class="s-hidden">{name}</span>
          </label>
        </td>
      ) : mayLeave(activity) ? (
        <td class="p-no-print">
          <Button tone="link" label={`${t('deskprogramme:leaves')}: ${name}`} onPress={leaves}>
            {t('deskprogramme:leaves')}
          </Button>
        </td>
      ) : null}
    </tr>
  );
}

interface FactsProps {
  readonly activity: Activity;
  /** Null where there is no other flat, or nothing to come. */
  readonly onCopy: (() => void) | null;
}

function Facts({ activity, onCopy }: FactsProps) {
  const desk = useDesk();
  const { t } = desk;
  const facts = [
    [t('deskprogramme:places'), activity.capacity === null ? '' : String(activity.capacity)],
    [t('deskprogramme:closes'), activity.signUp === 'none' ? '' : closesWords(desk, activity.closes)],
    [t('deskprogramme:guests'), String(activity.guests)],
    [t('deskprogramme:leader'), activity.leader],
    [t('deskprogramme:price'), activity.price === null ? '' : money(desk, activity.price)],
    [t('deskprogramme:category'), t(`deskprogramme:category_${activity.category}`)],
    [t('deskprogramme:minutes'), activity.minutesOfMovement === null ? '' : String(activity.minutesOfMovement)],
  ].filter(([, value]) => value !== '');
  return (
    <section class="s-card is-quiet" aria-labelledby="facts">
      <h2 id="facts">{t('deskprogramme:facts')}</h2>
      {activity.cancelled === null ? null : (
        <p>{[t('deskprogramme:cancelled'), activity.cancelled].filter((word) => word !== '').join(': ')}</p>
      )}
      <dl class="p-facts">
        {facts.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{value}</dd>])}
      </dl>
      {onCopy === null ? null : (
        <Button icon="copy" onPress={onCopy}>
          {t('deskflats:toFlat')}
        </Button>
      )}
    </section>
  );
}

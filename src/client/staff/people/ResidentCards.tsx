/** What one resident eats, rides, and is going to. */
import { useMemo } from 'preact/hooks';
import { dietOf } from '../../app/meal-parts.ts';
import { clearanceState, type DeskResident, mealHabits, toCome, tripsOf } from '../../app/staff-residents.ts';
import { Button, State } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, dayAndSpan, dayMonthYear, longDay, shortDay, tripIn } from '../desk-words.ts';
import { Icon } from '../Icon.tsx';
import { dietWords, everyWords } from '../meal/meal-words.ts';
import { Fact, Facts } from './Facts.tsx';
import type { Opened } from './ResidentPage.tsx';

interface CardProps extends BoardProps {
  readonly resident: DeskResident;
  readonly open: (opened: Opened) => void;
}

export function EatingCard({ board, open, resident }: CardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const diet = dietOf(board, resident.id);
  const now = app.minute.value;
  const habits = useMemo(() => mealHabits(board, resident.id, now), [board, resident.id, now]);
  const words = diet === null ? '' : dietWords(desk, diet);
  const sees = (
    <span class="s-sees">
      <Icon name="eye" />
      <span>{t('deskpeople:whoSees')}</span>
    </span>
  );
  return (
    <Facts title={t('deskpeople:eating')} mark={sees}>
      <Fact name={t('deskpeople:diet')} act={{ words: t('deskpeople:change'), onPress: () => open({ type: 'diet' }) }}>
        {words === '' ? t('deskpeople:noDiet') : <b>{words}</b>}
      </Fact>
      {habits.map((habit) => (
        <Fact
          key={habit.series.id}
          name={t('deskpeople:habit', { title: habit.series.title, every: everyWords(desk, habit) })}
          act={{
            words: t('deskpeople:change'),
            onPress: () => open({ type: 'habit', seriesId: habit.series.id }),
          }}
        >
          {habit.state === 'on' ? <State tone="ok">{t('deskpeople:habitOn')}</State> : null}
          {habit.state === 'paused' ? <State tone="wait">{t('deskpeople:habitPaused')}</State> : null}
          {habit.state === 'none' ? t('deskpeople:habitNone') : null}
        </Fact>
      ))}
      {habits.length === 0 ? <Fact name={t('deskpeople:standing')}>{t('deskpeople:noHabits')}</Fact> : null}
    </Facts>
  );
}

export function RidingCard({ board, open, resident }: CardProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const { clearance } = resident;
  const trips = tripsOf(board, resident.id, app.minute.value);
  const state = clearance === null ? null : clearanceState(clearance.validUntil, app.wallClock.value.date);
  const mark =
    state === null || state === 'good' ? null : (
      <State tone={state === 'soon' ? 'wait' : 'warn'}>{t(`deskpeople:${state}`)}</State>
    );
  return (
    <Facts title={t('deskframe:scooters')} mark={mark}>
      <Fact
        name={t('deskpeople:ridesUntil')}
        act={{ words: t('deskpeople:newTest'), onPress: () => open({ type: 'clearance' }) }}
      >
        {clearance === null
          ? t('deskpeople:noTest')
          : t('deskpeople:untilDay', { day: dayMonthYear(desk, clearance.validUntil) })}
      </Fact>
      {clearance === null ? null : <Fact name={t('deskpeople:ridesOn')}>{clearance.types.join(', ')}</Fact>}
      <Fact name={t('deskpeople:trips')}>
        {trips.length === 0
          ? t('deskpeople:noTrips')
          : trips.map((trip) => <p key={trip.id}>{dayAndSpan(desk, tripIn(board, trip))}</p>)}
      </Fact>
    </Facts>
  );
}

export function ToComeCard({ board, resident }: Omit<CardProps, 'open'>) {
  const desk = useDesk();
  const { app, t } = desk;
  const now = app.minute.value;
  const coming = useMemo(() => toCome(board, resident.id, now), [board, resident.id, now]);
  return (
    <section class="s-card" aria-labelledby="to-come">
      <h2 id="to-come">{t('deskpeople:toCome')}</h2>
      {coming.length === 0 ? <p>{t('deskpeople:nothingToCome')}</p> : null}
      <ul class="s-tasks">
        {coming.map(({ activityId, date, signUpId, time, title, waiting }) => (
          <li key={activityId}>
            <span class="is-when">
              {shortDay(desk, date)} {clock(time)}
            </span>
            <span class="is-grow">{title}</span>
            {waiting ? <State tone="wait">{t('deskpeople:waiting')}</State> : null}
            <Button
              tone="link"
              label={t('deskpeople:sayOffOf', { title, day: longDay(desk, date) })}
              onPress={() => {
                const command = { type: 'withdraw', activityId, signUpId, residentIds: [resident.id] } as const;
                const no = app.act(command, { text: t('deskpeople:saidOff', { name: resident.name, title }) });
                if (no !== null) app.refuse(no);
              }}
            >
              {t('deskpeople:sayOff')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

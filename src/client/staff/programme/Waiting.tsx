/** Who waits for a place, in order. The head of the line is passed by nobody who was not let: said, with the ways out. */
import type { Activity } from '../../../domain/activity.ts';
import { nextThatFits, placesFree, type WaitingLine } from '../../app/programme-people.ts';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { longDay } from '../desk-words.ts';
import { programmeRefusal } from './programme-words.ts';

export interface WaitingProps extends BoardProps {
  readonly activity: Activity;
  readonly lines: readonly WaitingLine[];
}

export function Waiting({ activity, board, lines }: WaitingProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [head] = lines;
  const left = placesFree(board, activity) ?? 0;
  const people = lines.reduce((sum, line) => sum + line.people, 0);
  const { capacity } = activity;
  if (head === undefined) return null;
  const next = activity.meal === null ? nextThatFits(lines, left) : null;
  const more = capacity === null ? null : capacity + head.people - left;
  const enlarge = () =>
    app.perform(
      { type: 'changeActivity', activityId: activity.id, fields: { capacity: more }, was: { capacity } },
      { text: t('deskprogramme:done', { title: activity.title }) },
    );
  return (
    <section class="p-box" aria-labelledby="waiting">
      <h2 id="waiting">{t('deskprogramme:waitingTitle', { count: people })}</h2>
      {left > 0 && head.people > left ? <p>{t('deskprogramme:waitingPair', { count: head.people, left })}</p> : null}
      <ol>
        {lines.map(({ names, signUpId, door }) => (
          <li key={signUpId}>{`${names} (${door})`}</li>
        ))}
      </ol>
      <div class="s-stack">
        {more === null ? null : (
          <Button tone="yes" onPress={enlarge}>
            {t('deskprogramme:makePlaces', { count: more })}
          </Button>
        )}
        {next === null ? null : <Passing activity={activity} head={head} next={next} />}
      </div>
    </section>
  );
}

interface PassingProps {
  readonly activity: Activity;
  readonly head: WaitingLine;
  readonly next: WaitingLine;
}

/** First the head of the line is asked, on the round; who asked says what the answer was. */
function Passing({ activity, head, next }: PassingProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const names = { head: head.names, next: next.names };
  const orSay = (no: ReturnType<typeof app.act>) => (no === null ? undefined : app.say(programmeRefusal(desk, no)));
  const ask = () => {
    const words = t('deskprogramme:askHeadWords', { title: activity.title, day: longDay(desk, activity.date) });
    orSay(
      app.act(
        { type: 'putOnRound', residentId: head.residentId, words },
        { text: t('deskprogramme:askedHead', names) },
      ),
    );
  };
  const pass = () =>
    orSay(
      app.act(
        { type: 'letPass', activityId: activity.id, signUpId: next.signUpId },
        { text: t('deskprogramme:passed', names) },
      ),
    );
  return (
    <>
      <Button icon="phone" onPress={ask}>
        {t('deskprogramme:askHead', names)}
      </Button>
      <Button onPress={pass}>{t('deskprogramme:lettingPass', names)}</Button>
    </>
  );
}

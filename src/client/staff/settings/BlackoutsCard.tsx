/** Days without scooters: which, and why. Trips that were booked before stay; who made them is for the desk to tell. */
import { useState } from 'preact/hooks';
import type { Rules } from '../../app/staff-settings.ts';
import { Button, Wrong } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';
import { useBegun } from '../use-begun.ts';
import type { RuleProps } from './RulesPart.tsx';
import { daysWords, daysWrong } from './settings-words.ts';

type Blackout = Rules['blackouts'][number];

export function BlackoutsCard({ change, rules }: RuleProps) {
  const desk = useDesk();
  const { app, t } = desk;
  const [adding, add] = useState(false);
  const today = app.wallClock.value.date;
  const ahead = rules.blackouts.filter(({ until }) => until >= today).sort((a, b) => (a.from < b.from ? -1 : 1));
  const remove = (gone: Blackout) =>
    change(
      { blackouts: rules.blackouts.filter((each) => each !== gone) },
      t('desksettings:blackoutGone', { days: daysWords(desk, gone) }),
    );
  return (
    <section class="s-card" aria-labelledby="blackouts">
      <div class="s-card-head">
        <div>
          <h2 id="blackouts">{t('desksettings:blackouts')}</h2>
          <p class="is-soft">{t('desksettings:blackoutsWhy')}</p>
        </div>
        {adding ? null : (
          <Button icon="plus" onPress={() => add(true)}>
            {t('desksettings:blackoutAdd')}
          </Button>
        )}
      </div>
      {ahead.length === 0 ? <p>{t('desksettings:noBlackouts')}</p> : null}
      <ul class="s-tasks">
        {ahead.map((each) => (
          <li key={`${each.from} ${each.until} ${each.reason}`}>
            <b class="is-grow">{daysWords(desk, each)}</b>
            <span>{each.reason}</span>
            <Button label={`${t('desksettings:remove')}: ${daysWords(desk, each)}`} onPress={() => remove(each)}>
              {t('desksettings:remove')}
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <BlackoutForm
          onDone={(blackout) => {
            add(false);
            if (blackout === null) return;
            change(
              { blackouts: [...rules.blackouts, blackout] },
              t('desksettings:blackoutSaved', { days: daysWords(desk, blackout) }),
            );
          }}
        />
      ) : null}
    </section>
  );
}

function BlackoutForm({ onDone }: { readonly onDone: (blackout: Blackout | null) => void }) {
  const desk = useDesk();
  const { t } = desk;
  const begun = useBegun('blackout', null, { from: '', until: '', reason: '' });
  const { fields: draft, put } = begun;
  const [wrong, setWrong] = useState<string | null>(null);
  const end = (made: Blackout | null) => {
    begun.drop();
    onDone(made);
  };
  const save = () => {
    const why = daysWrong(desk, draft) ?? (draft.reason.trim() === '' ? t('desksettings:blackoutNoReason') : null);
    if (why === null) end({ ...draft, reason: draft.reason.trim() });
    else setWrong(why);
  };
  return (
    <div class="s-form">
      <div class="s-fields">
        <Field
          label={t('desksettings:from')}
          type="date"
          value={draft.from}
          onInput={(from) => put({ from, until: draft.until === '' ? from : draft.until })}
          focusFirst
        />
        <Field label={t('desksettings:until')} type="date" value={draft.until} onInput={(until) => put({ until })} />
      </div>
      <Field
        label={t('desksettings:blackoutReason')}
        help={t('desksettings:blackoutReasonHelp')}
        value={draft.reason}
        maxLength={80}
        onInput={(reason) => put({ reason })}
      />
      <Wrong id="blackout" sentence={wrong} />
      <div class="s-ends">
        <Button onPress={() => end(null)}>{t('deskframe:stop')}</Button>
        <Button tone="main" onPress={save}>
          {t('desksettings:blackoutSave')}
        </Button>
      </div>
    </div>
  );
}

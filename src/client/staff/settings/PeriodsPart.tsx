/** Vakanties en sluiting: periods a new series may skip, written by the house, with the published school holidays in one tap. */
import { useState } from 'preact/hooks';
import type { Period } from '../../../domain/period.ts';
import { periodsAhead, type SchoolBreak, schoolHolidays } from '../../app/staff-settings.ts';
import { Button } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { useSingleKeys } from '../single-keys.ts';
import { PeriodDialog } from './PeriodDialog.tsx';
import { daysWords } from './settings-words.ts';

export function PeriodsPart({ board }: BoardProps) {
  const { app, t } = useDesk();
  /** Null is a new one. */
  const [opened, open] = useState<{ readonly period: Period | null } | null>(null);
  const today = app.wallClock.value.date;
  const periods = periodsAhead(board, today);
  const add = () => open({ period: null });
  useSingleKeys({ n: add });
  return (
    <>
      <section class="s-card" aria-labelledby="periods">
        <div class="s-card-head">
          <div>
            <h2 id="periods">{t('deskspaces:periods')}</h2>
            <p class="is-soft">
              {t('deskspaces:periodsWhy')} {t('deskspaces:holidaysKnown')}
            </p>
          </div>
          <Button icon="plus" tone="main" hint={app.letters.value && !app.narrow.value ? 'n' : undefined} onPress={add}>
            {t('deskspaces:periodNew')}
          </Button>
        </div>
        {periods.length === 0 ? <p>{t('deskspaces:noPeriods')}</p> : null}
        <ul class="s-tasks">
          {periods.map((period) => (
            <PeriodRow key={period.id} period={period} onChange={() => open({ period })} />
          ))}
        </ul>
        {opened === null ? null : <PeriodDialog period={opened.period} onClose={() => open(null)} />}
      </section>
      <Proposal breaks={schoolHolidays(board, today)} />
    </>
  );
}

function PeriodRow({ onChange, period }: { readonly period: Period; readonly onChange: () => void }) {
  const desk = useDesk();
  const { app, t } = desk;
  const { id, name, ...days } = period;
  const remove = () => {
    const no = app.act(
      { type: 'removePeriod', periodId: id },
      {
        text: t('deskspaces:periodRemoved', { name }),
        undo: () => ({
          command: { type: 'setPeriod', id: null, name, ...days },
          text: t('deskspaces:periodBack', { name }),
        }),
      },
    );
    if (no !== null) app.refuse(no);
  };
  return (
    <li>
      <span class="is-grow">
        <b>{name}</b>
        <br />
        <span class="is-soft">{daysWords(desk, days)}</span>
      </span>
      <Button label={`${t('deskspaces:change')}: ${name}`} onPress={onChange}>
        {t('deskspaces:change')}
      </Button>
      <Button label={`${t('desksettings:remove')}: ${name}`} onPress={remove}>
        {t('desksettings:remove')}
      </Button>
    </li>
  );
}

function Proposal({ breaks }: { readonly breaks: readonly SchoolBreak[] }) {
  const desk = useDesk();
  const { app, t } = desk;
  if (breaks.length === 0) return null;
  const nameOf = ({ name }: SchoolBreak) => t(`deskspaces:school_${name}`);
  const take = () => {
    for (const each of breaks) {
      const no = app.act({ type: 'setPeriod', id: null, name: nameOf(each), from: each.from, until: each.until }, null);
      if (no !== null) return app.refuse(no);
    }
    app.say(t('deskspaces:proposalTaken', { count: breaks.length }));
  };
  return (
    <section class="s-card is-quiet" aria-labelledby="proposal">
      <div class="s-card-head">
        <div>
          <h2 id="proposal">{t('deskspaces:proposal')}</h2>
          <p class="is-soft">{t('deskspaces:proposalWhy')}</p>
        </div>
        <Button tone="yes" icon="check" onPress={take}>
          {t('deskspaces:proposalTake', { count: breaks.length })}
        </Button>
      </div>
      <ul class="s-tasks">
        {breaks.map((each) => (
          <li key={each.from}>
            <b class="is-grow">{nameOf(each)}</b>
            <span>{daysWords(desk, each)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

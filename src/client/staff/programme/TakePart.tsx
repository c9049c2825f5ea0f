/** Who may take part: how many, until when, at what price, and what kind of thing it is. */
import type { Category } from '../../../domain/series.ts';
import { categoryChoices, type DraftWrong, type ProgrammeDraft, withCategory } from '../../app/programme-draft.ts';
import { teamOf } from '../../app/staff-team.ts';
import { Select } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { Field } from '../Field.tsx';
import { Pictures } from './Pictures.tsx';
import { closesWords } from './programme-words.ts';
import type { PartProps } from './WhatWhen.tsx';

const usualCloses = [null, { daysBefore: 0, time: '10:00' }, { daysBefore: 1, time: '17:00' }] as const;

export function TakePart({ board, draft, mayHide, put, said, wrong }: PartProps & { readonly mayHide: boolean }) {
  const desk = useDesk();
  const { t } = desk;
  const at = (field: DraftWrong) => (wrong === field ? said : null);
  const text = (closes: ProgrammeDraft['closes']) => JSON.stringify(closes);
  const closes = usualCloses.some((each) => text(each) === text(draft.closes))
    ? usualCloses
    : [...usualCloses, draft.closes];
  const team = [...new Set([...teamOf(board).map(({ name }) => name), draft.leader])].filter((name) => name !== '');
  return (
    <section class="s-card s-form" aria-labelledby="take-part">
      <h2 id="take-part">{t('deskprogramme:takePart')}</h2>
      <div class="p-fields">
        <Select
          id="sign-up"
          label={t('deskprogramme:signUp')}
          value={draft.signUp}
          choices={[
            { value: 'open', text: t('deskprogramme:signUpOpen') },
            { value: 'none', text: t('deskprogramme:signUpNone') },
          ]}
          onChoose={(signUp) => put({ signUp })}
        />
        <Select
          id="closes"
          label={t('deskprogramme:closes')}
          value={text(draft.closes)}
          choices={closes.map((each) => ({ value: text(each), text: closesWords(desk, each) }))}
          onChoose={(chosen) => put({ closes: closes.find((each) => text(each) === chosen) ?? null })}
        />
        <Select
          id="leader"
          label={t('deskprogramme:leader')}
          value={draft.leader}
          choices={[
            { value: '', text: t('deskprogramme:noLeader') },
            ...team.map((name) => ({ value: name, text: name })),
          ]}
          onChoose={(leader) => put({ leader })}
        />
        <Select
          id="category"
          label={t('deskprogramme:category')}
          value={draft.category}
          choices={categoryChoices.map((value) => ({ value, text: t(`deskprogramme:category_${value}`) }))}
          onChoose={(category: Category) => put(withCategory(draft, category))}
        />
      </div>
      <div class="p-fields">
        <Field
          label={t('deskprogramme:places')}
          help={t('deskprogramme:placesHelp')}
          inputMode="numeric"
          value={draft.capacity}
          wrong={at('capacity')}
          onInput={(capacity) => put({ capacity })}
        />
        <Field
          label={t('deskprogramme:guests')}
          help={t('deskprogramme:guestsHelp')}
          inputMode="numeric"
          value={draft.guests}
          wrong={at('guests')}
          onInput={(guests) => put({ guests })}
        />
        <Field
          label={t('deskprogramme:price')}
          help={t('deskprogramme:priceHelp')}
          inputMode="decimal"
          value={draft.price}
          wrong={at('price')}
          onInput={(price) => put({ price })}
        />
        <Field
          label={t('deskprogramme:minutes')}
          inputMode="numeric"
          value={draft.minutesOfMovement}
          wrong={at('minutes')}
          onInput={(minutesOfMovement) => put({ minutesOfMovement })}
        />
      </div>
      <Pictures chosen={draft.pictogram} onChoose={(pictogram) => put({ pictogram })} />
      <Field
        label={t('deskprogramme:description')}
        value={draft.description}
        maxLength={600}
        onInput={(description) => put({ description })}
      />
      <div class="s-ticks">
        <label class="s-tick">
          <input type="checkbox" checked={draft.neighbours} onChange={() => put({ neighbours: !draft.neighbours })} />
          <span>{t('deskprogramme:neighbours')}</span>
        </label>
        {mayHide ? (
          <label class="s-tick">
            <input type="checkbox" checked={draft.discreet} onChange={() => put({ discreet: !draft.discreet })} />
            <span>{t('deskprogramme:discreet')}</span>
          </label>
        ) : null}
      </div>
    </section>
  );
}

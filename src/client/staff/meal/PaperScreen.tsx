/**
 * Names written by hand at the foot of a sheet, taken over line by line: added, was there already, full, or nobody can
 * read it (meal-06). Refuses to skip a line: each gets what became of it.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { PaperLine } from '../../../domain/meal-rows.ts';
import type { MealList } from '../../../domain/meal-views.ts';
import { actOrTell } from '../../app/meal-acts.ts';
import { nextLine, PAPER_LINES } from '../../app/meal-parts.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { type AddScreenProps, Dishes, Hosts } from './AddScreen.tsx';
import { AskBox } from './AskBox.tsx';
import { useAdding, type Who } from './adding.ts';
import { Band, MealButton } from './buttons.tsx';
import { MealTop } from './MealTop.tsx';
import { type MealSpeech, nameAndDoorOf, sheetName } from './meal-words.ts';
import { WhichPaper } from './Papers.tsx';
import { Floors, floorsWithPeople, Names, type Place } from './PersonPicker.tsx';
import { ToldBar } from './ToldBar.tsx';

export interface PaperScreenProps extends AddScreenProps {
  readonly onReady: () => void;
}

export function PaperScreen(props: PaperScreenProps) {
  const { desk, list, onBack, onReady, speech } = props;
  const { t } = speech;
  const sheet = list.prints.at(-1)?.number ?? null;
  return (
    <>
      <MealTop
        speech={speech}
        title={t('deskadd:paperTitle')}
        sub={sheet === null ? '' : t('deskadd:paperSub')}
        name={desk.me.name}
        onBack={onBack}
        onReady={onReady}
      />
      {sheet === null ? (
        <main class="m-body">
          <p class="m-empty">{t('deskadd:paperNone')}</p>
        </main>
      ) : (
        <main class="m-paper">
          <PaperLines {...props} sheet={sheet}>
            <ToldBar desk={desk} speech={speech} />
          </PaperLines>
        </main>
      )}
    </>
  );
}

export interface PaperLinesProps extends AddScreenProps {
  /** The one that counts. */
  readonly sheet: number;
  /** Where what was done is told. */
  readonly children: ComponentChildren;
}

/** The lines taken over and the next one, side by side. */
export function PaperLines({ board, children, desk, list, onBack, speech, ...props }: PaperLinesProps) {
  const { t } = speech;
  // Another that is printed meanwhile changes nothing about the one in hand.
  const [sheet, setSheet] = useState(props.sheet);
  const done = list.paper.filter((line) => line.sheet === sheet);
  const line = nextLine(done);
  const [place, setPlace] = useState<Place | null>(null);
  const [who, setWho] = useState<Who | null>(null);
  const activityId = list.activity.id;
  const note = (outcome: PaperLine['outcome'], plateId: string | null) => {
    if (line !== null) actOrTell(desk, { type: 'notePaperLine', activityId, sheet, line, outcome, plateId }, null);
    setWho(null);
    setPlace(null);
  };
  /** Written down once the plate is on the board: until then the rules do not know it. */
  const [due, setDue] = useState<Due | null>(null);
  const isThere = [...list.plates, ...list.waiting].some(({ plate }) => plate.id === due?.plateId);
  useEffect(() => {
    if (due === null || !isThere) return;
    setDue(null);
    note(due.how, due.plateId);
  }, [due, isThere]);
  const adding = useAdding({
    desk,
    list,
    speech,
    onAdded: (_who, plateId, how) => (plateId === null ? undefined : setDue({ plateId, how })),
  });
  const choose = (next: Who) => {
    const there =
      next.type === 'resident'
        ? [...list.plates, ...list.waiting].find(({ plate }) => plate.residentId === next.person.id)
        : undefined;
    if (there !== undefined) return note('already', there.plate.id);
    setWho(next);
    if (list.choices.length === 0) adding.add(next, null);
  };
  return (
    <>
      <section class="m-list">
        <WhichPaper list={list} speech={speech} sheet={sheet} onSheet={setSheet} />
        <div class="m-paper-head">
          <span>{t('deskadd:paperUnder', { sheet: sheetName(speech, sheet) })}</span>
          <span>{t('deskadd:paperCount', { count: done.length, all: PAPER_LINES })}</span>
        </div>
        <ol class="m-rows">
          {done.map((each) => (
            <Done key={each.id} line={each} list={list} speech={speech} />
          ))}
        </ol>
        <AskBox speech={speech} list={list} question={adding.question} />
      </section>
      <section class="m-paper-who">
        <h2 class="m-step">{line === null ? t('deskadd:paperDone') : t('deskadd:paperWho', { line })}</h2>
        {line === null ? null : who === null ? (
          <>
            <Floors speech={speech} floors={floorsWithPeople(board)} place={place} guests={false} onPlace={setPlace} />
            {place?.type === 'floor' ? (
              <Names
                board={board}
                speech={speech}
                list={list}
                floor={place.floor}
                chosen={null}
                onChoose={(person) => choose({ type: 'resident', person })}
              />
            ) : null}
            {place?.type === 'guest' ? <Hosts speech={speech} list={list} who={null} onWho={choose} /> : null}
            <div class="m-pair">
              <MealButton icon="people" onPress={() => setPlace({ type: 'guest' })}>
                {t('deskadd:guest')}
              </MealButton>
              <MealButton icon="eye" onPress={() => note('unreadable', null)}>
                {t('deskadd:paperCant')}
              </MealButton>
            </div>
            {place === null ? (
              <Band look="plain" icon="info" title={t('deskadd:paperCantTitle')} text={t('deskadd:paperCantText')} />
            ) : null}
          </>
        ) : (
          <>
            <Dishes board={board} speech={speech} list={list} who={who} onDish={(dish) => adding.add(who, dish)} />
            <MealButton icon="back" onPress={() => setWho(null)}>
              {t('deskmeal:notAfterAll')}
            </MealButton>
          </>
        )}
        <div class="m-last">
          {children}
          <MealButton tone="main" icon="check" onPress={onBack}>
            {t('deskadd:paperAll')}
          </MealButton>
        </div>
      </section>
    </>
  );
}

const signs: Readonly<Record<PaperLine['outcome'], IconName>> = {
  added: 'ok',
  already: 'info',
  waiting: 'clock',
  unreadable: 'eye',
  asked: 'ok',
};

function Done({
  line,
  list,
  speech,
}: {
  readonly line: PaperLine;
  readonly list: MealList;
  readonly speech: MealSpeech;
}) {
  const { t } = speech;
  const all = [...list.plates, ...list.waiting, ...list.gone];
  const view = all.find(({ plate }) => plate.id === line.plateId);
  const words = {
    added: view?.plate.dish == null ? t('deskadd:paperAdded') : t('deskadd:paperAddedDish', { dish: view.plate.dish }),
    already: t('deskadd:paperAlready'),
    waiting: t('deskadd:paperWaiting'),
    unreadable: t('deskadd:paperUnreadable'),
    asked: t('deskadd:paperAsked'),
  };
  return (
    <li class={`m-paper-line is-${line.outcome}`}>
      <b>{line.line}</b>
      <div>
        {view === undefined ? null : <b>{nameAndDoorOf(speech, view)}</b>}
        <span>
          <Icon name={signs[line.outcome]} />
          {words[line.outcome]}
        </span>
      </div>
    </li>
  );
}

interface Due {
  readonly plateId: string;
  readonly how: 'added' | 'waiting';
}

/**
 * The rows of a meal: one is one plate. A row is drawn again only when its words change, so that a tick among 120 answers
 * at once. Refuses to act: it says what was tapped.
 */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { Icon } from '../Icon.tsx';
import type { Note, RowFace } from './row-face.ts';

export interface RowTaps {
  /** The dish, and all else that is about one plate. */
  readonly onOpen: (plateId: string) => void;
  readonly onMoney: (plateId: string) => void;
  readonly onCame: (plateId: string) => void;
}

export interface Section {
  readonly key: string;
  /** Above the rows; null has no heading. */
  readonly title: string | null;
  readonly faces: readonly RowFace[];
}

export interface MealRowsProps extends RowTaps {
  readonly speech: StaffSpeech;
  readonly sections: readonly Section[];
  /** What the second column is headed with. */
  readonly nameHead: string;
  /** What stands there where nobody does. */
  readonly empty: VNode;
  readonly onTouched?: () => void;
}

/** A hand that shakes taps twice: the second is no second thought (PEERS c 18). */
const BOUNCE = 600;

export function MealRows(props: MealRowsProps) {
  const { empty, nameHead, onTouched, sections, speech } = props;
  const { t } = speech;
  const taps = useRef<RowTaps>(props);
  taps.current = props;
  const drawn = useRef(new Map<string, { readonly words: string; readonly row: VNode }>());
  const tappedAt = useRef({ key: '', at: Number.NEGATIVE_INFINITY });
  const once = (key: string, act: () => void) => {
    const at = performance.now();
    const isBounce = tappedAt.current.key === key && at - tappedAt.current.at < BOUNCE;
    tappedAt.current = { key, at };
    if (!isBounce) act();
  };
  const rowOf = (face: RowFace): VNode => {
    const words = JSON.stringify(face);
    const before = drawn.current.get(face.id);
    if (before?.words === words) return before.row;
    const row = (
      <Row
        key={face.id}
        speech={speech}
        face={face}
        onOpen={() => once(`open ${face.id}`, () => taps.current.onOpen(face.id))}
        onMoney={() => once(`money ${face.id}`, () => taps.current.onMoney(face.id))}
        onCame={() => once(`came ${face.id}`, () => taps.current.onCame(face.id))}
      />
    );
    drawn.current.set(face.id, { words, row });
    return row;
  };
  const list = useRef<HTMLDivElement>(null);
  const hasChanged = sections.some(({ faces, key }) => key === 'changed' && faces.length > 0);
  // What changed comes on top: whoever had scrolled on would not see it.
  useEffect(() => {
    if (hasChanged && list.current !== null) list.current.scrollTop = 0;
  }, [hasChanged]);
  const isEmpty = sections.every(({ faces }) => faces.length === 0);
  return (
    <section class="m-list" aria-label={t('deskmeal:listName')} onPointerDown={onTouched} onScrollCapture={onTouched}>
      <div class="m-head" aria-hidden="true">
        <span>{t('deskmeal:headDoor')}</span>
        <span>{nameHead}</span>
        <span>{t('deskmeal:headDish')}</span>
        <span>{t('deskmeal:headMoney')}</span>
        <span>{t('deskmeal:headCame')}</span>
      </div>
      <div ref={list} class="m-rows">
        {isEmpty
          ? empty
          : sections.map(({ faces, key, title }) => [
              title === null || faces.length === 0 ? null : (
                <h2 key={key} class="m-section">
                  {title}
                </h2>
              ),
              ...faces.map(rowOf),
            ])}
      </div>
    </section>
  );
}

interface RowProps {
  readonly speech: StaffSpeech;
  readonly face: RowFace;
  readonly onOpen: () => void;
  readonly onMoney: () => void;
  readonly onCame: () => void;
}

function Row({ face, onCame, onMoney, onOpen, speech }: RowProps) {
  const { t } = speech;
  const { dish, door, ended, look, name } = face;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the list is a grid of its own, for a phone too.
    <div class={`m-row is-${look}`} role="group" aria-label={name} data-plate={face.id} tabIndex={-1}>
      <span class="m-door">{door === '' ? <Icon name="under" /> : door}</span>
      <div class="m-name">
        <b>
          <bdi>{name}</bdi>
        </b>
        {face.notes.map((note) => (
          <NoteLine key={note.text} note={note} />
        ))}
      </div>
      {ended === null ? (
        <>
          <button
            type="button"
            class="m-tick is-dish"
            aria-label={t('deskmeal:rowDish', {
              name,
              dish: face.takeAway ? `${dish} ${t('deskmeal:takeAway')}` : dish,
            })}
            onClick={onOpen}
          >
            <span>{dish}</span> {face.takeAway ? <small>{t('deskmeal:takeAway')}</small> : null}
          </button>
          <Money speech={speech} face={face} onMoney={onMoney} />
          <Came speech={speech} face={face} onCame={onCame} />
        </>
      ) : (
        <>
          {look === 'gone' ? <s class="m-was">{dish}</s> : <span class="m-was">{dish}</span>}
          <button type="button" class="m-tick is-ended" onClick={onOpen}>
            {ended}
          </button>
        </>
      )}
    </div>
  );
}

function NoteLine({ note: { text, tone } }: { readonly note: Note }) {
  const sign = { plain: null, diet: 'warn', added: 'plus', gone: 'cross' } as const;
  const icon = sign[tone];
  return (
    <span class={`m-note is-${tone}`}>
      {icon === null ? null : <Icon name={icon} />}
      <bdi>{text}</bdi>
    </span>
  );
}

function Money({ face, onMoney, speech }: Pick<RowProps, 'face' | 'onMoney' | 'speech'>) {
  const { t } = speech;
  const { money, name } = face;
  if (money === null) return <span class="m-free">{t('deskmeal:free')}</span>;
  if (money === 'unknown') return <span class="m-free">{t('deskmeal:moneyUnknown')}</span>;
  if (!money.isPaid) {
    return (
      <button
        type="button"
        class="m-tick"
        aria-label={t('deskmeal:rowOpen', { name, amount: money.amount })}
        onClick={onMoney}
      >
        <span>{money.amount}</span> <span>{t('deskmeal:open')}</span>
      </button>
    );
  }
  return (
    <button type="button" class="m-tick is-yes" aria-label={t('deskmeal:rowPaid', { name })} onClick={onMoney}>
      <Icon name="check" />
      <span>{t('deskmeal:paid')}</span>
    </button>
  );
}

function Came({ face: { came, name }, onCame, speech }: Pick<RowProps, 'face' | 'onCame' | 'speech'>) {
  const { t } = speech;
  if (came === null) {
    return (
      <button type="button" class="m-tick" aria-label={t('deskmeal:rowAsk', { name })} onClick={onCame}>
        {t('deskmeal:here')}
      </button>
    );
  }
  return (
    <button
      type="button"
      class={came ? 'm-tick is-yes' : 'm-tick is-no'}
      aria-label={t(came ? 'deskmeal:rowHere' : 'deskmeal:rowAbsent', { name })}
      onClick={onCame}
    >
      <Icon name={came ? 'check' : 'cross'} />
      <span>{t(came ? 'deskmeal:isHere' : 'deskmeal:notHere')}</span>
    </button>
  );
}

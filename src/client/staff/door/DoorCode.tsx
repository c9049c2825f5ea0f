/** Six digits on large keys, or the card; the sixth enters by itself (meal-02). Refuses to show the digits. */
import type { Colleague } from '../../app/colleagues.ts';
import { CODE_DIGITS, type StaffDoor } from '../../app/staff-door.ts';
import type { StaffKey, StaffSpeech } from '../../i18n/staff-i18n.ts';
import { Icon } from '../Icon.tsx';
import { Keys } from '../meal/Keys.tsx';
import { firstNameOf, MealTop } from '../meal/MealTop.tsx';
import { knockWords } from './door-words.ts';

export interface DoorCodeProps {
  readonly speech: StaffSpeech;
  readonly who: Colleague;
  readonly team: readonly Colleague[];
  readonly door: StaffDoor;
}

const numbers: readonly StaffKey[] = [
  'deskdoor:two',
  'deskdoor:three',
  'deskdoor:four',
  'deskdoor:five',
  'deskdoor:six',
];

export function DoorCode({ door, speech, team, who }: DoorCodeProps) {
  const { t } = speech;
  const filled = door.digits.value.length;
  const left = CODE_DIGITS - filled;
  const name = firstNameOf(who.name);
  const knock = door.knock.value;
  const number = numbers[left - 2];
  const words =
    knockWords(speech, knock) ??
    (left === 0 ? '' : t('deskdoor:left', { count: left, words: number === undefined ? '' : t(number) }));
  const isCalm = knock.type === 'none' || knock.type === 'checking';
  return (
    <>
      <MealTop
        speech={speech}
        title=""
        sub={t('deskdoor:notYou', { name })}
        name={null}
        onBack={() => door.chooseName(null)}
      />
      <main class="m-code">
        <div>
          <h1>{t('deskdoor:hello', { name })}</h1>
          <p class="m-ask-code">{t('deskdoor:code')}</p>
          <div class="m-dots" role="img" aria-label={t('deskdoor:filled', { count: filled })}>
            {Array.from({ length: CODE_DIGITS }, (_, at) => (
              <i key={at} class={at < filled ? 'is-filled' : ''} />
            ))}
          </div>
          <p class={isCalm ? 'm-left' : 'm-left is-no'} role="status">
            {words}
          </p>
          <p class="m-card">
            <Icon name="card" />
            <span>
              {t('deskdoor:card1')}
              <br />
              {t('deskdoor:card2')}
            </span>
          </p>
          <p class="m-soft">{forgottenWords(speech, team, who)}</p>
        </div>
        <Keys
          label={t('deskdoor:digits')}
          wipe={t('deskdoor:wipe')}
          onDigit={door.digit}
          onWipe={door.wipe}
          extra={{ text: t('deskdoor:again'), onPress: door.again }}
        />
      </main>
    </>
  );
}

/** Whom to ask for a new code: two of those who may give one, who is here first. */
function forgottenWords({ t }: StaffSpeech, team: readonly Colleague[], who: Colleague): string {
  const names = team.filter(({ id, manages }) => manages && id !== who.id).map(({ name }) => firstNameOf(name));
  const [first, second] = names;
  if (first === undefined) return t('deskdoor:forgottenNobody');
  return t('deskdoor:forgotten', {
    names: second === undefined ? first : t('deskdoor:or', { some: first, last: second }),
  });
}

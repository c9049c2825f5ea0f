/** "Voor medewerkers": one's own name, who is in the house now first (meal-01). */
import type { Colleague } from '../../app/colleagues.ts';
import type { Knock } from '../../app/staff-door.ts';
import type { StaffSpeech } from '../../i18n/staff-i18n.ts';
import { Icon } from '../Icon.tsx';
import { MealTop } from '../meal/MealTop.tsx';
import { knockWords } from './door-words.ts';

export interface DoorNamesProps {
  readonly speech: StaffSpeech;
  readonly team: readonly Colleague[];
  readonly knock: Knock;
  readonly onName: (staffId: string) => void;
  readonly onBack: () => void;
}

export function DoorNames({ knock, onBack, onName, speech, team }: DoorNamesProps) {
  const { t } = speech;
  const words = knockWords(speech, knock);
  const here = team.filter(({ isHere }) => isHere);
  const others = team.filter(({ isHere }) => !isHere);
  return (
    <>
      <MealTop speech={speech} title={t('deskdoor:title')} sub={t('deskdoor:sub')} name={null} onBack={onBack} />
      <main class="m-door-names">
        <p class="m-knock" role="status">
          {words}
        </p>
        {team.length === 0 ? <p>{t('deskdoor:nobody')}</p> : null}
        {here.length === 0 ? null : (
          <>
            <h2 class="is-here">
              <Icon name="ok" />
              {t('deskdoor:here')}
            </h2>
            <People people={here} onName={onName} />
          </>
        )}
        {others.length === 0 ? null : (
          <>
            <h2>
              <Icon name="off" />
              {t('deskdoor:notHere')}
            </h2>
            <People people={others} onName={onName} />
          </>
        )}
        <p class="m-soft">{t('deskdoor:resident')}</p>
      </main>
    </>
  );
}

function People({ onName, people }: { readonly people: readonly Colleague[]; readonly onName: (id: string) => void }) {
  return (
    <div class="m-team">
      {people.map(({ id, name, work }) => (
        <button key={id} type="button" class="m-colleague" onClick={() => onName(id)}>
          <i aria-hidden="true">{initials(name)}</i>
          <span>
            <b>
              <bdi>{name}</bdi>
            </b>
            {work}
          </span>
        </button>
      ))}
    </div>
  );
}

/** "JP" */
function initials(name: string): string {
  const words = name.split(' ');
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${name.charAt(0)}${last.charAt(0)}`.toUpperCase();
}

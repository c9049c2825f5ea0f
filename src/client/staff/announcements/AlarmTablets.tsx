/** Which tablets an alarm goes to: all, unless somebody ticks some; each with whether it will be there at once. */
import { type Device, isSeen } from '../../app/staff-team.ts';
import { State } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';

export interface AlarmTabletsProps {
  /** Null while the server has not said. */
  readonly tablets: readonly Device[] | null;
  /** Empty is all of them. */
  readonly deviceIds: readonly string[];
  readonly onChange: (deviceIds: readonly string[]) => void;
}

export function AlarmTablets({ deviceIds, onChange, tablets }: AlarmTabletsProps) {
  const { app, t } = useDesk();
  const now = app.minute.value;
  const toggle = (id: string, on: boolean) =>
    onChange(on ? [...deviceIds, id] : deviceIds.filter((each) => each !== id));
  return (
    <fieldset class="s-field" aria-label={t('deskalarm:screensHead')}>
      <ul class="s-notes s-card">
        {tablets === null || tablets.length === 0 ? <li>{t('deskalarm:noScreens')}</li> : null}
        <li>
          <label class="s-tick">
            <input type="checkbox" checked={deviceIds.length === 0} onChange={() => onChange([])} />
            <span>{t('deskalarm:screensAll')}</span>
          </label>
        </li>
        {(tablets ?? []).map((tablet) => (
          <li key={tablet.id}>
            <label class="s-tick is-grow">
              <input
                type="checkbox"
                checked={deviceIds.includes(tablet.id)}
                onChange={({ currentTarget }) => toggle(tablet.id, currentTarget.checked)}
              />
              <span>{tablet.name}</span>
            </label>
            {deviceIds.length > 0 && !deviceIds.includes(tablet.id) ? (
              <State tone="off">{t('deskalarm:notHere')}</State>
            ) : isSeen(tablet, now) ? (
              <State tone="ok">{t('deskalarm:reached')}</State>
            ) : (
              <State tone="warn">{t('deskalarm:away')}</State>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** On which tablets: all, or those that are ticked. */
import type { Draft } from '../../app/announcement-drafts.ts';
import { useDesk } from '../desk-context.ts';
import { useTablets } from './use-tablets.ts';

export interface WhereFieldProps {
  readonly draft: Pick<Draft, 'deviceIds'>;
  readonly onChange: (fields: Pick<Draft, 'deviceIds'>) => void;
}

export function WhereField({ draft: { deviceIds }, onChange }: WhereFieldProps) {
  const { t } = useDesk();
  const tablets = useTablets() ?? [];
  const toggle = (id: string, on: boolean) =>
    onChange({ deviceIds: on ? [...deviceIds, id] : deviceIds.filter((each) => each !== id) });
  return (
    <fieldset class="s-field">
      <legend>{t('deskannouncement:where')}</legend>
      <div class="s-row is-wrap">
        <label class="s-tick">
          <input type="checkbox" checked={deviceIds.length === 0} onChange={() => onChange({ deviceIds: [] })} />
          <span>{t('deskannouncement:everywhere')}</span>
        </label>
        {tablets.map(({ id, name }) => (
          <label key={id} class="s-tick">
            <input
              type="checkbox"
              checked={deviceIds.includes(id)}
              onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

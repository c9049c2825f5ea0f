/** Files are chosen here: one or more at once, of any list the house knows. Refuses to look into them. */
import { useRef } from 'preact/hooks';
import { Button } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';

export interface ChooseFilesProps {
  readonly hasSome: boolean;
  readonly onChosen: (files: readonly File[]) => Promise<void>;
}

export function ChooseFiles({ hasSome, onChosen }: ChooseFilesProps) {
  const { t } = useDesk();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div class={hasSome ? 's-row is-wrap' : 's-card s-stack'}>
      {hasSome ? null : (
        <>
          <p>{t('deskimport:which')}</p>
          <ul class="s-list">
            {(['residents', 'programme', 'scooters', 'staff', 'menu'] as const).map((kind) => (
              <li key={kind}>{t(`deskimport:about_${kind}`)}</li>
            ))}
          </ul>
        </>
      )}
      <span>
        <Button icon="paper" tone={hasSome ? 'plain' : 'main'} onPress={() => input.current?.click()}>
          {t(hasSome ? 'deskimport:another' : 'deskimport:choose')}
        </Button>
      </span>
      <input
        ref={input}
        class="s-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('deskimport:choose')}
        accept=".csv,.txt,.ics,text/csv,text/calendar"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          if (files.length > 0) void onChosen(files);
        }}
      />
    </div>
  );
}

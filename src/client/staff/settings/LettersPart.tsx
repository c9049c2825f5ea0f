/** Sneltoetsen: single letters on or off, in this browser (WCAG 2.1.4). */
import { useState } from 'preact/hooks';
import { Button, Segments } from '../controls.tsx';
import { useDesk } from '../desk-context.ts';
import { KeysDialog } from '../KeysDialog.tsx';
import { SettingRow } from './SettingRow.tsx';

export function LettersPart() {
  const { app, t } = useDesk();
  const [opened, open] = useState(false);
  return (
    <div class="s-card">
      <SettingRow name={t('desksettings:letters')} why={t('desksettings:lettersWhy')}>
        <Segments
          label={t('desksettings:letters')}
          choices={[
            { value: 'on', text: t('desksettings:lettersOn') },
            { value: 'off', text: t('desksettings:lettersOff') },
          ]}
          chosen={app.letters.value ? 'on' : 'off'}
          onChoose={(value) => app.setLetters(value === 'on')}
        />
      </SettingRow>
      <Button onPress={() => open(true)}>{t('desksettings:keys')}</Button>
      {opened ? <KeysDialog pages={app.pages.value} onClose={() => open(false)} /> : null}
    </div>
  );
}

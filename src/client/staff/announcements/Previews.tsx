/** The kiosk itself, small: on which glass, how large and in which language is for who looks to choose. */
import { useState } from 'preact/hooks';
import type { Announcement } from '../../../domain/announcement.ts';
import { languages } from '../../i18n/languages.ts';
import type { StaffKey } from '../../i18n/staff-i18n.ts';
import { Segments, Select } from '../controls.tsx';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { type PreviewProps, usePreview } from './preview.ts';

const glasses = {
  p1: { width: 1280, height: 800 },
  p3: { width: 800, height: 1280 },
  p2: { width: 1920, height: 1080 },
} as const;
type Glass = keyof typeof glasses;

const heads: Readonly<Record<PreviewProps['view'], StaffKey>> = {
  today: 'deskannouncement:preview',
  message: 'deskannouncement:previewMessage',
  alarm: 'deskannouncement:previewAlarm',
};

export interface PreviewsProps extends BoardProps {
  readonly announcement: Announcement;
  readonly views: readonly PreviewProps['view'][];
}

export function Previews({ announcement, board, views }: PreviewsProps) {
  const { app, t } = useDesk();
  const Preview = usePreview();
  const [glass, setGlass] = useState<Glass>('p1');
  const [size, setSize] = useState<'normal' | 'groter'>('normal');
  const [language, setLanguage] = useState('nl');
  return (
    <div class="s-previews">
      <div class="s-row is-wrap">
        <Segments<Glass>
          label={t('deskannouncement:glass')}
          chosen={glass}
          choices={[
            { value: 'p1', text: t('deskannouncement:glassP1') },
            { value: 'p3', text: t('deskannouncement:glassP3') },
            { value: 'p2', text: t('deskannouncement:glassP2') },
          ]}
          onChoose={setGlass}
        />
        <Segments<'normal' | 'groter'>
          label={t('deskannouncement:size')}
          chosen={size}
          choices={[
            { value: 'normal', text: t('deskannouncement:sizeNormal') },
            { value: 'groter', text: t('deskannouncement:sizeGroter') },
          ]}
          onChoose={setSize}
        />
        {views.includes('alarm') ? null : (
          <Select<string>
            id="preview-language"
            label={t('deskannouncement:language')}
            value={language}
            choices={languages.map(({ endonym, tag }) => ({ value: tag, text: endonym }))}
            onChoose={setLanguage}
          />
        )}
      </div>
      {views.map((view) => (
        <section key={view}>
          <h2>{t(heads[view])}</h2>
          {Preview === null ? (
            <p class="is-soft">{t('deskannouncement:previewLoading')}</p>
          ) : (
            <Preview
              board={board}
              now={app.minute.value}
              announcement={announcement}
              view={view}
              glass={glasses[glass]}
              groter={size === 'groter'}
              language={language}
              title={t(heads[view])}
            />
          )}
        </section>
      ))}
    </div>
  );
}

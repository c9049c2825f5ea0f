/** "Zo zien bewoners het": Vandaag of the kiosk itself, in small, on the day of what is being written. */
import type { Activity } from '../../../domain/activity.ts';
import type { ProgrammeDraft } from '../../app/programme-draft.ts';
import { houseWith } from '../../app/programme-preview.ts';
import { usePreview } from '../announcements/preview.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';

export interface KioskViewProps extends BoardProps {
  readonly draft: ProgrammeDraft;
  readonly seen: Activity | null;
}

const glass = { width: 1280, height: 800 } as const;

export function KioskView({ board, draft, seen }: KioskViewProps) {
  const { app, t } = useDesk();
  const Preview = usePreview();
  const house = houseWith(board, { draft, seen, foresee: app.foresee });
  const title = t('deskprogramme:asOnKiosk');
  return (
    <section class="s-card s-previews" aria-labelledby="as-on-kiosk">
      <h2 id="as-on-kiosk">{title}</h2>
      {house === null || Preview === null ? (
        <p class="is-soft">{t(house === null ? 'deskprogramme:fillInFirst' : 'deskannouncement:previewLoading')}</p>
      ) : (
        <Preview
          board={house.board}
          now={house.now}
          announcement={null}
          seen={JSON.stringify(draft)}
          view="today"
          glass={glass}
          groter={false}
          language="nl"
          title={title}
        />
      )}
    </section>
  );
}

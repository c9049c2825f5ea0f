/** How a page of the team gets at the kiosk it shows in small: a file of its own, which only a main file puts together. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Announcement } from '../../../domain/announcement.ts';
import type { Board } from '../../../domain/board.ts';
import type { Instant } from '../../../domain/time.ts';
import { useDesk } from '../desk-context.ts';

export interface PreviewProps {
  readonly board: Board;
  readonly now: Instant;
  /** Null where the house itself is what there is to see, on its Vandaag. */
  readonly announcement: Announcement | null;
  /** Drawn anew where this is another text. */
  readonly seen?: string;
  /** Which screen of the kiosk. */
  readonly view: 'today' | 'message' | 'alarm';
  readonly glass: { readonly width: number; readonly height: number };
  readonly groter: boolean;
  /** BCP 47 */
  readonly language: string;
  /** What it is, for who cannot see it. */
  readonly title: string;
}

export type LoadPreview = () => Promise<ComponentType<PreviewProps>>;

/** Null until its file is there. */
export function usePreview(): ComponentType<PreviewProps> | null {
  const { loadPreview } = useDesk();
  const [loaded, load] = useState<{ readonly Preview: ComponentType<PreviewProps> } | null>(null);
  useEffect(() => {
    let gone = false;
    loadPreview().then(
      (Preview) => (gone ? undefined : load({ Preview })),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [loadPreview]);
  return loaded?.Preview ?? null;
}

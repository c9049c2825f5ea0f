/** A message in full: a note with a folded corner. It only tells; what can be done stands beside it. */
import { Photo } from './Photo.tsx';
import { HousePicture } from './pictograms/HousePicture.tsx';

export interface MessageSheetProps {
  /** The name of a drawing. */
  readonly picture: string;
  /** An address; null is none. */
  readonly photo: string | null;
  readonly important: boolean;
  readonly text: string;
  readonly lang?: string | undefined;
  /** Who hung it up and until when. */
  readonly below: readonly (string | null)[];
  /** Gives its room to the words when these are long. */
  readonly withPicture?: boolean;
}

export function MessageSheet(props: MessageSheetProps) {
  const { picture, photo, important, text, lang, below, withPicture = true } = props;
  const look = important ? 'panel sheet folded important' : 'panel sheet folded';
  return (
    <section class={withPicture ? look : `${look} words`}>
      <span class={important ? 'side info' : 'side'}>
        <Photo src={photo}>
          <HousePicture name={picture} />
        </Photo>
      </span>
      <div class="facts">
        {text === '' ? null : (
          <p class="told" lang={lang}>
            {text}
          </p>
        )}
        <p class="below">{below.map((line) => (line === null ? null : <span key={line}>{line}</span>))}</p>
      </div>
    </section>
  );
}

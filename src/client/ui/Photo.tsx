/** A photo somebody hung up; where it does not come, what stands in for it. Says nothing: the words beside it do. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

export interface PhotoProps {
  /** Null is no photo. */
  readonly src: string | null;
  /** A drawing. */
  readonly children: ComponentChildren;
}

export function Photo({ src, children }: PhotoProps) {
  const [lost, setLost] = useState<string | null>(null);
  if (src === null || src === lost) return <>{children}</>;
  return <img class="photo" src={src} alt="" decoding="async" draggable={false} onError={() => setLost(src)} />;
}

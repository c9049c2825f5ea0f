/** Draws one pictogram in the colour and size of the text around it; the words beside it carry the meaning. */
import { activityPictograms } from './activity-pictograms.ts';
import { controlPictograms } from './control-pictograms.ts';
import { scooterPictograms } from './scooter-pictograms.ts';
import type { Shape } from './shape.ts';

const pictograms: Readonly<Record<string, readonly Shape[]>> = {
  ...activityPictograms,
  ...controlPictograms,
  ...scooterPictograms,
};

export type ActivityPictogramName = keyof typeof activityPictograms;
export type PictogramName = ActivityPictogramName | keyof typeof controlPictograms | keyof typeof scooterPictograms;

/** Mirrored in a right-to-left language; every other sign keeps its direction (README of the pictures). */
const directed: ReadonlySet<PictogramName> = new Set<PictogramName>(['back', 'next', 'undo', 'tomorrow']);

export interface PictogramProps {
  readonly name: PictogramName;
  readonly class?: string;
}

export function Pictogram({ name, class: extra = '' }: PictogramProps) {
  const flip = directed.has(name) ? ' flip' : '';
  return <Drawing shapes={pictograms[name] ?? []} class={`${extra}${flip}`} />;
}

/** A name from a file or an import is only used when there is a drawing for it. */
export function isPictogramName(name: string): name is PictogramName {
  return Object.hasOwn(pictograms, name);
}

export function Drawing({ shapes, class: extra = '' }: { readonly shapes: readonly Shape[]; readonly class?: string }) {
  return (
    <svg
      class={`pic ${extra}`}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {shapes.map((shape) => drawn(shape))}
    </svg>
  );
}

const soft = { fill: 'currentColor', 'fill-opacity': 0.2 } as const;
const softOnly = { ...soft, stroke: 'none' } as const;
const filled = { fill: 'currentColor' } as const;
const point = { fill: 'currentColor', stroke: 'none' } as const;

const paint: Readonly<Record<Shape[0], object>> = {
  line: {},
  tint: softOnly,
  both: soft,
  solid: filled,
  circle: {},
  tintCircle: softOnly,
  bothCircle: soft,
  dot: point,
  solidCircle: filled,
  box: {},
  tintBox: softOnly,
  bothBox: soft,
};

function drawn(shape: Shape) {
  const tone = paint[shape[0]];
  if (shape.length === 2) return <path d={shape[1]} {...tone} />;
  if (shape.length === 4) return <circle cx={shape[1]} cy={shape[2]} r={shape[3]} {...tone} />;
  return <rect x={shape[1]} y={shape[2]} width={shape[3]} height={shape[4]} rx={shape[5]} {...tone} />;
}

/** A clock face with the real hands; it never mirrors, because clocks do not. */
export interface ClockFaceProps {
  /** 0–23 */
  readonly hour: number;
  /** 0–59 */
  readonly minute: number;
  readonly class?: string;
}

export function ClockFace({ hour, minute, class: extra = '' }: ClockFaceProps) {
  const ticks = [0, 90, 180, 270].map((angle) => `M${at(angle, 15.6)}L${at(angle, 16.2)}`).join('');
  return (
    <svg
      class={`pic face ${extra}`}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <circle cx="24" cy="24" r="21" class="white" />
      <path d={ticks} class="ticks" />
      <path d={`M24 24L${at((hour % 12) * 30 + minute / 2, 9.5)}`} class="hour" />
      <path d={`M24 24L${at(minute * 6, 14.5)}`} />
    </svg>
  );
}

function at(angle: number, length: number): string {
  const radians = (angle * Math.PI) / 180;
  return `${(24 + length * Math.sin(radians)).toFixed(2)} ${(24 - length * Math.cos(radians)).toFixed(2)}`;
}

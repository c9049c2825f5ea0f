/** A bar that empties, without ticking or flashing: how long the question stays. */
export interface ProgressBarProps {
  /** "Nog 42 tellen" */
  readonly label: string;
  readonly left: number;
  readonly of: number;
}

export function ProgressBar({ label, left, of }: ProgressBarProps) {
  const share = Math.max(0, Math.min(1, left / of));
  return (
    <p class="left-over">
      <span>{label}</span>
      <span class="progress" aria-hidden="true">
        <i style={{ inlineSize: `${(share * 100).toFixed(1)}%` }} />
      </span>
    </p>
  );
}

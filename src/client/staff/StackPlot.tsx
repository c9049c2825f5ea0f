/**
 * Bars for weeks, one piece for each scooter, from zero. The running week is drawn as not finished. Every bar says its
 * number, every piece has a look of its own beside its colour, and a sentence says it all.
 */
import { useDesk } from './desk-context.ts';
import { axisOf } from './plot-axis.ts';

export interface PlotWeek {
  readonly week: number;
  /** One for each name, or one alone; null where nothing was counted yet. */
  readonly values: readonly number[] | null;
}

/** What was not counted is not nothing. */
const NOT_COUNTED = '–';

export interface StackPlotProps {
  readonly title: string;
  readonly says: string;
  readonly names: readonly string[];
  /** Oldest first; the last one is still running. */
  readonly weeks: readonly PlotWeek[];
  /** Of how many the bars are a part: a line that says so (DESK rule 16). */
  readonly everyone?: Everyone;
}

export interface Everyone {
  readonly count: number;
  readonly words: string;
}

const HEIGHT = 250;
const TOP = 36;
const BASE = 196;
const LEFT = 36;
const WIDTH = 330;

export function StackPlot({ title, says, names, weeks, everyone }: StackPlotProps) {
  const { t } = useDesk();
  const totals = weeks.map(({ values }) => (values ?? []).reduce((sum, value) => sum + value, 0));
  const { top, steps } = axisOf(Math.max(0, everyone?.count ?? 0, ...totals));
  const y = (value: number) => BASE - (value / top) * (BASE - TOP);
  const slot = (WIDTH - LEFT) / weeks.length;
  const said = weeks.map(({ week, values }, index) =>
    t('deskfigures:valueSays', {
      week,
      value: values === null ? t('deskfigures:noNumber') : numberText(totals[index] ?? 0),
    }),
  );
  const heading = everyone === undefined ? title : `${title}, ${everyone.words}`;
  return (
    <figure class="s-card s-plot">
      <figcaption>
        <h2>{title}</h2>
        <p class="is-soft">{says}</p>
      </figcaption>
      {names.length === 0 ? null : (
        <ul class="s-plot-legend">
          {names.map((name, index) => (
            <li key={name}>
              <svg viewBox="0 0 24 16" aria-hidden="true">
                <Piece look={index} x={1} y={1} width={22} height={14} />
              </svg>
              <span>{name}</span>
            </li>
          ))}
        </ul>
      )}
      <svg
        class="s-plot-drawing"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('deskfigures:plotSays', { title: heading, values: said.join(', ') })}
      >
        {steps.map((step) => (
          <g key={step}>
            <line class={step === 0 ? 'is-zero' : 'is-grid'} x1={LEFT} x2={WIDTH} y1={y(step)} y2={y(step)} />
            <text x={LEFT - 8} y={y(step) + 6} text-anchor="end">
              {step}
            </text>
          </g>
        ))}
        {everyone === undefined ? null : <EveryoneLine words={everyone.words} y={y(everyone.count)} />}
        {weeks.map(({ week, values }, index) => {
          const x = LEFT + index * slot + slot * 0.18;
          const running = index === weeks.length - 1;
          return (
            <g key={week} class={running ? 'is-running' : undefined}>
              {(values ?? []).map((value, look, all) => {
                const below = all.slice(0, look).reduce((sum, each) => sum + each, 0);
                const high = y(below) - y(below + value);
                return <Piece key={look} look={look} x={x} y={y(below + value)} width={slot * 0.64} height={high} />;
              })}
              {running ? (
                <rect
                  class="is-frame"
                  x={x - 4}
                  y={y(totals[index] ?? 0) - 4}
                  width={slot * 0.64 + 8}
                  height={BASE - y(totals[index] ?? 0) + 4}
                />
              ) : null}
              <text class="is-value" x={x + slot * 0.32} y={y(totals[index] ?? 0) - 10} text-anchor="middle">
                {values === null ? NOT_COUNTED : numberText(totals[index] ?? 0)}
              </text>
              <text x={x + slot * 0.32} y={BASE + 20} text-anchor="middle">
                {week}
              </text>
            </g>
          );
        })}
        <text x={LEFT} y={BASE + 44}>
          {t('deskfigures:weekHead')}
        </text>
        <text x={WIDTH} y={BASE + 44} text-anchor="end">
          {t('deskfigures:runningIs', { week: weeks.at(-1)?.week ?? '' })}
        </text>
      </svg>
    </figure>
  );
}

const numberText = (value: number): string => Math.round(value).toLocaleString('nl-NL');

/** Dashed, with its words above it, at the end where the running week leaves room. */
function EveryoneLine({ words, y }: { readonly words: string; readonly y: number }) {
  return (
    <g class="s-everyone">
      <line x1={LEFT} x2={WIDTH} y1={y} y2={y} />
      <text x={WIDTH} y={y - 8} text-anchor="end">
        {words}
      </text>
    </g>
  );
}

interface PieceProps {
  readonly look: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LOOKS = 4;

/** Full, striped, dotted, empty: four looks that stay apart without colour. */
function Piece({ look, x, y, width, height }: PieceProps) {
  const kind = look % LOOKS;
  if (height <= 0) return null;
  const lines = kind === 1 ? Math.floor(height / 6) : 0;
  const dots = kind === 2 ? Math.floor(height / 8) * Math.floor(width / 8) : 0;
  const across = Math.max(1, Math.floor(width / 8));
  return (
    <g class={`s-look${kind}`}>
      <rect x={x} y={y} width={width} height={height} />
      {Array.from({ length: lines }, (_, line) => (
        <path key={line} d={`M${x} ${y + 3 + line * 6}h${width}`} />
      ))}
      {Array.from({ length: dots }, (_, dot) => (
        <circle key={dot} cx={x + 4 + (dot % across) * 8} cy={y + 4 + Math.floor(dot / across) * 8} r={1.8} />
      ))}
    </g>
  );
}

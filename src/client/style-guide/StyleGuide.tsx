/** The page of the style guide: tokens, pictograms, pictures, blocks. Refuses to keep a list of what it can find itself. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TextSize } from '../ui/display.ts';
import { DeskBlocks } from './DeskBlocks.tsx';
import { KioskBlocks } from './KioskBlocks.tsx';
import { KioskTiles } from './KioskTiles.tsx';
import { Pictograms, Pictures } from './Pictograms.tsx';
import { Tokens } from './Tokens.tsx';

export function StyleGuide({ setTextSize }: { readonly setTextSize: (size: TextSize) => void }) {
  const [size, setSize] = useState<TextSize>('normal');
  const [dir, setDir] = useState<'ltr' | 'rtl'>('ltr');
  const resize = (next: TextSize) => {
    setSize(next);
    setTextSize(next);
  };
  return (
    <div class="guide">
      <header class="guide-head">
        <h1>Huiskamer: style guide</h1>
        <fieldset>
          <legend>Look at it</legend>
          <Choice on={size === 'groter'} onChange={(on) => resize(on ? 'groter' : 'normal')}>
            in Groter
          </Choice>
          <Choice on={dir === 'rtl'} onChange={(on) => setDir(on ? 'rtl' : 'ltr')}>
            from right to left
          </Choice>
        </fieldset>
      </header>
      <div lang="nl" dir={dir}>
        <Tokens key={size} />
        <Pictograms />
        <Pictures />
        <KioskBlocks />
        <KioskTiles />
        <DeskBlocks />
      </div>
    </div>
  );
}

interface ChoiceProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ComponentChildren;
}

function Choice({ on, onChange, children }: ChoiceProps) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {children}
    </label>
  );
}

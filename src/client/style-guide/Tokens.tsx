/** Every token of `tokens.css`, read from the style sheets themselves and shown as what it is. Refuses to list names. */
import { Part } from './Part.tsx';

export function Tokens() {
  const all = tokens();
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  const colours = all.filter((name) => value(name).startsWith('#'));
  const letters = all.filter((name) => name.startsWith('--text-'));
  const lengths = all.filter((name) => !colours.includes(name) && !letters.includes(name));
  return (
    <>
      <Part title="Colours">
        <ul class="guide-colours">
          {colours.map((name) => (
            <li key={name} data-token={name}>
              <span style={{ background: `var(${name})` }} />
              <code>
                {name.slice(2)} {value(name)}
              </code>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Letters">
        <ul class="guide-letters">
          {letters.map((name) => (
            <li key={name} data-token={name}>
              <code>
                {name.slice(2)} {value(name)}
              </code>
              <span style={{ fontSize: `var(${name})` }}>Koffie 10:00</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Space and sizes">
        <ul class="guide-lengths">
          {lengths.map((name) => (
            <li key={name} data-token={name}>
              <code>
                {name.slice(2)} {value(name)}
              </code>
              <span style={{ inlineSize: `var(${name})` }} />
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

/** Names of the custom properties of `:root`, in their order. */
function tokens(): readonly string[] {
  const names = [...document.styleSheets].flatMap((sheet) =>
    [...rulesOf(sheet)].flatMap((rule) =>
      rule instanceof CSSStyleRule && rule.selectorText === ':root'
        ? [...rule.style].filter((name) => name.startsWith('--'))
        : [],
    ),
  );
  return [...new Set(names)];
}

/** With those of the sheets that it imports. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  return [...sheet.cssRules].flatMap((rule) =>
    rule instanceof CSSImportRule && rule.styleSheet !== null ? rulesOf(rule.styleSheet) : [rule],
  );
}

/**
 * The living style guide at `/stijl`, while developing only: every token, pictogram and building block in every state.
 * Refuses to be built: no tablet carries it.
 */
import { render } from 'preact';
import { pixelsPerMillimetre } from './platform/calibration.ts';
import { StyleGuide } from './style-guide/StyleGuide.tsx';
import './styles/kiosk.css';
import './styles/staff.css';
import './style-guide/style-guide.css';
import { createDisplay } from './ui/display.ts';
import { createTapGuard, TapGuardContext } from './ui/tap-guard.ts';

const place = document.getElementById('app');
if (place !== null) showStyleGuide(place);

function showStyleGuide(place: HTMLElement): void {
  const display = createDisplay(document.documentElement);
  const measure = () => {
    const glass = { width: innerWidth, height: innerHeight, atWork: true };
    display.setGlass({ ...glass, pixelsPerMillimetre: pixelsPerMillimetre(glass, null) });
  };
  measure();
  addEventListener('resize', measure);
  render(
    <TapGuardContext.Provider value={createTapGuard({ now: () => performance.now() })}>
      <StyleGuide setTextSize={display.setTextSize} />
    </TapGuardContext.Provider>,
    place,
  );
}

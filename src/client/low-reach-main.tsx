/** What a glass that hangs too high for some needs: the looks of its profiles, and the house over what is touched. */
import { HouseScene } from './ui/pictures/HouseScene.tsx';
import './styles/low-reach.css';
import './styles/low-reach-screens.css';

/** Lies behind every screen that leaves the upper half free. */
export function Above() {
  return (
    <div class="above">
      <HouseScene night={false} />
    </div>
  );
}

/** Every drawing there is. Refuses to list them: it shows what the files of drawings hold. */
import { Icon, iconNames } from '../staff/Icon.tsx';
import { activityPictograms } from '../ui/pictograms/activity-pictograms.ts';
import { controlPictograms } from '../ui/pictograms/control-pictograms.ts';
import { dishPictograms } from '../ui/pictograms/dish-pictograms.ts';
import { housePictograms } from '../ui/pictograms/house-pictograms.ts';
import { laterPictograms } from '../ui/pictograms/later-pictograms.ts';
import { Drawing } from '../ui/pictograms/Pictogram.tsx';
import { scooterPictograms } from '../ui/pictograms/scooter-pictograms.ts';
import type { Shape } from '../ui/pictograms/shape.ts';
import { Armchair } from '../ui/pictures/Armchair.tsx';
import { CardReader } from '../ui/pictures/CardReader.tsx';
import { ClockFace } from '../ui/pictures/ClockFace.tsx';
import { FloorPicture } from '../ui/pictures/FloorPicture.tsx';
import { HouseScene } from '../ui/pictures/HouseScene.tsx';
import { TouchHand } from '../ui/pictures/TouchHand.tsx';
import { Example, Part } from './Part.tsx';

const families: Readonly<Record<string, Readonly<Record<string, readonly Shape[]>>>> = {
  Activities: activityPictograms,
  Controls: controlPictograms,
  Scooters: scooterPictograms,
  Dishes: dishPictograms,
  'The house': housePictograms,
  Later: laterPictograms,
};

export function Pictograms() {
  return (
    <>
      {Object.entries(families).map(([family, drawings]) => (
        <Part key={family} title={`Pictograms: ${family}`}>
          <ul class="guide-drawings">
            {Object.entries(drawings).map(([name, shapes]) => (
              <li key={name} data-drawing={name}>
                <Drawing shapes={shapes} />
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </Part>
      ))}
      <Part title="Signs of the desk">
        <ul class="guide-drawings small">
          {iconNames.map((name) => (
            <li key={name} data-drawing={name}>
              <Icon name={name} />
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

export function Pictures() {
  return (
    <Part title="Pictures">
      <Example name="HouseScene, by day" wide>
        <div class="rest guide-scene">
          <HouseScene night={false} />
        </div>
      </Example>
      <Example name="HouseScene, by night" wide>
        <div class="rest night guide-scene">
          <HouseScene night />
        </div>
      </Example>
      <Example name="ClockFace">
        <div class="guide-row">
          <ClockFace hour={9} minute={0} />
          <ClockFace hour={14} minute={30} />
          <ClockFace hour={23} minute={45} />
        </div>
      </Example>
      <Example name="FloorPicture">
        <div class="guide-row">
          <FloorPicture floors={6} here={0} />
          <FloorPicture floors={6} here={3} />
          <FloorPicture floors={6} here={5} />
        </div>
      </Example>
      <Example name="Armchair">
        <Armchair />
      </Example>
      <Example name="CardReader">
        <CardReader />
      </Example>
      <Example name="TouchHand">
        <TouchHand />
      </Example>
    </Part>
  );
}

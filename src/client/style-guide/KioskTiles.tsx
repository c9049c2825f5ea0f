/** Everything a resident chooses from, as tiles, in every state. */
import { DayLeaf, LaterTile, TomorrowLeaf } from '../ui/DayLeaf.tsx';
import { DishTile } from '../ui/DishTile.tsx';
import { DoorTile, FloorTile } from '../ui/DoorTile.tsx';
import { ScooterTile } from '../ui/ScooterTile.tsx';
import { AnswerTile, DayTile, FirstFreeTile, LengthTile, PictureTile, TimeTile } from '../ui/ScooterTiles.tsx';
import { LanguageTile, PersonTile } from '../ui/Tile.tsx';
import { Example, nothing, Part } from './Part.tsx';

export function KioskTiles() {
  return (
    <>
      <Part title="Tiles: days">
        <Example name="DayLeaf">
          <DayLeaf
            weekday="donderdag"
            day={15}
            signs={[
              { picture: 'coffee', tint: 'food' },
              { picture: 'film', tint: 'culture' },
            ]}
            count="5 activiteiten"
            onTap={nothing}
          />
        </Example>
        <Example name="TomorrowLeaf">
          <TomorrowLeaf
            title="Morgen"
            day={15}
            plan={[
              { picture: 'coffee', tint: 'food', time: '10:00', name: 'Koffie' },
              { picture: 'bingo', tint: 'plain', time: '14:00', name: 'Bingo' },
            ]}
            count="6 activiteiten"
            onTap={nothing}
          />
        </Example>
        <Example name="LaterTile">
          <LaterTile label="Later" from="vanaf 21 oktober" onTap={nothing} />
        </Example>
      </Part>
      <Part title="Tiles: who">
        <Example name="FloorTile">
          <FloorTile floors={6} floor={1} word="Eerste" label="Eerste verdieping" onTap={nothing} />
        </Example>
        <Example name="DoorTile">
          <DoorTile number="24" names={['Riet', 'Leen']} onTap={nothing} />
        </Example>
        <Example name="PersonTile">
          <PersonTile picture="person" label="Riet" onTap={nothing} />
        </Example>
        <Example name="PersonTile, together" wide>
          <PersonTile picture="partner" label="Samen" small="Riet en Leen" wide onTap={nothing} />
        </Example>
        <Example name="LanguageTile">
          <LanguageTile lang="tr" dir="ltr" endonym="Türkçe" greeting="Hoş geldiniz" here={false} onTap={nothing} />
        </Example>
        <Example name="LanguageTile, here">
          <LanguageTile lang="ar" dir="rtl" endonym="العربية" greeting="أهلاً" here onTap={nothing} />
        </Example>
      </Part>
      <Part title="Tiles: meals">
        <Example name="DishTile">
          <DishTile picture="fish" label="Vis" onTap={nothing} />
        </Example>
        <Example name="DishTile, chosen before">
          <DishTile picture="carrot" label="Zonder vlees" mark="Net als altijd" here onTap={nothing} />
        </Example>
      </Part>
      <ScooterParts />
    </>
  );
}

function ScooterParts() {
  return (
    <Part title="Tiles: scooters">
      <Example name="FirstFreeTile">
        <FirstFreeTile
          label="Eerste vrije tijd"
          when="Morgen, 9 uur"
          scooter="Merel, de rode"
          take="Deze neem ik"
          onTap={nothing}
        />
      </Example>
      <Example name="DayTile, free">
        <DayTile name="Vandaag" date="woensdag 14 oktober" free state="6 tijden vrij" onTap={nothing} />
      </Example>
      <Example name="DayTile, full">
        <DayTile name="Morgen" date="donderdag 15 oktober" free={false} state="Alles bezet" />
      </Example>
      <Example name="TimeTile, free">
        <TimeTile hour={9} minute={0} time="9 uur" free state="Vrij" until="tot 11 uur" onTap={nothing} />
      </Example>
      <Example name="TimeTile, taken">
        <TimeTile hour={10} minute={0} time="10 uur" free={false} state="Bezet" />
      </Example>
      <Example name="LengthTile">
        <LengthTile length="2 uur" until="tot 11 uur" hour={11} minute={0} onTap={nothing} />
      </Example>
      <Example name="AnswerTile">
        <AnswerTile picture="battery-low" label="De accu is bijna leeg" onTap={nothing} />
      </Example>
      <Example name="PictureTile">
        <PictureTile picture="coffee" label="koffie" onTap={nothing} />
      </Example>
      <Example name="PictureTile, chosen first">
        <PictureTile picture="coffee" label="koffie" nth={1} onTap={nothing} />
      </Example>
      <Example name="ScooterTile">
        <ScooterTile name="Merel" paint="red" about="de rode, licht" place="Vak 1" onTap={nothing} />
      </Example>
      <Example name="ScooterTile, here">
        <ScooterTile name="Meeuw" paint="blue" about="de blauwe" here onTap={nothing} />
      </Example>
      <Example name="ScooterTile, broken">
        <ScooterTile
          name="Spreeuw"
          paint="grey"
          about="de grijze"
          mark={{ picture: 'cross', tone: 'stop', label: 'Kapot' }}
        />
      </Example>
    </Part>
  );
}

/** The blocks of a resident's screen that tell and act: header, slips, tickets, sheets, keys, bar. In every state. */
import { Action } from '../ui/Action.tsx';
import { AskBar, Pager } from '../ui/AskBar.tsx';
import { BigTicket } from '../ui/BigTicket.tsx';
import { FactSheet, StorySheet } from '../ui/FactSheet.tsx';
import { Header, TimeLine, timeDial } from '../ui/Header.tsx';
import { Inset } from '../ui/Inset.tsx';
import { Key } from '../ui/Key.tsx';
import { Chairs, Mark } from '../ui/Mark.tsx';
import { MessageSheet } from '../ui/MessageSheet.tsx';
import { NavBar, Tab } from '../ui/NavBar.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import { Pictogram } from '../ui/pictograms/Pictogram.tsx';
import { Rich } from '../ui/Rich.tsx';
import { Row, Slip, Ticket } from '../ui/Slip.tsx';
import { Example, nothing, Part } from './Part.tsx';

const story = 'We drinken koffie met zelfgebakken taart. Neem gerust iemand mee.';
const help = { picture: 'help', label: 'Hulp', onTap: nothing } as const;

export function KioskBlocks() {
  return (
    <>
      <Frames />
      <Slips />
      <Sheets />
      <Small />
    </>
  );
}

function Frames() {
  return (
    <Part title="Frame of a screen">
      <Example name="Header" wide>
        <Header
          title="Woensdag 14 oktober"
          dial={timeDial(14, 30)}
          sub={<TimeLine words="half drie ’s middags" digits="14:30" />}
          tools={[
            { picture: 'bigger', label: 'Groter', onTap: nothing },
            { picture: 'language', label: 'Taal', more: 'Nederlands', onTap: nothing },
            { picture: 'help', label: 'Hulp', current: true, onTap: nothing },
          ]}
        />
      </Example>
      <Example name="NavBar, on Vandaag" wide>
        <NavBar
          label="Plaatsen"
          places={[
            { picture: 'home', label: 'Vandaag', current: true, onTap: nothing },
            { picture: 'scooter', label: 'Scootmobiel', onTap: nothing },
            { picture: 'message', label: 'Berichten', onTap: nothing },
            { picture: 'my-things', label: 'Mijn dingen', onTap: nothing },
          ]}
          help={help}
        />
      </Example>
      <Example name="AskBar, with Pager" wide>
        <AskBar label="Plaatsen" places={4} help={help}>
          <Tab picture="back" label="Terug" onTap={nothing} />
          <div class="middle">
            <Pager position="1 van 3" label="Volgende" onTap={nothing} />
          </div>
        </AskBar>
      </Example>
    </Part>
  );
}

function Slips() {
  const coffee = {
    picture: 'coffee',
    tint: 'food',
    time: '15:00',
    till: 'tot 16:00',
    name: 'Koffie en taart',
  } as const;
  return (
    <Part title="Slips and tickets">
      <Example name="Row: Slip open, Action yes" wide>
        <Row action={<Action picture="sign-up" label="Ik doe mee" onTap={nothing} />}>
          <Slip {...coffee} soon="Straks" onTap={nothing}>
            Grote zaal
          </Slip>
        </Row>
      </Example>
      <Example name="Row: Slip full, Action plain" wide>
        <Row action={<Action picture="waiting" label="Zet mij op de lijst" tone="plain" onTap={nothing} />}>
          <Slip {...coffee} look="full" onTap={nothing}>
            <Mark picture="cross" label="Vol" />
          </Slip>
        </Row>
      </Example>
      <Example name="Row: Slip off" wide>
        <Row>
          <Slip {...coffee} look="off">
            <Mark picture="cross" tone="stop" label="Gaat niet door" />
          </Slip>
        </Row>
      </Example>
      <Example name="Row: Ticket, Action stop" wide>
        <Row action={<Action picture="undo" label="Toch niet" tone="stop" onTap={nothing} />}>
          <Ticket {...coffee} stub="U doet mee" onTap={nothing} />
        </Row>
      </Example>
      <Example name="Row: Ticket, in line and not yet sent" wide>
        <Row>
          <Ticket {...coffee} stub="U bent tweede" place={2} small="bewaard" />
        </Row>
      </Example>
      <Example name="Slip: a note that hangs there, important" wide>
        <Row>
          <Slip look="hung important" picture="message" tint="info" name="De lift staat stil" onTap={nothing} />
        </Row>
      </Example>
      <Example name="BigTicket" wide>
        <BigTicket
          picture="coffee"
          tint="food"
          name="Koffie en taart"
          lines={[{ sign: <Pictogram name="clock" />, words: 'Vandaag om 15:00 uur' }]}
          stub="U doet mee"
        />
      </Example>
      <Example name="BigTicket, noted only" wide>
        <BigTicket
          picture="coffee"
          tint="food"
          name="Koffie en taart"
          lines={[{ sign: <Pictogram name="clock" />, words: 'Vandaag om 15:00 uur' }]}
          stub="Genoteerd"
          noted
        />
      </Example>
    </Part>
  );
}

function Sheets() {
  return (
    <Part title="Sheets">
      <Example name="FactSheet" wide>
        <FactSheet
          picture="coffee"
          tint="food"
          soon="Straks"
          mark={<Mark picture="check" tone="yes" label="U doet mee" />}
          facts={[
            { sign: <Pictogram name="clock" />, what: 'Van 15:00 tot 16:00 uur' },
            { sign: <Pictogram name="door" />, what: 'Grote zaal', more: 'begane grond' },
          ]}
          story={story}
        />
      </Example>
      <Example name="StorySheet" wide>
        <StorySheet story={story} />
      </Example>
      <Example name="MessageSheet" wide>
        <MessageSheet picture="message" photo={null} important={false} text={story} below={['Samira', 'tot vrijdag']} />
      </Example>
      <Example name="MessageSheet, important" wide>
        <MessageSheet picture="no-lift" photo={null} important text={story} below={['Samira', 'tot vrijdag']} />
      </Example>
    </Part>
  );
}

function Small() {
  return (
    <Part title="Keys, marks and small things">
      <Example name="Key yes">
        <Key picture="check" label="Klaar" tone="yes" onTap={nothing} />
      </Example>
      <Example name="Key plain">
        <Key picture="back" label="Terug" onTap={nothing} />
      </Example>
      <Example name="Key stop">
        <Key picture="undo" label="Toch niet" tone="stop" onTap={nothing} />
      </Example>
      <Example name="Mark">
        <div class="guide-row">
          <Mark picture="check" tone="yes" label="Vrij" />
          <Mark picture="cross" label="Bezet" />
          <Mark picture="cross" tone="stop" label="Gaat niet door" />
        </div>
      </Example>
      <Example name="Chairs">
        <Chairs free={3} />
      </Example>
      <Example name="ProgressBar" wide>
        <ProgressBar label="Nog 42 tellen" left={42} of={60} />
      </Example>
      <Example name="Inset">
        <p>
          <Inset sentence="Katıldığınız yer: Koffie-inloop" dutch="Koffie-inloop" />
        </p>
      </Example>
      <Example name="Rich">
        <p>
          <Rich text="Houd uw <b>druppel</b> tegen de lezer." />
        </p>
      </Example>
    </Part>
  );
}

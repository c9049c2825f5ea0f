/** The blocks every page of the team is made of, in every state. */
import { Button, Door, IconButton, Segments, Select, State, Wrong } from '../staff/controls.tsx';
import { SearchField } from '../staff/SearchField.tsx';
import { Example, nothing, Part } from './Part.tsx';

const choices = [
  { value: 'week', text: 'Week' },
  { value: 'month', text: 'Maand' },
] as const;

export function DeskBlocks() {
  return (
    <div class="guide-desk">
      <Part title="The desk: buttons">
        {(['main', 'yes', 'plain', 'stop', 'link'] as const).map((tone) => (
          <Example key={tone} name={`Button ${tone}`}>
            <Button tone={tone} icon="check" onPress={nothing}>
              Opslaan
            </Button>
          </Example>
        ))}
        <Example name="Button, with its key">
          <Button hint="n" onPress={nothing}>
            Nieuw bericht
          </Button>
        </Example>
        <Example name="IconButton">
          <IconButton icon="next" label="Volgende week" onPress={nothing} />
        </Example>
      </Part>
      <Part title="The desk: states and fields">
        {(['ok', 'wait', 'warn', 'info', 'off'] as const).map((tone) => (
          <Example key={tone} name={`State ${tone}`}>
            <State tone={tone}>Onderweg</State>
          </Example>
        ))}
        <Example name="Door">
          <Door number="24" />
        </Example>
        <Example name="Segments">
          <Segments label="Zien" choices={choices} chosen="week" onChoose={nothing} />
        </Example>
        <Example name="Select">
          <Select id="guide-select" label="Zien" value="week" choices={choices} onChoose={nothing} />
        </Example>
        <Example name="Select, wrong">
          <Select
            id="guide-wrong"
            label="Zien"
            value="week"
            choices={choices}
            onChoose={nothing}
            wrong="Kies een maand."
          />
        </Example>
        <Example name="Wrong">
          <Wrong id="guide-alone" sentence="Deze tijd is al geweest." />
        </Example>
        <Example name="SearchField">
          <SearchField label="Zoek een bewoner" value="" onInput={nothing} />
        </Example>
      </Part>
    </div>
  );
}

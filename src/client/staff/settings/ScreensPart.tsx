/** Schermen: when shared screens are dark, and how soon codes rest that somebody guesses at. Refuses to be easier than usual. */
import {
  type GuessSetting,
  guessChoices,
  guessValues,
  type HouseSettings,
  setHouse,
  settingsOf,
  timesOfDay,
} from '../../app/staff-settings.ts';
import { type BoardProps, useDesk } from '../desk-context.ts';
import { clock, howLong } from '../desk-words.ts';
import { SettingSelect } from './SettingRow.tsx';

/** Changes one setting, and says so; the way back is what it was. */
type Set = (change: HouseSettings, before: HouseSettings, saved: { readonly what: string; value: string }) => void;

const guessSettings = Object.keys(guessValues) as readonly GuessSetting[];

export function ScreensPart({ board }: BoardProps) {
  const { app, t } = useDesk();
  const set: Set = (change, before, saved) => {
    const no = app.act(setHouse(change), {
      text: t('desksettings:saved', saved),
      undo: () => ({ command: setHouse(before), text: t('desksettings:savedBack') }),
    });
    if (no !== null) app.refuse(no);
  };
  return (
    <>
      <section class="s-card" aria-labelledby="dark">
        <h2 id="dark">{t('desksettings:dark')}</h2>
        <p class="is-soft">{t('desksettings:darkWhy')}</p>
        <DarkRow board={board} setting="darkFrom" set={set} />
        <DarkRow board={board} setting="darkUntil" set={set} />
      </section>
      <section class="s-card" aria-labelledby="guesses">
        <h2 id="guesses">{t('desksettings:guesses')}</h2>
        <p class="is-soft">{t('desksettings:guessesWhy')}</p>
        {guessSettings.map((setting) => (
          <GuessRow key={setting} board={board} setting={setting} set={set} />
        ))}
      </section>
    </>
  );
}

interface RowProps<Setting> extends BoardProps {
  readonly setting: Setting;
  readonly set: Set;
}

function DarkRow({ board, set, setting }: RowProps<'darkFrom' | 'darkUntil'>) {
  const { t } = useDesk();
  const what = t(`desksettings:${setting}`);
  const now = settingsOf(board)[setting];
  return (
    <SettingSelect
      name={what}
      why={t(`desksettings:${setting}Why`)}
      value={now}
      choices={timesOfDay(now).map((time) => ({ value: time, text: clock(time) }))}
      onChoose={(time) => set({ [setting]: time }, { [setting]: now }, { what, value: clock(time) })}
    />
  );
}

function GuessRow({ board, set, setting }: RowProps<GuessSetting>) {
  const desk = useDesk();
  const { t } = desk;
  const what = t(`desksettings:guess_${setting}`);
  const now = settingsOf(board)[setting];
  const words = (value: number) =>
    setting === 'guessRestMinutes' ? howLong(desk, value) : t('desksettings:times', { count: value });
  return (
    <SettingSelect
      name={what}
      why={t(`desksettings:guessWhy_${setting}`)}
      value={String(now)}
      choices={guessChoices(board, setting).map((value) => ({ value: String(value), text: words(value) }))}
      onChoose={(value) => set({ [setting]: Number(value) }, { [setting]: now }, { what, value: words(Number(value)) })}
    />
  );
}

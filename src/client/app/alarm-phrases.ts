/** The alarms a house knows beforehand, in every language it speaks: nobody translates while the water rises. */
import type { Announcement } from '../../domain/announcement.ts';

export interface AlarmPhrase {
  readonly name: 'water' | 'power' | 'lift' | 'hall';
  readonly title: string;
  readonly acts: Announcement['acts'];
  readonly translations: Announcement['translations'];
}

const said = (tr: string, ar: string, pap: string, pt: string, en: string): Announcement['translations'] =>
  Object.entries({ tr, ar, pap, 'pt-PT': pt, en }).map(([language, title]) => ({ language, title, text: '' }));

export const alarmPhrases: readonly AlarmPhrase[] = [
  {
    name: 'water',
    title: 'Er is geen water',
    acts: [
      { pictogram: 'no-water', words: 'Doe de kraan dicht' },
      { pictogram: 'home', words: 'Vraag in de huiskamer om water' },
    ],
    translations: said('Su yok', 'لا يوجد ماء', 'No tin awa', 'Não há água', 'There is no water'),
  },
  {
    name: 'power',
    title: 'Er is geen stroom',
    acts: [
      { pictogram: 'no-lift', words: 'Neem niet de lift' },
      { pictogram: 'home', words: 'Blijf binnen en wacht' },
    ],
    translations: said('Elektrik yok', 'لا توجد كهرباء', 'No tin koriente', 'Não há luz', 'There is no electricity'),
  },
  {
    name: 'lift',
    title: 'De lift is stuk',
    acts: [
      { pictogram: 'stairs', words: 'Neem de trap' },
      { pictogram: 'phone', words: 'Kunt u dat niet? Bel ons' },
    ],
    translations: said(
      'Asansör bozuk',
      'المصعد معطّل',
      'E lift ta daña',
      'O elevador está avariado',
      'The lift is out of order',
    ),
  },
  {
    name: 'hall',
    title: 'Kom nu naar de hal',
    acts: [
      { pictogram: 'stairs', words: 'Neem de trap' },
      { pictogram: 'no-lift', words: 'Neem niet de lift' },
      { pictogram: 'gather', words: 'Wij wachten in de hal' },
    ],
    translations: said(
      'Şimdi giriş holüne gelin',
      'تعالوا الآن إلى المدخل',
      'Bini na e entrada awor',
      'Venha já para a entrada',
      'Come to the entrance hall now',
    ),
  },
];

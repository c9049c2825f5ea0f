/** The alarms a house knows beforehand, in every language it speaks: nobody translates while the water rises. */
import type { Announcement } from '../../domain/announcement.ts';

type Act = Announcement['acts'][number];

export interface AlarmPhrase {
  readonly name: 'water' | 'power' | 'lift' | 'hall';
  readonly title: string;
  readonly acts: readonly Act[];
}

/** Dutch, and the same in Turkish, Arabic, Papiamentu, Portuguese and English. */
const sentences: readonly (readonly [string, string, string, string, string, string])[] = [
  ['Er is geen water', 'Su yok', 'لا يوجد ماء', 'No tin awa', 'Não há água', 'There is no water'],
  ['Er is geen stroom', 'Elektrik yok', 'لا توجد كهرباء', 'No tin koriente', 'Não há luz', 'There is no electricity'],
  [
    'De lift is stuk',
    'Asansör bozuk',
    'المصعد معطّل',
    'E lift ta daña',
    'O elevador está avariado',
    'The lift is out of order',
  ],
  [
    'Kom nu naar de hal',
    'Şimdi giriş holüne gelin',
    'تعالوا الآن إلى المدخل',
    'Bini na e entrada awor',
    'Venha já para a entrada',
    'Come to the entrance hall now',
  ],
  [
    'Doe de kraan dicht',
    'Musluğu kapatın',
    'أغلقوا صنبور الماء',
    'Sera e kranchi',
    'Feche a torneira',
    'Turn off the tap',
  ],
  [
    'Vraag in de huiskamer om water',
    'Ortak salonda su isteyin',
    'اطلبوا الماء في غرفة الجلوس',
    'Pidi awa den e sala',
    'Peça água na sala de convívio',
    'Ask for water in the living room',
  ],
  [
    'Neem niet de lift',
    'Asansöre binmeyin',
    'لا تستخدموا المصعد',
    'No usa e lift',
    'Não use o elevador',
    'Do not take the lift',
  ],
  [
    'Blijf binnen en wacht',
    'İçeride kalın ve bekleyin',
    'ابقوا في الداخل وانتظروا',
    'Keda paden i warda',
    'Fique em casa e espere',
    'Stay inside and wait',
  ],
  ['Neem de trap', 'Merdiveni kullanın', 'استخدموا الدرج', 'Usa e trapi', 'Use as escadas', 'Take the stairs'],
  [
    'Kunt u dat niet? Bel ons',
    'Yapamıyor musunuz? Bizi arayın',
    'لا تستطيعون ذلك؟ اتصلوا بنا',
    'Bo no por? Yama nos',
    'Não consegue? Ligue-nos',
    'You cannot? Call us',
  ],
  [
    'Wij wachten in de hal',
    'Giriş holünde bekliyoruz',
    'ننتظركم في المدخل',
    'Nos ta warda na e entrada',
    'Esperamos na entrada',
    'We wait in the hall',
  ],
  ['Ga nu naar buiten', 'Şimdi dışarı çıkın', 'اخرجوا الآن', 'Sali pafó awor', 'Saia agora', 'Go outside now'],
  ['Doe de deur dicht', 'Kapıyı kapatın', 'أغلقوا الباب', 'Sera e porta', 'Feche a porta', 'Close the door'],
  ['Bel ons', 'Bizi arayın', 'اتصلوا بنا', 'Yama nos', 'Ligue-nos', 'Call us'],
  [
    'Wij komen bij u langs',
    'Size geleceğiz',
    'سنأتي إليكم',
    'Nos ta bini serka bo',
    'Vamos ter consigo',
    'We will come to you',
  ],
  [
    'Help uw buren',
    'Komşularınıza yardım edin',
    'ساعدوا جيرانكم',
    'Yuda bo bisiñanan',
    'Ajude os seus vizinhos',
    'Help your neighbours',
  ],
];

const order: readonly string[] = ['tr', 'ar', 'pap', 'pt-PT', 'en'];

/** The same in another language of the house; null where it is not one of the fixed sentences. */
export function fixedIn(language: string, dutch: string): string | null {
  const place = order.indexOf(language);
  const found = sentences.find(([said]) => said === dutch.trim());
  return place < 0 ? null : (found?.[place + 1] ?? null);
}

/** What people can be asked to do, each with its drawing. */
export const fixedActs: readonly Act[] = [
  { pictogram: 'stairs', words: 'Neem de trap' },
  { pictogram: 'no-lift', words: 'Neem niet de lift' },
  { pictogram: 'outside', words: 'Ga nu naar buiten' },
  { pictogram: 'gather', words: 'Wij wachten in de hal' },
  { pictogram: 'home', words: 'Blijf binnen en wacht' },
  { pictogram: 'door', words: 'Doe de deur dicht' },
  { pictogram: 'no-water', words: 'Doe de kraan dicht' },
  { pictogram: 'home', words: 'Vraag in de huiskamer om water' },
  { pictogram: 'phone', words: 'Bel ons' },
  { pictogram: 'phone', words: 'Kunt u dat niet? Bel ons' },
  { pictogram: 'team', words: 'Wij komen bij u langs' },
  { pictogram: 'gather', words: 'Help uw buren' },
];

const doing = (...wanted: readonly string[]): readonly Act[] => fixedActs.filter(({ words }) => wanted.includes(words));

export const alarmPhrases: readonly AlarmPhrase[] = [
  {
    name: 'water',
    title: 'Er is geen water',
    acts: doing('Doe de kraan dicht', 'Vraag in de huiskamer om water'),
  },
  { name: 'power', title: 'Er is geen stroom', acts: doing('Neem niet de lift', 'Blijf binnen en wacht') },
  { name: 'lift', title: 'De lift is stuk', acts: doing('Neem de trap', 'Kunt u dat niet? Bel ons') },
  {
    name: 'hall',
    title: 'Kom nu naar de hal',
    acts: doing('Neem de trap', 'Neem niet de lift', 'Wij wachten in de hal'),
  },
];

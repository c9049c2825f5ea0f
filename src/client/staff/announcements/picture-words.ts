/** The drawings somebody of the team can choose from, in the words they look for them with. */
export const pictureWords: Readonly<Record<string, string>> = {
  message: 'Briefje',
  caretaker: 'Vakman',
  lift: 'Lift',
  'no-lift': 'Niet de lift',
  stairs: 'Trap',
  'no-water': 'Geen water',
  'no-power': 'Geen stroom',
  fire: 'Vuur',
  gather: 'Verzamelen',
  outside: 'Naar buiten',
  home: 'Huis',
  door: 'Deur',
  phone: 'Telefoon',
  coffee: 'Koffie',
  meal: 'Eten',
  soup: 'Soep',
  garden: 'Tuin',
  music: 'Muziek',
  party: 'Feest',
  council: 'Overleg',
  team: 'Zorg',
  'health-check': 'Gezond',
  clean: 'Schoonmaak',
  scooter: 'Scootmobiel',
};

export const pictureNames = Object.keys(pictureWords);

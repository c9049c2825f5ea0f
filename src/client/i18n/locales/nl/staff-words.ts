/** All words of the staff side, one file per subject; loaded with it and never by a kiosk. */
import deskalarm from './staff-alarm.json' with { type: 'json' };
import deskannouncement from './staff-announcement.json' with { type: 'json' };
import deskbook from './staff-book.json' with { type: 'json' };
import deskcare from './staff-care.json' with { type: 'json' };
import deskdoor from './staff-door.json' with { type: 'json' };
import deskeat from './staff-eat.json' with { type: 'json' };
import deskenrol from './staff-enrol.json' with { type: 'json' };
import deskenter from './staff-enter.json' with { type: 'json' };
import deskfigures from './staff-figures.json' with { type: 'json' };
import deskflats from './staff-flats.json' with { type: 'json' };
import deskframe from './staff-frame.json' with { type: 'json' };
import deskimport from './staff-import.json' with { type: 'json' };
import deskmeal from './staff-meal.json' with { type: 'json' };
import deskadd from './staff-meal-add.json' with { type: 'json' };
import deskplate from './staff-meal-row.json' with { type: 'json' };
import desksheet from './staff-meal-sheet.json' with { type: 'json' };
import deskmealweek from './staff-meal-week.json' with { type: 'json' };
import deskmenu from './staff-menu.json' with { type: 'json' };
import deskmoney from './staff-money.json' with { type: 'json' };
import deskno from './staff-no.json' with { type: 'json' };
import deskout from './staff-outward.json' with { type: 'json' };
import deskpeople from './staff-people.json' with { type: 'json' };
import deskpictures from './staff-pictures.json' with { type: 'json' };
import deskposter from './staff-poster.json' with { type: 'json' };
import deskprogramme from './staff-programme.json' with { type: 'json' };
import deskriders from './staff-riders.json' with { type: 'json' };
import deskround from './staff-round.json' with { type: 'json' };
import desksettings from './staff-settings.json' with { type: 'json' };
import deskspaces from './staff-spaces.json' with { type: 'json' };
import desktablets from './staff-tablets.json' with { type: 'json' };
import deskteam from './staff-team.json' with { type: 'json' };
import desktoday from './staff-today.json' with { type: 'json' };
import desktrip from './staff-trip.json' with { type: 'json' };
import deskweek from './staff-week.json' with { type: 'json' };
import deskwhen from './staff-when.json' with { type: 'json' };

export const staffWords = {
  deskimport,
  deskpeople,
  deskalarm,
  deskannouncement,
  deskbook,
  deskcare,
  deskfigures,
  deskflats,
  deskframe,
  deskno,
  deskprogramme,
  deskpictures,
  deskriders,
  desktrip,
  deskweek,
  deskwhen,
  deskmeal,
  deskadd,
  deskplate,
  desksheet,
  deskdoor,
  deskenrol,
  deskenter,
  deskteam,
  desktablets,
  deskmenu,
  deskmoney,
  deskmealweek,
  deskeat,
  deskround,
  desktoday,
  deskout,
  deskposter,
  desksettings,
  deskspaces,
};

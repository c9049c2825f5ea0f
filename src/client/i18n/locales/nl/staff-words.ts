/** All words of the staff side, one file per subject; loaded with it and never by a kiosk. */
import deskbook from './staff-book.json' with { type: 'json' };
import deskcare from './staff-care.json' with { type: 'json' };
import deskfigures from './staff-figures.json' with { type: 'json' };
import deskframe from './staff-frame.json' with { type: 'json' };
import deskno from './staff-no.json' with { type: 'json' };
import deskriders from './staff-riders.json' with { type: 'json' };
import desktrip from './staff-trip.json' with { type: 'json' };
import deskweek from './staff-week.json' with { type: 'json' };
import deskwhen from './staff-when.json' with { type: 'json' };

export const staffWords = {
  deskbook,
  deskcare,
  deskfigures,
  deskframe,
  deskno,
  deskriders,
  desktrip,
  deskweek,
  deskwhen,
};

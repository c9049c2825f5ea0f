/** The Dutch words of the two screens a kiosk stands on: they are there at once. */
import activity from './activity.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import dates from './dates.json' with { type: 'json' };
import day from './day.json' with { type: 'json' };
import moment from './moment.json' with { type: 'json' };
import rest from './rest.json' with { type: 'json' };

export const firstWords = { activity, common, dates, day, moment, rest };

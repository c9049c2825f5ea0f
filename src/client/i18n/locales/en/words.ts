/** All words of one language, one file per subject; loaded only when somebody chooses it. */
import activity from './activity.json' with { type: 'json' };
import aloud from './aloud.json' with { type: 'json' };
import away from './away.json' with { type: 'json' };
import code from './code.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import dates from './dates.json' with { type: 'json' };
import day from './day.json' with { type: 'json' };
import done from './done.json' with { type: 'json' };
import help from './help.json' with { type: 'json' };
import language from './language.json' with { type: 'json' };
import meal from './meal.json' with { type: 'json' };
import message from './message.json' with { type: 'json' };
import mine from './mine.json' with { type: 'json' };
import moment from './moment.json' with { type: 'json' };
import refused from './refused.json' with { type: 'json' };
import rest from './rest.json' with { type: 'json' };
import scooter from './scooter.json' with { type: 'json' };
import still from './still.json' with { type: 'json' };
import week from './week.json' with { type: 'json' };
import who from './who.json' with { type: 'json' };

export const words = {
  activity,
  aloud,
  away,
  code,
  common,
  dates,
  day,
  done,
  help,
  language,
  meal,
  message,
  mine,
  moment,
  refused,
  rest,
  scooter,
  still,
  week,
  who,
};

/** The Dutch words of all other screens, which come with these. */
import aloud from './aloud.json' with { type: 'json' };
import away from './away.json' with { type: 'json' };
import code from './code.json' with { type: 'json' };
import done from './done.json' with { type: 'json' };
import help from './help.json' with { type: 'json' };
import language from './language.json' with { type: 'json' };
import meal from './meal.json' with { type: 'json' };
import message from './message.json' with { type: 'json' };
import mine from './mine.json' with { type: 'json' };
import refused from './refused.json' with { type: 'json' };
import scooter from './scooter.json' with { type: 'json' };
import still from './still.json' with { type: 'json' };
import week from './week.json' with { type: 'json' };
import who from './who.json' with { type: 'json' };

export const laterWords = {
  aloud,
  away,
  code,
  done,
  help,
  language,
  meal,
  message,
  mine,
  refused,
  scooter,
  still,
  week,
  who,
};

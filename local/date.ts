/** `npm run date -- 2014-04-01`: moves the business date of the one-machine stack; without a date it tells the present one. */
import { moveBusinessDate, readBusinessDate } from './business-date.js';
import { runCommand, say } from './command.js';
import { readStackSettings } from './settings.js';

await runCommand(() => {
  const settings = readStackSettings(process.env);
  const [date, ...rest] = process.argv.slice(2);
  if (rest.length > 0) throw new Error('usage: npm run date -- YYYY-MM-DD');
  if (date === undefined) say(readBusinessDate(settings));
  else say(`The business date is now ${date}; it was ${moveBusinessDate(settings, date)}.`);
  return Promise.resolve();
});

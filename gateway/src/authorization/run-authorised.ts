/** The same guarantee as with-authorization, before an engine that answers with text: what may be read is asked, the rest is put back as nulls. */
import type { Run } from '../front/run.js';
import { complete } from './complete.js';

export const runAuthorised: Run = async ({ reading, viewer }, { variables }, ask) => {
  if (!reading || !viewer) throw new TypeError('a question that nobody authorised');
  if (reading.asked === reading.whole) return ask(reading.asked);
  const fetched = reading.asked ? await ask(reading.asked) : { data: '{}', errors: [] };
  if (fetched.data === undefined) return fetched;
  const { data, errors } = complete(reading, JSON.parse(fetched.data), variables, viewer);
  return { data: data === undefined ? undefined : JSON.stringify(data), errors: [...fetched.errors, ...errors] };
};

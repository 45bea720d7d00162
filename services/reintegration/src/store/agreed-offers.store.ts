/** Who said yes to the last offer that he answered, and since when; of the offers that the viewer's own body made. */
import type { Reader } from './reader.js';

export interface AgreedOffer {
  readonly person: string;
  readonly chosenOn: string;
}

const LAST_ANSWERS = `
  select person, "chosenOn" from (
    select distinct on (o.person) o.person, o.choice, o.chosen_on::text as "chosenOn" from offer o
    where o.recorded_by = $1 and o.choice is not null and o.chosen_on <= $2
    order by o.person, o.chosen_on desc, o.recorded_on desc, o.id) answered
  where choice = 'YES' order by person`;

export async function agreedOffers(reader: Reader, body: string, on: string): Promise<readonly AgreedOffer[]> {
  const rows = await reader.read((manager) => manager.query<AgreedOffer[]>(LAST_ANSWERS, [body, on]));
  reader.processed(rows.map(({ person }) => person));
  return rows;
}

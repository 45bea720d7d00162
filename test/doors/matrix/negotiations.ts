/** An agreement between Leiden's firm and that of Zoetermeer, so that a field of an agreement has something to show. */
import { severeWorker } from '../../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../../local/population/fixed-workplaces.js';
import { Negotiation, openDesk } from '../../kit/negotiation.js';
import { rowsOf } from '../../kit/imports.js';
import { personOf } from '../../kit/stack.js';

/** Only proposed: it holds no place that another test needs. Does nothing where it was done before. */
export async function makeNegotiation(): Promise<void> {
  const [some] = await rowsOf<{ id: string }>('reintegration', 'select id from agreement where person = $1', [personOf(severeWorker.bsn)]);
  if (!some) await new Negotiation(await openDesk()).proposed(severeWorker, scenarioWorkplaces[9]!);
}

/** No N+1: however long the lists, an operation costs each subgraph a fixed number of SELECTs in one transaction per request. */
import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '../../local/services.js';
import { termsFrom } from '../../local/demo/chapters/steps.js';
import * as deed from '../../local/demo/deeds.js';
import { arrangementWorkers, movedWorker, type FixedWorker } from '../../local/population/fixed-people.js';
import { arrangementWorkplaces } from '../../local/population/fixed-workplaces.js';
import type { GraphClient } from '../../local/demo/graph-client.js';
import { as, logLines, personOf, today } from '../kit/stack.js';
import { contractDocument, rawRequest } from '../kit/raw-request.js';

interface Cost {
  readonly requests: number;
  readonly statements: number;
  /** Statements of each request, by service. */
  readonly each: ReadonlyMap<string, readonly number[]>;
}

/** Statements for what hangs on agreements, however many there are: their terms, parties and acceptances. */
const OF_AN_AGREEMENT = 3;

/** What one request cost all services together, as each of them logged it. */
async function costOf(client: GraphClient, body: object): Promise<Cost> {
  const { requestId, errors } = await rawRequest(client, body);
  expect(errors).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const each = new Map(SERVICES.map(({ name }) => [name, statementsOf(name, requestId)]));
  const all = [...each.values()].flat();
  return { requests: all.length, statements: all.reduce((sum, one) => sum + one, 0), each };
}

function statementsOf(service: string, requestId: string): number[] {
  const lines = logLines(service).filter((line) => line['requestId'] === requestId && line['msg'] === 'question');
  return lines.map((line) => Number(line['statements']));
}

/** A worker with an offer, a choice and an agreement, across two companies: nothing of his dossier is empty. */
const fullest = arrangementWorkers[2]!;

async function negotiateFor(client: GraphClient, worker: FixedWorker): Promise<void> {
  const place = `zoetermeer-rijswijk:W:${arrangementWorkplaces[2]!.number}`;
  const offer = deed.recorded(await deed.recordOffer(client, personOf(worker.bsn), [place], today()));
  deed.recorded(await deed.recordChoice(client, offer.id, place, today()));
  deed.agreed(await deed.propose(client, offer.id, termsFrom(today(), '24')));
}

describe('statements', () => {
  it('of the dossier are at most 20, for whomever', async () => {
    const client = await as('case-worker');
    await negotiateFor(client, fullest);
    const query = contractDocument('portal-dossier');
    const costs = [];
    for (const worker of [fullest, movedWorker]) costs.push(await costOf(client, { query, variables: { person: personOf(worker.bsn) } }));
    for (const cost of costs) process.stdout.write(`dossier: ${cost.statements} statements in ${cost.requests} subgraph requests: ${JSON.stringify([...cost.each])}\n`);
    for (const { requests, statements } of costs) {
      expect(requests).toBeGreaterThan(2);
      expect(statements).toBeLessThanOrEqual(20);
    }
  });

  it.each([
    ['placement-leiden', '{ swCompany(code: "leiden") { placements(first: $N) { totalCount nodes { id function hirer { name } workplace { id title } employment { id workerName { full } payingMunicipality { name } } agreement { id state } } } } }'],
    ['case-worker', '{ clients(first: $N) { totalCount nodes { id name { full } residence { name } representatives { id } applications { id suspensions { from } } benefits { id } } } }'],
    ['case-worker', '{ clients(first: $N) { nodes { id indications { category } employments { id from } agreements { id } } } }'],
    ['case-worker', '{ applications(first: $N) { nodes { id dueOn netDays person { id name { full } } municipality { name } suspensions { from } } } }'],
    ['case-worker', '{ swCompanies { code workplaces(first: $N) { nodes { id title employer { name } municipality { name } } } } }'],
  ])('of a list for %s do not grow with its length', async (user, query) => {
    const client = await as(user);
    const short = await costOf(client, { query: query.replaceAll('$N', '40') });
    // As long as a budget allows of the widest of these lists.
    const long = await costOf(client, { query: query.replaceAll('$N', '160') });
    expect(short.statements).toBeGreaterThan(0);
    // A longer list may touch one company more, or hold the first agreement; what a service is asked costs the same however much it is about.
    for (const [service, statements] of short.each) {
      const [least, most] = [Math.max(0, ...statements), Math.max(0, ...long.each.get(service)!)];
      const allowed = statements.length === 0 ? [most] : [least, least + OF_AN_AGREEMENT];
      expect([service, allowed]).toEqual([service, expect.arrayContaining([most])]);
    }
  });
});

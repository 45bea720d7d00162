/** No N+1: however long the lists, an operation costs each subgraph a fixed number of SELECTs in one transaction per request. */
import { describe, expect, it } from '@jest/globals';
import { SERVICES } from '../../local/services.js';
import { movedWorker, scenarioWorkers } from '../../local/population/fixed-people.js';
import type { GraphClient } from '../../local/demo/graph-client.js';
import { as, logLines, personOf } from '../kit/stack.js';
import { contractDocument, rawRequest } from '../kit/raw-request.js';

interface Cost {
  readonly requests: number;
  readonly statements: number;
}

/** What one request cost all services together, as each of them logged it. */
async function costOf(client: GraphClient, body: object): Promise<Cost> {
  const { requestId, errors } = await rawRequest(client, body);
  expect(errors).toBeUndefined();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const lines = SERVICES.flatMap(({ name }) => logLines(name)).filter((line) => line['requestId'] === requestId && line['msg'] === 'question');
  return { requests: lines.length, statements: lines.reduce((sum, line) => sum + Number(line['statements']), 0) };
}

describe('statements', () => {
  it('of the dossier are at most 20, for whomever', async () => {
    const client = await as('case-worker');
    const query = contractDocument('portal-dossier');
    const costs = [];
    for (const worker of [scenarioWorkers[0]!, movedWorker]) costs.push(await costOf(client, { query, variables: { person: personOf(worker.bsn) } }));
    process.stdout.write(`dossier: ${costs.map(({ requests, statements }) => `${statements} statements in ${requests} subgraph requests`).join(', ')}\n`);
    for (const { requests, statements } of costs) {
      expect(requests).toBeGreaterThan(2);
      expect(statements).toBeLessThanOrEqual(20);
    }
  });

  it.each([
    ['placement-leiden', '{ swCompany(code: "leiden") { placements(first: $N) { totalCount nodes { id function hirer { name } workplace { id title } employment { id workerName { full } payingMunicipality { name } } agreement { id state } } } } }'],
    ['case-worker', '{ clients(first: $N) { totalCount nodes { id name { full } residence { name } representatives { id } applications { id suspensions { from } } benefits { id } indications { category } employments { id from } agreements { id } } } }'],
    ['case-worker', '{ applications(first: $N) { nodes { id dueOn netDays person { id name { full } } municipality { name } suspensions { from } } } }'],
    ['case-worker', '{ swCompanies { code workplaces(first: $N) { nodes { id title employer { name } municipality { name } } } } }'],
  ])('of a list for %s do not grow with its length', async (user, query) => {
    const client = await as(user);
    const short = await costOf(client, { query: query.replaceAll('$N', '40') });
    const long = await costOf(client, { query: query.replaceAll('$N', '200') });
    expect(short.statements).toBeGreaterThan(0);
    expect(long).toEqual(short);
  });
});

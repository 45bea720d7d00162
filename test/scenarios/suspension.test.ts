/** Running work stands still, goes on and ends, over HTTP by the officers themselves; each refusal changes nothing and has its permitted twin. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementView, Outcome } from '../../local/demo/answers.js';
import * as deed from '../../local/demo/deeds.js';
import { commandId, type GraphClient } from '../../local/demo/graph-client.js';
import { dataOf, eventually } from '../../local/demo/world.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { Negotiation, openDesk, type Desk } from '../kit/negotiation.js';
import { as, onDate } from '../kit/stack.js';

const WHO = 13;
const START = '2014-04-01';
const NOTICE = '2014-05-01';
const AFTER_END = '2014-05-02';

let desk: Desk;
let talks: Negotiation;
let running: AgreementView;

beforeAll(async () => {
  desk = await openDesk();
  talks = new Negotiation(desk);
});

async function give(who: GraphClient, verb: 'suspend' | 'resume' | 'end', seen: AgreementView, more: object = {}): Promise<Outcome> {
  const type = verb === 'end' ? 'EndAgreementInput' : 'AgreementReasonInput';
  const query = `mutation Give($input: ${type}!) { given: ${verb}Agreement(input: $input) {
    __typename ... on Agreement { id version state availableActions } ... on Refusal { code message agreement { id version state } alternatives { id } } } }`;
  const input = { commandId: commandId(), id: seen.id, expectedVersion: seen.version, reason: `${verb}: werkstaking`, ...more };
  return dataOf(await who.query<{ given: Outcome }>(query, { input })).given;
}

async function refused(code: string, act: () => Promise<Outcome>): Promise<void> {
  const before = await talks.standing(running.id);
  deed.refused(await act(), code);
  expect(await talks.standing(running.id)).toEqual(before);
}

/** Whether both companies have the placement of the agreement among those that stand still, in what their own systems make of it. */
async function untilPlacementsStandStill(still: boolean): Promise<void> {
  const query = 'query P($code: ID!) { swCompany(code: $code) { placements(filter: { status: SUSPENDED }, first: 200) { nodes { agreement { id } } } } }';
  interface Placements { readonly swCompany: { readonly placements: { readonly nodes: readonly { readonly agreement: { readonly id: string } | null }[] } } }
  for (const [who, code] of [[desk.leiden, 'leiden'], [desk.zoetermeer, 'zoetermeer-rijswijk']] as const) {
    const ask = async () => dataOf(await who.query<Placements>(query, { code })).swCompany.placements.nodes.some((one) => one.agreement?.id === running.id);
    await eventually(ask, (found) => found === still, `placement at ${code} that ${still ? 'stands still' : 'goes on'}`);
  }
}

describe('work that stands still', () => {
  it('is suspended by a party, resumed by another and ended, and both companies follow', async () => {
    const signed = await talks.signed(scenarioWorkers[WHO]!, scenarioWorkplaces[WHO]!);
    await onDate(START, async () => {
      running = await talks.until(signed, 'ACTIVE');
      await refused('WRONG_STATE', () => give(desk.leiden, 'resume', running));
      await refused('STALE_VERSION', () => give(desk.zoetermeer, 'suspend', { ...running, version: running.version - 1 }));
      const stranger = await as('placement-wassenaar');
      await expect(give(stranger, 'suspend', running)).rejects.toThrow(/NOT_FOUND|Niet gevonden/);
      const suspended = deed.agreed(await give(desk.zoetermeer, 'suspend', running));
      expect(suspended).toMatchObject({ state: 'SUSPENDED', version: running.version + 1, availableActions: ['RESUME', 'END'] });
      await untilPlacementsStandStill(true);
      await refused('WRONG_STATE', () => give(desk.leiden, 'suspend', suspended));
      const resumed = deed.agreed(await give(desk.leiden, 'resume', suspended));
      expect(resumed).toMatchObject({ state: 'ACTIVE', version: running.version + 2 });
      await untilPlacementsStandStill(false);
      const again = deed.agreed(await give(desk.caseWorker, 'suspend', resumed));
      await refused('LEAD_TIME_TOO_SHORT', () => give(desk.caseWorker, 'end', again, { endsOn: START }));
      expect(deed.agreed(await give(desk.caseWorker, 'end', again, { endsOn: NOTICE })).state).toBe('ENDING');
    });
    await onDate(AFTER_END, async () => {
      await talks.until(running, 'ENDED');
      const kinds = (await talks.standing(running.id)).history.nodes.map(({ kind }) => kind);
      expect(kinds.slice(kinds.indexOf('ACTIVATED'))).toEqual(['ACTIVATED', 'SUSPENDED', 'RESUMED', 'SUSPENDED', 'ENDING_STARTED', 'ENDED']);
    });
  });
});

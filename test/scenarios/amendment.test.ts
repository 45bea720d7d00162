/** Running work gets other terms, over HTTP by the officers themselves: the place and the work pass on from one agreement to the next without a day between. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AgreementView, Outcome } from '../../local/demo/answers.js';
import * as deed from '../../local/demo/deeds.js';
import { commandId, type GraphClient } from '../../local/demo/graph-client.js';
import { dataOf, eventually } from '../../local/demo/world.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { Negotiation, openDesk, placeId, TERMS, type Desk } from '../kit/negotiation.js';
import { onDate, today } from '../kit/stack.js';

const WHO = 14;
const START = '2014-04-01';
const AMENDED_FROM = '2014-05-01';
const OTHER_TERMS = { ...TERMS, from: AMENDED_FROM, hoursPerWeek: '28' };
const AMEND = `mutation Amend($input: AmendAgreementInput!) { amendAgreement(input: $input) {
  __typename ... on Agreement { id version state amends { id } terms { hash version } parties { role acceptedTermsVersion } availableActions } ... on Refusal { code message agreement { id version state } alternatives { id } } } }`;
const PLACEMENTS = `query P($code: ID!) { swCompany(code: $code) { placements(filter: { on: "2014-05-01", workForm: SECONDMENT_INDIVIDUAL }, first: 200) { nodes { hoursPerWeek agreement { id } } } } }`;

interface Placements {
  readonly swCompany: { readonly placements: { readonly nodes: readonly { readonly hoursPerWeek: string; readonly agreement: { readonly id: string } | null }[] } };
}

let desk: Desk;
let talks: Negotiation;

beforeAll(async () => {
  desk = await openDesk();
  talks = new Negotiation(desk);
});

async function amend(who: GraphClient, seen: AgreementView): Promise<Outcome> {
  const input = { commandId: commandId(), id: seen.id, expectedVersion: seen.version, terms: OTHER_TERMS };
  return dataOf(await who.query<{ amendAgreement: Outcome }>(AMEND, { input })).amendAgreement;
}

/** Accepted by the two others, told to the worker, and agreed by him. */
async function carriedThrough(amendment: AgreementView): Promise<AgreementView> {
  const once = deed.agreed(await deed.accept(desk.zoetermeer, amendment, amendment.terms.hash));
  const last = deed.agreed(await deed.accept(desk.caseWorker, once, once.terms.hash));
  const informed = deed.agreed(await deed.inform(desk.caseWorker, await talks.until(last, 'AGREED'), today()));
  return talks.until(deed.agreed(await deed.workerDecides(desk.caseWorker, informed, 'AGREED', today())), 'SIGNED');
}

/** The placements of these agreements on the first day of the new terms, in a company's own system. */
async function placementsOf(who: GraphClient, code: string, ids: readonly string[]): Promise<string[]> {
  const { nodes } = dataOf(await who.query<Placements>(PLACEMENTS, { code })).swCompany.placements;
  return nodes.flatMap((one) => (one.agreement && ids.includes(one.agreement.id) ? [`${one.agreement.id} ${Number(one.hoursPerWeek)}`] : []));
}

describe('an amendment', () => {
  it('is proposed by the placing firm, carried through, and takes over place and work on its first day', async () => {
    const signed = await talks.signed(scenarioWorkers[WHO]!, scenarioWorkplaces[WHO]!);
    deed.refused(await amend(desk.leiden, signed), 'WRONG_STATE');
    let [running, amendment] = [signed, signed];
    await onDate(START, async () => {
      running = await talks.until(signed, 'ACTIVE');
      deed.refused(await amend(desk.leiden, { ...running, version: running.version - 1 }), 'STALE_VERSION');
      amendment = deed.agreed(await amend(desk.leiden, running));
      expect(amendment).toMatchObject({ state: 'PROPOSED', version: 1, amends: { id: running.id } });
      deed.refused(await amend(desk.zoetermeer, { ...running, version: running.version + 1 }), 'WRONG_STATE');
      amendment = await carriedThrough(amendment);
      expect((await talks.standing(running.id)).state).toBe('ACTIVE');
    });
    await onDate(AMENDED_FROM, async () => {
      await talks.until(amendment, 'ACTIVE');
      await talks.until(running, 'ENDED');
      for (const [who, code] of [[desk.leiden, 'leiden'], [desk.zoetermeer, 'zoetermeer-rijswijk']] as const) {
        await eventually(() => placementsOf(who, code, [running.id, amendment.id]), (found) => found.join() === `${amendment.id} 28`, `only the new placement at ${code}`);
      }
      expect((await talks.standing(amendment.id)).workplace).toEqual({ id: placeId(scenarioWorkplaces[WHO]!), status: 'TAKEN' });
    });
  });
});

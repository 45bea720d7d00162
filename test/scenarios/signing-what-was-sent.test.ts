/**
 * A company signs a counter only when the terms are what its officer sent. Gateway, coordinator and company each read the input for
 * themselves, so however a client writes it, they must come to one reading.
 */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome } from '../../local/demo/answers.js';
import * as deed from '../../local/demo/deeds.js';
import { commandId } from '../../local/demo/graph-client.js';
import { dataOf } from '../../local/demo/world.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { Negotiation, openDesk, TERMS } from '../kit/negotiation.js';

let talks: Negotiation;

beforeAll(async () => {
  talks = new Negotiation(await openDesk());
});

const RESULT = '{ __typename ... on Agreement { id version state terms { version hash hoursPerWeek } parties { role acceptedTermsVersion } } ... on Refusal { code message } }';
const literal = '{ workForm: SECONDMENT_INDIVIDUAL, from: "2014-04-01", hoursPerWeek: "26.50", secondmentFeePerHour: "6", noticeMonths: 2, adaptations: "LOW_STIMULI", until: null }';

describe('a counter of the receiving company is signed by it', () => {
  it.each<[string, string, (input: object) => object]>([
    ['as one variable', 'mutation C($input: CounterAgreementInput!) { counterAgreement(input: $input) ', (input) => ({ input: { ...input, terms: { ...TERMS, hoursPerWeek: '26.50' } } })],
    ['with nulls and a list', 'mutation C($input: CounterAgreementInput!) { counterAgreement(input: $input) ', (input) => ({
      input: { ...input, terms: { ...TERMS, hoursPerWeek: '26.50', until: null, hirer: null, transportArrangedBy: null, adaptations: ['FIXED_STRUCTURE', 'LOW_STIMULI'], returnGuarantee: false, noticeMonths: 0 } },
    })],
    ['as literals', `mutation C($c: ID!, $id: ID!, $v: Int!) { counterAgreement(input: { commandId: $c, id: $id, expectedVersion: $v, terms: ${literal} }) `, (input) => short(input)],
    ['as a default of a variable', `mutation C($c: ID!, $id: ID!, $v: Int!, $t: TermsInput! = ${literal}) { counterAgreement(input: { commandId: $c, id: $id, expectedVersion: $v, terms: $t }) `, (input) => short(input)],
    ['as a variable per field, some of them left out', `mutation C($c: ID!, $id: ID!, $v: Int!, $w: WorkForm!, $h: Decimal!, $f: Decimal = "6.00", $u: Date, $a: [String!]) {
      mine: counterAgreement(input: { commandId: $c, id: $id, expectedVersion: $v, terms: { workForm: $w, from: "2014-04-01", hoursPerWeek: $h, secondmentFeePerHour: $f, until: $u, adaptations: $a } }) `,
      (input) => ({ ...short(input), w: 'SECONDMENT_INDIVIDUAL', h: '26.50', a: 'LOW_STIMULI' })],
    ['with transport and a trial', 'mutation C($input: CounterAgreementInput!) { ...All } fragment All on Mutation { counterAgreement(input: $input) ', (input) => ({
      input: { ...input, terms: { ...TERMS, hoursPerWeek: '26.50', transportArrangedBy: 'PLACING_COMPANY', transportCostPerWeek: '12.500', trialUntil: '2014-05-01', until: '2014-12-31', wagePercentage: '80.0', function: 'Inpakker', location: '2265' } },
    })],
  ])('when it is sent %s', async (_how, query, variables) => {
    const proposed = await talks.proposed(scenarioWorkers[11]!, scenarioWorkplaces[4]!);
    const input = { commandId: commandId(), id: proposed.id, expectedVersion: proposed.version };
    const answer = dataOf(await talks.desk.zoetermeer.query<Record<string, Outcome>>(`${query} ${RESULT} }`, variables(input)));
    const countered = deed.agreed(Object.values(answer)[0]!);
    expect(countered.terms).toMatchObject({ version: 2, hoursPerWeek: '26.5' });
    expect(countered.parties.find(({ role }) => role === 'RECEIVING_COMPANY')?.acceptedTermsVersion).toBe(2);
  });
});

function short(input: object): object {
  const { commandId: c, id, expectedVersion: v } = input as { commandId: string; id: string; expectedVersion: number };
  return { c, id, v };
}

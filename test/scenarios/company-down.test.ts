/** A company that does not answer costs its own rows only, in every contract operation: its id, code and name stay, and it is named once. */
import { describe, expect, it } from '@jest/globals';
import type { DossierView, OptionsView, PlacementsView } from '../../local/demo/answers.js';
import type { GraphAnswer } from '../../local/demo/graph-client.js';
import { arrangementWorkers, scenarioWorkers } from '../../local/population/fixed-people.js';
import * as deed from '../../local/demo/deeds.js';
import { as, personOf, today, whileHanging } from '../kit/stack.js';

const silentBodies = (answer: GraphAnswer<unknown>): (string | undefined)[] =>
  (answer.errors ?? []).filter(({ extensions }) => extensions.code === 'UNAVAILABLE').map(({ extensions }) => extensions.body);

describe('while sw-wassenaar hangs', () => {
  it('the dossier of its worker still shows the rest, and the company by name', async () => {
    const client = await as('case-worker');
    const person = personOf(arrangementWorkers[3]!.bsn);
    const before = await client.run<{ person: DossierView }>('portal-dossier', 'Dossier', { person });
    const during = await whileHanging('sw-wassenaar', () => client.run<{ person: DossierView }>('portal-dossier', 'Dossier', { person }));
    expect(silentBodies(during)).toEqual(['sw-wassenaar']);
    expect(during.errors).toHaveLength(1);
    const whole = before.data!.person;
    expect(during.data!.person).toEqual({
      ...whole,
      employments: whole.employments!.map((one) => ({ ...one, company: { ...one!.company, asOf: null, fresh: null }, workForm: null, hoursPerWeek: null, from: null, until: null, formalEmployer: null })),
    });
  });

  it('the placements of another company are all there', async () => {
    const client = await as('placement-leiden');
    const ask = (): Promise<GraphAnswer<PlacementsView>> => client.run<PlacementsView>('partner-placements', 'MyPlacements', { code: 'leiden' });
    const before = await ask();
    const during = await whileHanging('sw-wassenaar', ask);
    // A live system is as of the moment of asking.
    expect(during.data!.swCompany).toEqual({ ...before.data!.swCompany, asOf: expect.any(String) });
  });

  it('its own desk still shows its code and name', async () => {
    const client = await as('placement-wassenaar');
    const during = await whileHanging('sw-wassenaar', () => client.run<PlacementsView>('partner-placements', 'MyPlacements', { code: 'wassenaar' }));
    expect(during.data!.swCompany).toMatchObject({ code: 'wassenaar', name: 'GR Kust-, Duin- en Bollenstreek', placements: null });
    expect(silentBodies(during)).toEqual(['sw-wassenaar']);
  });

  it('the statistics count the others and say who is missing', async () => {
    interface Handling {
      readonly swStatistics: { readonly rows: readonly unknown[]; readonly sources: readonly { readonly body: { readonly id: string }; readonly answered: boolean }[] };
    }
    const client = await as('analyst');
    const { data } = await whileHanging('sw-wassenaar', () => client.run<Handling>('analyst-handling', 'Handling', { year: 2013 }));
    expect(data!.swStatistics.sources.filter(({ answered }) => !answered).map(({ body }) => body.id)).toEqual(['sw-wassenaar']);
    expect(data!.swStatistics.rows.length).toBeGreaterThan(0);
  });

  it('options come from the others, and it is said who did not answer', async () => {
    const client = await as('case-worker');
    const found: OptionsView = await whileHanging('sw-wassenaar', () => deed.options(client, personOf(scenarioWorkers[13]!.bsn)));
    expect(found.sources.map(({ body, answered }) => [body.id, answered])).toEqual([['sw-zoetermeer-rijswijk', true], ['sw-leiden', true], ['sw-wassenaar', false]]);
    expect(found.options.length).toBeGreaterThan(0);
    expect(found.options.every(({ workplace }) => workplace?.title !== null)).toBe(true);
  });

  it('a proposal to it is refused and nothing is changed; to another it goes through', async () => {
    const client = await as('case-worker');
    const person = personOf(scenarioWorkers[12]!.bsn);
    const offer = deed.recorded(await deed.recordOffer(client, person, ['wassenaar:W:3001', 'wassenaar:W:3002'], today()));
    deed.recorded(await deed.recordChoice(client, offer.id, 'wassenaar:W:3001', today()));
    const terms: deed.TermsGiven = { workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-05-01', hoursPerWeek: '24', secondmentFeePerHour: '5.50', supervisionHoursPerWeek: '2' };
    const agreements = async () => (await client.run<{ person: DossierView }>('portal-dossier', 'Dossier', { person })).data!.person.agreements;
    const before = await agreements();
    const refusal = await whileHanging('sw-wassenaar', () => deed.propose(client, offer.id, terms));
    expect(refusal).toMatchObject({ __typename: 'Refusal', code: 'BODY_UNAVAILABLE' });
    expect(await agreements()).toEqual(before);
    expect(deed.agreed(await deed.propose(client, offer.id, terms)).state).toBe('PROPOSED');
  });
});

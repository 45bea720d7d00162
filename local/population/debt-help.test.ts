import { describe, expect, it } from '@jest/globals';
import { deliveryText } from '#law/ddas/delivery.js';
import type { DebtHelpFacts } from '#law/ddas/facts.js';
import { validateDelivery } from '#law/ddas/validate.js';
import { CREDITORS, debtHelpOf, type DebtHelp } from './debt-help.js';
import { debtTrajectoriesOf } from './debts.js';
import { JOINT_SERVICE } from './parameters.js';
import { makePopulation } from './population.js';

const { clients } = makePopulation();
const helped = debtHelpOf(debtTrajectoriesOf(clients), clients);

const euros = (cents: number | null): string | null => (cents === null ? null : (cents / 100).toFixed(2));

function factsOf({ trajectory, partner, decidedOn, filedOn, grantedOn, forced, solution, freeCents, outflowReason, periods, debts }: DebtHelp): DebtHelpFacts {
  const { number, municipality, appliedOn, threatened, until, client } = trajectory;
  return {
    number, municipality, appliedOn, threatened, until, decidedOn, planOn: decidedOn, settlementFiledOn: filedOn, settlementGrantedOn: grantedOn,
    clients: [client, ...(partner ? [partner] : [])].map(({ person }) => ({ bsn: person.bsn, birthDate: person.birthDate })),
    decision: decidedOn === null ? null : 'ADMITTED', settlementRefusedOn: null, settlementWithdrawnOn: null, forcedSettlement: grantedOn === null ? null : forced, forcedSettlementAskedOn: null,
    solution: solution as DebtHelpFacts['solution'], freeAmount: euros(freeCents), outflowOn: outflowReason && until, outflowReason: outflowReason as DebtHelpFacts['outflowReason'],
    totalDebt: euros(debts.reduce((sum, { cents }) => sum + cents, 0)),
    periods: periods as unknown as DebtHelpFacts['periods'],
    debts: debts.map((one) => ({ amount: euros(one.cents) ?? '', assessedOn: one.assessedOn, kind: one.kind, business: one.business, privateCreditor: one.isPerson, creditorName: CREDITORS[one.kind], creditorChamberNumber: null })),
  };
}

describe('the debt help of the pilot population', () => {
  it('is a delivery to the CBS without a fault', () => {
    const head = { from: '2011-01-01', until: '2014-03-03', deliveredAt: '2014-03-03T09:00:00Z', supplierCode: 'schakel' };
    const leveringen = JOINT_SERVICE.map((code) => helped.map(factsOf).filter(({ municipality }) => municipality === code));
    const file: unknown = JSON.parse([...deliveryText(head, { name: 'Dienst', chamberNumber: '99000001' }, leveringen)].join(''));
    expect(validateDelivery(file).faults).toEqual([]);
    expect(leveringen.map((one) => one.length > 0)).toEqual([true, true, true]);
  });

  it('has couples, every phase and every way to leave of the source', () => {
    expect(helped.filter(({ partner }) => partner !== null).length).toBeGreaterThan(5);
    expect(new Set(helped.flatMap(({ periods }) => periods.map(({ kind }) => kind))).size).toBeGreaterThan(8);
    expect(new Set(helped.map(({ outflowReason }) => outflowReason)).size).toBe(6);
  });
});

/** One trajectory with everything in it, and a delivery of two municipalities as a file would be read. */
import { deliveryText } from '../delivery.js';
import type { DebtHelpFacts } from '../facts.js';

export const HEAD = { from: '2013-01-01', until: '2013-12-31', deliveredAt: '2014-03-03T09:00:00Z', supplierCode: 'schakel 0.1' };
export const PARTNERSHIP = { name: 'Dienst Werk en Inkomen', chamberNumber: '99000001' };

export function trajectory(change: Partial<DebtHelpFacts> = {}): DebtHelpFacts {
  return {
    number: '800001',
    municipality: '1916',
    clients: [{ bsn: '111222333', birthDate: '1970-01-01' }],
    appliedOn: '2012-11-05',
    threatened: true,
    until: '2013-11-29',
    periods: [
      { kind: 'REGISTRATION', from: '2012-11-05', until: '2012-11-07', askedOn: null, approvedOn: null },
      { kind: 'INTAKE', from: '2012-11-07', until: '2012-12-10', askedOn: null, approvedOn: null },
      { kind: 'STABILISATION', from: '2012-12-11', until: '2013-02-01', askedOn: null, approvedOn: null },
      { kind: 'SOLUTION', from: '2013-04-01', until: null, askedOn: null, approvedOn: null },
      { kind: 'BUDGET_COACHING', from: '2013-01-01', until: null, askedOn: null, approvedOn: null },
      { kind: 'MORATORIUM', from: '2012-11-20', until: '2013-05-19', askedOn: '2012-11-08', approvedOn: '2012-11-19' },
    ],
    decidedOn: '2012-12-10',
    decision: 'ADMITTED',
    planOn: '2012-12-10',
    settlementFiledOn: '2013-02-11',
    settlementGrantedOn: '2013-03-18',
    settlementRefusedOn: null,
    settlementWithdrawnOn: null,
    forcedSettlement: true,
    forcedSettlementAskedOn: '2013-03-01',
    solution: 'MEDIATION',
    freeAmount: '1203.49',
    outflowOn: '2013-11-29',
    outflowReason: 'COMPLETED',
    totalDebt: '15000.50',
    debts: [
      { amount: '14000.00', assessedOn: '2013-01-14', kind: 'PUBLIC', business: false, privateCreditor: false, creditorName: 'Waterschap Verzonnen', creditorChamberNumber: '99000200' },
      { amount: '1000.50', assessedOn: null, kind: 'OTHER', business: false, privateCreditor: true, creditorName: 'een buurman', creditorChamberNumber: null },
    ],
    ...change,
  };
}

export const OTHERS = trajectory({ number: '800002', municipality: '0626', clients: [{ bsn: '123456782', birthDate: '1981-05-06' }, { bsn: '012345672', birthDate: '1982-07-08' }] });

/** A fresh copy, to spoil. */
export function delivery(leveringen: readonly (readonly DebtHelpFacts[])[] = [[trajectory()], [OTHERS]]): Record<string, unknown> {
  return JSON.parse([...deliveryText(HEAD, PARTNERSHIP, leveringen)].join('')) as Record<string, unknown>;
}

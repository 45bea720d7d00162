/**
 * `debt-details.csv`, `debt-periods.csv` and `debts.csv`: of a debt trajectory what the delivery to the CBS asks (DDAS). Only that delivery
 * reads them. Of a creditor who is a person the name is refused: nothing here needs it (AVG art. 5(1)(c)).
 */
import type { EntityManager } from 'typeorm';
import { DECISIONS, CREDITOR_KINDS, keysOf, OUTFLOWS, PERIOD_KINDS, SOLUTIONS } from '#law/ddas/codes.js';
import { endNotBeforeStart } from '#shell/import/csv.js';
import { code, decimal, isoDate, kvkNumber, mapped, optional, text } from '#shell/import/fields.js';
import type { FieldFault } from '#shell/import/format.js';
import { replaceOf, upsert, type Target } from '#shell/import/upsert.js';
import { personsOfClients } from '../store/delivered.store.js';
import { deliveredFile } from './delivered-file.js';
import { withPeriodColumns } from './persons.js';
import { registerNumber } from './register-number.js';

const LARGEST_DEBT = 99_999_999;
const yesNo = mapped({ yes: true, no: false });
const ofTrajectory = { trajectory_number: 'debt_trajectory' } as const;

const DETAIL: Target = {
  table: 'debt_detail',
  key: ['trajectory_number'],
  columns: {
    trajectory_number: 'text', partner_client_number: 'text', partner_person_id: 'text', decided_on: 'date', decision: 'text', plan_on: 'date',
    settlement_filed_on: 'date', settlement_granted_on: 'date', settlement_refused_on: 'date', settlement_withdrawn_on: 'date',
    forced_settlement: 'boolean', forced_settlement_asked_on: 'date', solution: 'text', free_amount: 'numeric', outflow_on: 'date', outflow_reason: 'text', total_debt: 'numeric',
  },
};
const PERIOD: Target = {
  table: 'debt_period',
  key: ['trajectory_number', 'kind', 'from_on'],
  columns: { trajectory_number: 'text', kind: 'text', from_on: 'date', until_on: 'date', asked_on: 'date', approved_on: 'date' },
};
const DEBT: Target = {
  table: 'debt',
  key: ['trajectory_number', 'debt_number'],
  columns: {
    trajectory_number: 'text', debt_number: 'text', amount: 'numeric', assessed_on: 'date', kind: 'text', business: 'boolean',
    private_creditor: 'boolean', creditor_name: 'text', creditor_kvk: 'text',
  },
};

const detailColumns = {
  trajectory_number: registerNumber,
  partner_client_number: optional(registerNumber),
  decided_on: optional(isoDate),
  decision: optional(code(keysOf(DECISIONS))),
  plan_on: optional(isoDate),
  settlement_filed_on: optional(isoDate),
  settlement_granted_on: optional(isoDate),
  settlement_refused_on: optional(isoDate),
  settlement_withdrawn_on: optional(isoDate),
  forced_settlement: optional(yesNo),
  forced_settlement_asked_on: optional(isoDate),
  solution: optional(code(keysOf(SOLUTIONS))),
  free_amount: optional(decimal({ min: 0, max: 99_999 })),
  outflow_on: optional(isoDate),
  outflow_reason: optional(code(keysOf(OUTFLOWS))),
  total_debt: optional(decimal({ min: 0, max: LARGEST_DEBT })),
};

export const debtDetails = deliveredFile({
  kind: 'debt-details',
  columns: detailColumns,
  key: ['trajectory_number'],
  references: ofTrajectory,
  store: async (manager, records) => upsert(manager, DETAIL, await withPartner(manager, records)),
});

const periodColumns = { trajectory_number: registerNumber, kind: code(PERIOD_KINDS), from: isoDate, until: optional(isoDate), asked_on: optional(isoDate), approved_on: optional(isoDate) };

export const debtPeriods = deliveredFile({
  kind: 'debt-periods',
  columns: periodColumns,
  key: ['trajectory_number', 'kind', 'from'],
  references: ofTrajectory,
  cross: ({ from, until }) => endNotBeforeStart(from, until, 'until'),
  store: (manager, records) => replaceOf(manager, PERIOD, 'trajectory_number', records.map(withPeriodColumns)),
});

const debtColumns = {
  trajectory_number: registerNumber,
  debt_number: registerNumber,
  amount: decimal({ min: 0, max: LARGEST_DEBT }),
  assessed_on: optional(isoDate),
  kind: code(keysOf(CREDITOR_KINDS)),
  business: yesNo,
  private_creditor: yesNo,
  creditor_name: optional(text({ max: 200 })),
  creditor_kvk: optional(kvkNumber),
};

export const debts = deliveredFile({
  kind: 'debts',
  columns: debtColumns,
  key: ['trajectory_number', 'debt_number'],
  references: ofTrajectory,
  cross: ({ private_creditor: isPerson, creditor_name: name }) => (isPerson && name !== null ? [NAMED_PERSON] : []),
  store: (manager, records) => replaceOf(manager, DEBT, 'trajectory_number', records),
});

const NAMED_PERSON: FieldFault = { field: 'creditor_name', valueClass: 'out-of-range', reason: 'a creditor who is a person is not named' };

/** A partner whom nobody delivered as a client is left out; the trajectory stands. */
async function withPartner<R extends { readonly partner_client_number: string | null }>(manager: EntityManager, records: readonly R[]) {
  const persons = await personsOfClients(manager, records.flatMap(({ partner_client_number: number }) => (number === null ? [] : [number])));
  return records.map((record) => {
    const person = persons.get(record.partner_client_number ?? '') ?? null;
    return { ...record, partner_client_number: person && record.partner_client_number, partner_person_id: person };
  });
}

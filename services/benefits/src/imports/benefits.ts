/** `benefits.csv` and `debt-trajectories.csv`. Debts stay in this register's own domain: no other body's question reaches them. */
import { endNotBeforeStart } from '#shell/import/csv.js';
import { code, decimal, isoDate, mapped, municipality, optional, text } from '#shell/import/fields.js';
import { upsert, type Target } from '#shell/import/upsert.js';
import { BENEFIT_SCHEMES, BENEFIT_STATUSES, DEBT_PHASES } from '../domain/codes.js';
import { deliveredFile } from './delivered-file.js';
import { registerNumber } from './register-number.js';
import { withPeriodColumns, withPerson } from './persons.js';

const BENEFIT: Target = {
  table: 'benefit',
  key: ['benefit_number'],
  columns: {
    benefit_number: 'text',
    client_number: 'text',
    person_id: 'text',
    scheme: 'text',
    status: 'text',
    from_on: 'date',
    until_on: 'date',
    monthly_amount: 'numeric',
  },
};
const DEBT_TRAJECTORY: Target = {
  table: 'debt_trajectory',
  key: ['trajectory_number'],
  columns: {
    trajectory_number: 'text',
    client_number: 'text',
    person_id: 'text',
    municipality: 'text',
    applied_on: 'date',
    threatened: 'boolean',
    phase: 'text',
    from_on: 'date',
    until_on: 'date',
    outcome: 'text',
  },
};

const benefitsColumns = {
  benefit_number: registerNumber,
  client_number: registerNumber,
  scheme: code(BENEFIT_SCHEMES),
  status: code(BENEFIT_STATUSES),
  from: isoDate,
  until: optional(isoDate),
  monthly_amount: optional(decimal({ min: 0, max: 99_999 })),
};

export const benefits = deliveredFile({
  kind: 'benefits',
  columns: benefitsColumns,
  key: ['benefit_number'],
  references: { client_number: 'client' },
  cross: ({ from, until }) => endNotBeforeStart(from, until, 'until'),
  store: async (manager, records) => upsert(manager, BENEFIT, await withPerson(manager, records.map(withPeriodColumns))),
});

const debtTrajectoriesColumns = {
  trajectory_number: registerNumber,
  client_number: registerNumber,
  municipality,
  applied_on: isoDate,
  threatened: mapped({ yes: true, no: false }),
  phase: code(DEBT_PHASES),
  from: optional(isoDate),
  until: optional(isoDate),
  outcome: optional(text({ max: 200 })),
};

export const debtTrajectories = deliveredFile({
  kind: 'debt-trajectories',
  columns: debtTrajectoriesColumns,
  key: ['trajectory_number'],
  references: { client_number: 'client', municipality: 'municipality' },
  cross: ({ from, until }) => endNotBeforeStart(from, until, 'until'),
  store: async (manager, records) => upsert(manager, DEBT_TRAJECTORY, await withPerson(manager, records.map(withPeriodColumns))),
});

/** What the registration of the joint service delivers about clients, applications, benefits, debts and policy. */
import type { Client } from '../clients.js';
import { CREDITORS, debtHelpOf, type DebtHelp } from '../debt-help.js';
import { debtTrajectoriesOf } from '../debts.js';
import { IncomeOffice, representativesOf } from '../benefits.js';
import { MUNICIPALITIES } from '../parameters.js';
import { policyValues, regionMemberships } from '../policy.js';
import type { Population } from '../population.js';
import { csvFile, euros, yesNo, type FileText } from './table.js';

/** People who had a client number at two municipalities before the joint service: a second number, the same person. */
const DOUBLE_REGISTRATIONS = 4;
const FIRST_DOUBLE = 190_001;

export function benefitsFiles({ clients }: Population): FileText[] {
  const { benefits, applications } = new IncomeOffice().register(clients);
  const debtTrajectories = debtTrajectoriesOf(clients);
  return [
    csvFile('municipalities.csv', ['code', 'name'], Object.entries(MUNICIPALITIES).sort()),
    csvFile('regions.csv', ['municipality', 'region_code', 'region_name', 'from', 'until'],
      regionMemberships().map((one) => [one.municipality, one.regionCode, one.regionName, one.from, one.until])),
    csvFile('policy-values.csv', ['municipality', 'parameter', 'value', 'unit', 'from', 'until', 'council_decision'],
      policyValues().map((one) => [one.municipality, one.parameter, one.value, one.unit, one.from, one.until, one.councilDecision])),
    clientsFile(clients),
    csvFile('residences.csv', ['client_number', 'municipality', 'from', 'until'],
      clients.flatMap(({ number, person }) => person.residences.map((one) => [number, one.municipality, one.from, one.until]))),
    csvFile('representatives.csv', ['representative_number', 'client_number', 'kind', 'name', 'from', 'until'],
      representativesOf(clients).map((one) => [one.number, one.client.number, one.kind, one.name, one.from, one.until])),
    csvFile('applications.csv', ['application_number', 'client_number', 'kind', 'municipality', 'received_on', 'decided_on', 'decision', 'new_term_told_on', 'new_term_until', 'default_notice_on'],
      applications.map((one) => [
        one.number, one.client.number, one.kind, one.municipality, one.receivedOn, one.decidedOn, one.decision,
        one.newTerm?.toldOn ?? null, one.newTerm?.until ?? null, one.defaultNoticeOn,
      ])),
    csvFile('suspensions.csv', ['application_number', 'from', 'until', 'reason', 'legal_ground'],
      applications.flatMap((one) => one.suspensions.map(({ from, until, reason, ground }) => [one.number, from, until, reason, ground]))),
    csvFile('benefits.csv', ['benefit_number', 'client_number', 'scheme', 'status', 'from', 'until', 'monthly_amount'],
      benefits.map((one) => [one.number, one.client.number, one.scheme, one.status, one.from, one.until, euros(one.amount)])),
    csvFile('debt-trajectories.csv', ['trajectory_number', 'client_number', 'municipality', 'applied_on', 'threatened', 'phase', 'from', 'until', 'outcome'],
      debtTrajectories.map((one) => [
        one.number, one.client.number, one.municipality, one.appliedOn, yesNo(one.threatened), one.phase, one.from, one.until, one.outcome,
      ])),
    ...debtHelpFiles(debtHelpOf(debtTrajectories, clients)),
  ];
}

function debtHelpFiles(helped: readonly DebtHelp[]): FileText[] {
  const details = [
    'trajectory_number', 'partner_client_number', 'decided_on', 'decision', 'plan_on', 'settlement_filed_on', 'settlement_granted_on', 'settlement_refused_on', 'settlement_withdrawn_on',
    'forced_settlement', 'forced_settlement_asked_on', 'solution', 'free_amount', 'outflow_on', 'outflow_reason', 'total_debt',
  ];
  return [
    csvFile('debt-details.csv', details, helped.map((one) => [
      one.trajectory.number, one.partner?.number ?? null, one.decidedOn, one.decidedOn && 'ADMITTED', one.decidedOn, one.filedOn, one.grantedOn, null, null,
      one.grantedOn && yesNo(one.forced), one.forced ? one.filedOn : null, one.solution, one.freeCents === null ? null : euros(one.freeCents),
      one.outflowReason && one.trajectory.until, one.outflowReason, one.debts.length === 0 ? null : euros(one.debts.reduce((sum, { cents }) => sum + cents, 0)),
    ])),
    csvFile('debt-periods.csv', ['trajectory_number', 'kind', 'from', 'until', 'asked_on', 'approved_on'],
      helped.flatMap(({ periods }) => periods.map((one) => [one.trajectory, one.kind, one.from, one.until, one.askedOn, one.approvedOn]))),
    csvFile('debts.csv', ['trajectory_number', 'debt_number', 'amount', 'assessed_on', 'kind', 'business', 'private_creditor', 'creditor_name', 'creditor_kvk'],
      helped.flatMap(({ debts }) => debts.map((one) => [one.trajectory, one.number, euros(one.cents), one.assessedOn, one.kind, yesNo(one.business), yesNo(one.isPerson), one.isPerson ? null : CREDITORS[one.kind], null]))),
  ];
}

function clientsFile(clients: readonly Client[]): FileText {
  const moved = clients.filter((one) => one.kind === 'welfare' && one.person.residences.length > 1).slice(0, DOUBLE_REGISTRATIONS);
  const doubles = moved.map((one, index) => ({ ...one, number: String(FIRST_DOUBLE + index) }));
  return csvFile('clients.csv', ['client_number', 'bsn', 'name', 'birth_date', 'postcode_area'],
    [...clients, ...doubles].map(({ number, person }) => [number, person.bsn, person.name, person.birthDate, person.postcodeArea]));
}

// Who sees which rows of a company, said a second time and not read from the policies: Wsw art. 15 lid 1 en 2, domain brief 2.10. A company
// names its columns; its row security test holds its database against this.
import { acts, answersFor, reads, type Asker, type Row, type Seeded } from '#shell/testing/row-security.js';

export interface EmploymentNames {
  readonly table: string;
  readonly id: string;
  readonly person: string;
  readonly payingMunicipality: string;
}

type Sees = (asker: Asker, row: Row, seeded: Seeded) => boolean;

export interface CompanyOracle {
  readonly employment: Sees;
  /** For rows that carry their person under this name. */
  worker(person: string): Sees;
  /** For rows that carry their employment under this name. */
  placement(employment: string): Sees;
  /** For suspensions, by the agreement of a placement: its table, and its columns for agreement and employment. */
  suspension(placements: string, agreement: string, employment: string): Sees;
  readonly share: Sees;
}

export const counts = ({ door }: Asker): boolean => door === 'figures';
export const anyReader = ({ door }: Asker): boolean => door === 'read';

const rowsOf = (seeded: Seeded, table: string): readonly Row[] => seeded.get(table) ?? [];

export function companyOracle(home: string, names: EmploymentNames): CompanyOracle {
  const ownOfficer = (asker: Asker): boolean => reads(asker, 'PLACEMENT_OFFICER') && asker.viewer.body === home;
  const official = (asker: Asker): boolean => asker.door === 'read' && acts(asker, 'PLACEMENT_OFFICER', 'CASE_WORKER');
  const directory = (asker: Asker): boolean => official(asker) && asker.from === 'reintegration';
  const share: Sees = (asker, row) => official(asker) && asker.viewer.body !== home && row['body'] === asker.viewer.body;
  const shared: Sees = (asker, row, seeded) => rowsOf(seeded, 'employment_share').some((one) => one['employment'] === String(row[names.id]) && share(asker, one, seeded));
  const workerOrPayer: Sees = (asker, row) =>
    (reads(asker, 'WORKER') && row[names.person] === asker.viewer.subject) || (reads(asker, 'CASE_WORKER') && answersFor(asker, row[names.payingMunicipality]));
  const atReading: Sees = (asker, row, seeded) => ownOfficer(asker) || directory(asker) || workerOrPayer(asker, row, seeded) || shared(asker, row, seeded);
  const placement = (employment: string): Sees => (asker, row, seeded) =>
    ownOfficer(asker) || rowsOf(seeded, names.table).some((one) => one[names.id] === row[employment] && workerOrPayer(asker, one, seeded));
  return {
    share,
    employment: (asker, row, seeded) => counts(asker) || atReading(asker, row, seeded),
    worker: (person) => (asker, row, seeded) =>
      ownOfficer(asker) || directory(asker) || rowsOf(seeded, names.table).some((one) => one[names.person] === row[person] && atReading(asker, one, seeded)),
    placement,
    suspension: (placements, agreement, employment) => (asker, row, seeded) =>
      rowsOf(seeded, placements).some((one) => one[agreement] === row['agreement'] && placement(employment)(asker, one, seeded)),
  };
}

/** A row in each of the contract's own tables: the first employment is shared with Wassenaar's firm and with Leiden's, whichever is not at home. */
export function contractRows(employment: string, suspended: string): string {
  const agreement = `'11111111-1111-4111-8111-111111111111'`;
  return `
    insert into employment_share (agreement, employment, body) values (${agreement}, '${employment}', 'sw-leiden'), (${agreement}, '${employment}', 'sw-wassenaar');
    insert into acceptance (agreement, terms_version, terms_hash, terms, parties, signed_by, signature, signed_at) values (${agreement}, 1, 'h', '{}', '[]', 'someone', 's', now());
    insert into hold_tombstone (workplace, agreement, epoch) values ('1', ${agreement}, 1);
    insert into hold_lease (workplace, agreement, terms_version, ask_at, business_date) values ('1', ${agreement}, 1, now(), '2014-03-03');
    insert into succession (workplace, agreement, replaces, terms_version, from_date, hours_per_week, function) values ('1', ${agreement}, ${agreement}, 1, '2014-03-03', 8, 'werk');
    insert into placement_suspension (agreement, from_date) values ('${suspended}', '2014-03-03');`;
}

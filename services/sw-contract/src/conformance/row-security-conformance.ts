// A company's row policies against the oracle, on its sample files: the cases that every company must pass, with a table of its own names.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cataloguePeepholes, fillShellTables, RowSecurityCheck, type Subject } from '#shell/testing/row-security.js';
import { CompanyBench } from './bench.js';
import { contractRows } from './row-oracle.js';
import { BUSINESS_DATE, type CompanySubject } from './subject.js';

export interface RowSecurityCase {
  readonly subject: CompanySubject;
  readonly oracle: Subject['oracle'];
  /** Tables that are neither a person's nor about one, beside those of the shell and the contract. */
  readonly open: readonly string[];
  /** Statements that give every protected table a row that the files do not. */
  readonly rows: string;
  /** The agreement of a placement of the first employment that `rows` makes. */
  readonly agreement: string;
}

const OPEN = ['applied_migration', 'audit_anchor', 'audit_head', 'coordinator_epoch', 'import_run'];

export function rowSecurityConformance({ subject, oracle, open, rows, agreement }: RowSecurityCase): void {
  let bench: CompanyBench;
  let check: RowSecurityCheck;
  beforeAll(async () => {
    bench = await CompanyBench.open(subject);
    const { dataSource, body } = bench.parts;
    await bench.importAll();
    await fillShellTables(dataSource);
    await dataSource.query(rows);
    const [first, , third] = subject.employments;
    await dataSource.query(contractRows(first?.id ?? '', agreement));
    const bodies = [...new Set(['werk-en-inkomen', body, 'sw-leiden', 'sw-wassenaar', 'gm-0546'])];
    const subjects = ['officer', ...[first, third].map((one) => bench.person(one?.bsn ?? ''))];
    check = await RowSecurityCheck.of({ dataSource, home: body, on: BUSINESS_DATE, bodies, subjects, oracle });
  });
  afterAll(() => bench.close());

  describe(`a statement without a scope in the database of ${subject.code}`, () => {
    it('shows each reader, at each door, exactly the rows that are his to see', async () => {
      expect(check.emptyTables()).toEqual([]);
      expect(await check.mismatches()).toEqual([]);
      process.stdout.write(`row security of ${subject.code}: ${check.cells} cells\n`);
    }, 120_000);

    it('is judged so that no policy can be dropped or loosened unnoticed', async () => {
      const { policies, changes, unnoticed } = await check.unnoticed();
      expect(unnoticed).toEqual([]);
      process.stdout.write(`row security of ${subject.code}: ${changes} changes of ${policies} policies noticed\n`);
    }, 120_000);

    it('finds every table behind a policy that holds for its owner too, or named as open', async () => {
      expect(await cataloguePeepholes(bench.parts.dataSource, [...OPEN, ...open])).toEqual([]);
    });
  });
}

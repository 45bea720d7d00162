// A bad record is refused with its line, field and class, never its value; the good ones of the file go on.
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyBench } from '#sw-contract/conformance/bench.js';
import type { ImportResult } from '#shell/import/run-import.js';
import { definition } from '../service.js';

const employments = `employment_number,bsn,name,birth_date,work_form,hours_per_week,from,until,paying_municipality,formal_employer,category,paid_percentage,former_form,former_hours,former_paid_percentage,former_until,leaving_reason,destination
E1,990000011,Proefpersoon Een,1965-02-01,INTERNAL,36,2001-05-01,,1916,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E2,990000012,Proefpersoon Twee,1965-02-01,INTERNAL,36,2001-05-01,,1916,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E3,990000023,Proefpersoon Drie,1965-02-31,INTERNAL,72,2001-05-01,,9999,elders,SEVERE,100,,,,,,
E4,990000035,Proefpersoon Vier,1965-02-01,INTERN,36,2014-05-01,2014-04-30,0637,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E5,990000047,Proefpersoon Vijf,,INTERNAL,36,2014-05-01,2014-04-30,0637,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E1,990000059,Proefpersoon Zes,,INTERNAL,36,2014-05-01,,0637,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E7,990000011,Proefpersoon Een,1965-02-01,INTERNAL,8,2013-05-01,,1916,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E 8,990000060,Proefpersoon Acht,1965-02-01,INTERNAL,8,2013-05-01,,1916,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E9,990000072"3,Proefpersoon Negen,1965-02-01,INTERNAL,8,2013-05-01,,1916,sw-zoetermeer-rijswijk,MODERATE,100,,,,,,
E10,990000084,Proefpersoon Tien,1965-02-01,SUPERVISED_EMPLOYMENT,8,2013-05-01,,1916,sw-zoetermeer-rijswijk,MODERATE,101,INTERNAL,36,100,2013-04-30,8,12
E11,990000096,Proefpersoon Elf,1965-02-01,SUPERVISED_EMPLOYMENT,8,2013-05-01,,1916,sw-zoetermeer-rijswijk,MODERATE,100,INTERNAL,36,100,,8,
`;

const placements = `placement_number,employment_number,workplace_number,kvk_number,function,supervisor,work_form,hours_per_week,fee_per_hour,from,until
P1,E1,,,Medewerker montage,,INTERNAL,36,,2011-01-01,
P2,E2,W404,90000404,Medewerker montage,,INTERNAL,36,,2011-01-01,
`;

describe('a delivery with bad records', () => {
  let bench: CompanyBench;
  let results: ImportResult[];

  beforeAll(async () => {
    const files = { 'employments.csv': employments, 'placements.csv': placements };
    bench = await CompanyBench.open({ code: 'zoetermeer-rijswijk', definition, files, employments: [], openWorkplaces: [], closedWorkplace: '', activePlacements: [] });
    results = await bench.importAll();
  });
  afterAll(() => bench.close());

  it('is counted per file: delivered, accepted, refused, and persons delivered twice', () => {
    expect(results.map(({ kind, delivered, accepted, refused, duplicates }) => ({ kind, delivered, accepted, refused, duplicates }))).toEqual([
      { kind: 'employments', delivered: 11, accepted: 2, refused: 9, duplicates: 1 },
      { kind: 'placements', delivered: 2, accepted: 1, refused: 1, duplicates: 0 },
    ]);
  });

  it('tells every fault of a line by field and class', async () => {
    const rows = await bench.parts.dataSource.query<{ file: string; line: number; fault: string }[]>(
      `select file, line, string_agg(field || ' ' || value_class, ', ' order by field) as fault from import_quarantine group by file, line order by file, line`,
    );
    expect(rows.map((row) => `${row.file}:${row.line} ${row.fault}`)).toEqual([
      'employments.csv:3 bsn bad-checksum',
      'employments.csv:4 birth_date not-a-date, formal_employer unknown-code, hours_per_week out-of-range, paying_municipality unknown-code',
      'employments.csv:5 work_form unknown-code',
      'employments.csv:6 until end-before-start',
      'employments.csv:7 employment_number duplicate',
      'employments.csv:9 employment_number unknown-code',
      'employments.csv:10 record not-csv',
      'employments.csv:11 destination out-of-range, paid_percentage out-of-range',
      'employments.csv:12 former_until empty, leaving_reason out-of-range',
      'placements.csv:3 employment_number unknown-reference, kvk_number unknown-reference, workplace_number unknown-reference',
    ]);
  });

  it('never keeps a number of a person, in quarantine or elsewhere', async () => {
    const [dump] = await bench.parts.dataSource.query<{ all: string }[]>(
      `select (select coalesce(string_agg(q::text, ''), '') from import_quarantine q) || (select string_agg(w::text, '') from worker w)
           || (select string_agg(e::text, '') from employment e) || (select string_agg(o::text, '') from outbox o) as "all"`,
    );
    expect(dump?.all).not.toMatch(/99000\d{4}/);
    expect(dump?.all).toContain('Proefpersoon Een');
  });
});

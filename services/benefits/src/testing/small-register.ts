/** A small register for tests: delivered as files are, into a database of its own. Three persons, each in another municipality. */
import { ReadSession } from '#shell/read-session.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import type { ImportFacts, ImportFormat, StoreOutcome } from '#shell/import/format.js';
import type { Reading } from '../domain/ports.js';
import type { PersonScope } from '../domain/policy.js';
import { FORMATS } from '../imports/formats.js';
import { benefitsService } from '../service.js';
import { loadRegisters } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';

export const ON = '2014-03-03';
/** Person ids: of a resident of Leidschendam-Voorburg, of Voorschoten, and of Leiden (who left Voorschoten on 31 December 2013). */
export const ANNA = 'person-1';
export const BRAM = 'person-2';
export const CEES = 'person-3';

export const FACTS: ImportFacts = {
  pseudonym: (number) => ({ '111222333': ANNA, '123456782': BRAM, '012345672': CEES })[number] ?? `person-${number}`,
  municipalities: new Set(['1916', '0626', '0546']),
  adaptations: new Set(),
  bodies: new Set(),
};

export const FILES: Readonly<Record<string, string>> = {
  municipalities: 'code,name\n1916,Leidschendam-Voorburg\n0626,Voorschoten\n0546,Leiden\n',
  regions: 'municipality,region_code,region_name,from,until\n0626,13,Holland Rijnland,2008-01-01,2014-12-31\n0626,18,Zuid-Holland Centraal,2015-01-01,\n',
  'policy-values': 'municipality,parameter,value,unit,from,until,council_decision\n0626,limit,110,,2012-01-01,2013-12-31,\n0626,limit,105,,2014-01-01,,\n1916,limit,110,,2012-01-01,,\n',
  clients: `client_number,bsn,name,birth_date,postcode_area
1,111222333,Annelore Brinstema,1970-01-01,2264
2,123456782,Brambert van der Drem,1971-01-01,2251
3,012345672,Ceesjan Kwarstra,1972-01-01,2312
4,012345672,Ceesjan Kwarstra,1972-01-01,
`,
  residences: 'client_number,municipality,from,until\n1,1916,2000-01-01,\n2,0626,2000-01-01,\n3,0626,2000-01-01,2013-12-31\n3,0546,2014-01-01,\n',
  representatives: 'representative_number,client_number,kind,name,from,until\n91,1,MENTOR,Mentor Een,2011-01-01,\n92,1,CURATOR,Curator Oud,2001-01-01,2010-12-31\n93,3,AUTHORISED,Gemachtigde Drie,2011-01-01,\n',
  applications: `application_number,client_number,kind,municipality,received_on,decided_on,decision,new_term_told_on,new_term_until,default_notice_on
31,1,WELFARE_BENEFIT,1916,2014-02-03,,,,,
32,2,WELFARE_BENEFIT,0626,2014-01-06,,,,,
33,2,SPECIAL_ASSISTANCE,0626,2013-03-04,2013-04-03,GRANTED,,,
34,3,WELFARE_BENEFIT,0626,2013-12-02,,,,,
35,1,WELFARE_BENEFIT,1916,2014-01-20,,,,,
36,1,DEBT_HELP,1916,2014-02-10,,,,,
`,
  suspensions: `application_number,from,until,reason,legal_ground
33,2013-03-12,2013-03-22,Aanvulling gevraagd,Awb art. 4:15
35,2014-02-01,,Aanvulling gevraagd,Awb art. 4:15
36,2014-02-20,,Aanvulling gevraagd,Awb art. 4:15
`,
  benefits: 'benefit_number,client_number,scheme,status,from,until,monthly_amount\n41,1,WWB,ACTIVE,2012-01-01,,900.33\n43,3,WWB,ENDED,2012-01-01,2013-12-31,900.33\n',
  'debt-trajectories': 'trajectory_number,client_number,municipality,applied_on,threatened,phase,from,until,outcome\n81,1,1916,2014-02-03,no,INTAKE,2014-02-20,,\n83,3,0626,2013-02-04,yes,SOLUTION,2013-02-06,,\n',
  'debt-details': `trajectory_number,partner_client_number,decided_on,decision,plan_on,settlement_filed_on,settlement_granted_on,settlement_refused_on,settlement_withdrawn_on,forced_settlement,forced_settlement_asked_on,solution,free_amount,outflow_on,outflow_reason,total_debt
81,,,,,,,,,,,,,,,
83,2,2013-03-01,ADMITTED,2013-03-01,2013-05-01,2013-06-03,,,no,,MEDIATION,1203.50,,,15000.50
`,
  'debt-periods': 'trajectory_number,kind,from,until,asked_on,approved_on\n81,INTAKE,2014-02-20,,,\n83,INTAKE,2013-02-06,2013-03-01,,\n83,SOLUTION,2013-07-01,,,\n',
  debts: 'trajectory_number,debt_number,amount,assessed_on,kind,business,private_creditor,creditor_name,creditor_kvk\n81,1,250.00,,UTILITIES,no,no,Energie Verzonnen,\n83,1,15000.50,2013-02-20,PUBLIC,no,no,Waterschap Verzonnen,99000200\n',
};

export async function smallRegister(): Promise<TestDatabase> {
  const database = await testDatabase(benefitsService);
  for (const [kind, text] of Object.entries(FILES)) await deliver(database, kind, text);
  return database;
}

/** Parses and stores one file, as the importer does; faulty records throw, because a test that means them looks at `check`. */
export function deliver({ dataSource }: TestDatabase, kind: string, text: string): Promise<StoreOutcome> {
  const format = formatOf(kind);
  const records = format.parse(text, FACTS, `${kind}.csv`).map((line) => {
    if ('faults' in line) throw new Error(`line ${line.line}: ${JSON.stringify(line.faults)}`);
    return line.record;
  });
  return dataSource.transaction((manager) => format.store(manager, records, { name: `${kind}.csv`, businessDate: ON }));
}

export function formatOf(kind: string): ImportFormat<Record<string, unknown>> {
  const found = FORMATS.find((format) => format.kind === kind);
  if (!found) throw new Error(`no format ${kind}`);
  return found as unknown as ImportFormat<Record<string, unknown>>;
}

export const residentsOf = (...municipalities: string[]): PersonScope => ({ kind: 'residents', municipalities });

export const readingOf = (scope: PersonScope, on = ON, debts = false): Reading => ({ scope, figures: false, debts, debtDeliveries: [], on });

/** A session that counts its statements; close it at the end of the test. With a viewer it reads as in service, behind the row policies; without one only the stores' own scope holds. */
export function sessionOn({ dataSource, reads }: TestDatabase, viewer: Viewer | null = null): ReadSession {
  const nobody = { subject: 'test', body: 'werk-en-inkomen', roles: [], scopes: SCOPES, purpose: 'wsw' };
  const facts = { viewer: viewer ?? nobody, businessDate: ON, requestId: 'test', deadline: Date.now() + 10_000, from: 'gateway' };
  return new ReadSession(viewer ? reads : dataSource, facts, { body: 'werk-en-inkomen', registers: loadRegisters() });
}

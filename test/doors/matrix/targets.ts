/** What is asked about: a few people whose place in the federation differs, and everything of theirs that has an id of its own. */
import { arrangementWorkers, demoWorker, type FixedWorker, leidschendamWorkers, scenarioWorkers, severeWorker } from '../../../local/population/fixed-people.js';
import { residenceOf } from '../../../local/population/model.js';
import { makePopulation } from '../../../local/population/population.js';
import { gatewayDoor } from '../asking/doors.js';
import { viewerOf } from '../asking/people.js';
import { rowsOf } from '../../kit/imports.js';
import { personOf } from '../../kit/stack.js';
import type { Arguments } from './documents.js';

export interface Target {
  /** In words, for the report of a cell. */
  readonly name: string;
  readonly person: string;
  /** False: there is nobody with this number and these ids. */
  readonly exists: boolean;
  readonly values: Arguments;
  /** Ids for `_entities`, by type; of a company's types by the type's name without the company. */
  readonly entities: Readonly<Record<string, string>>;
}

/** Stands where each document puts an id of its own. */
export const COMMAND_ID = 'COMMAND-ID';
const NOBODY = '00000000-0000-4000-8000-000000000000';
/** Passes the eleven-test; no person of the population has it. */
const ABSENT_BSN = '999999990';

export async function targets(): Promise<Target[]> {
  const leiden = makePopulation().companies.leiden.workers.find(({ person }) => residenceOf(person) === '0546');
  if (!leiden) throw new Error('nobody of Leiden works at its firm');
  return Promise.all([
    target('a resident of Voorschoten at Leiden\'s firm', scenarioWorkers[14]!.bsn, `leiden:E:${scenarioWorkers[14]!.employmentNumber}`),
    target('a resident of Leidschendam-Voorburg at the firm of Zoetermeer', leidschendamWorkers[0]!.bsn, employmentOf(leidschendamWorkers[0]!)),
    target('a resident of Wassenaar at the arrangement', arrangementWorkers[0]!.bsn, employmentOf(arrangementWorkers[0]!)),
    target('a resident of Voorschoten who negotiates', severeWorker.bsn, employmentOf(severeWorker)),
    target('a resident of Leiden at its firm', leiden.person.bsn, `leiden:E:${leiden.number}`),
    target('the worker who signs in himself', demoWorker.bsn, employmentOf(demoWorker)),
    absent(),
  ]);
}

const employmentOf = (worker: FixedWorker): string => `${worker.company}:E:${worker.employmentNumber}`;

async function target(name: string, bsn: string, employment: string): Promise<Target> {
  const person = personOf(bsn);
  const company = employment.split(':')[0] ?? '';
  const [agreement] = await rowsOf<{ id: string }>('reintegration', 'select id from agreement where person = $1 order by seq desc limit 1', [person]);
  const anyAgreement = agreement ?? (await rowsOf<{ id: string }>('reintegration', 'select id from agreement order by seq desc limit 1'))[0];
  const file = await ownFile(person);
  const ids = { Person: person, SwEmployment: employment, Agreement: anyAgreement?.id ?? NOBODY, Placement: `${company}:P:1`, Workplace: `${company}:W:1`, ...file };
  return { name, person, exists: true, entities: { ...ids, Municipality: '0626' }, values: valuesOf(person, bsn, ids.Agreement, company) };
}

function absent(): Target {
  const person = 'A'.repeat(43);
  const entities = { Person: person, SwEmployment: 'leiden:E:99999', Agreement: NOBODY, Placement: 'leiden:P:99999', Application: 'benefits:A:999999', Representative: 'benefits:R:999999' };
  return { name: 'nobody', person, exists: false, entities, values: valuesOf(person, ABSENT_BSN, NOBODY, 'leiden') };
}

function valuesOf(person: string, bsn: string, agreement: string, company: string): Arguments {
  const text = { id: person, person, bsn, code: company, workplace: `${company}:W:1001`, 'agreement.id': agreement, 'municipality.code': '0626' };
  // A command that is always refused: nobody has seen that version.
  const refused = { commandId: COMMAND_ID, id: agreement, expectedVersion: 999_999, reason: 'proef' };
  const input = `{ ${Object.entries(refused).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')} }`;
  return { ...Object.fromEntries(Object.entries(text).map(([name, value]) => [name, JSON.stringify(value)])), year: '2014', 'withdrawAgreement.input': input };
}

/** Ids that only a case worker can look up. */
async function ownFile(person: string): Promise<Record<string, string>> {
  const query = 'query F($id: ID!) { person(id: $id) { applications { id } representatives { id } } }';
  const { data } = await gatewayDoor.ask(viewerOf('CASE_WORKER', 'werk-en-inkomen', 'bijstand'), query, { id: person });
  const own = data?.['person'] as { applications?: { id: string }[] | null; representatives?: { id: string }[] | null } | null | undefined;
  return { Application: own?.applications?.[0]?.id ?? 'benefits:A:999999', Representative: own?.representatives?.[0]?.id ?? 'benefits:R:999999' };
}

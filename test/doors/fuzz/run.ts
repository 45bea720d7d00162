/**
 * The fuzz: many documents per viewer at the gateway, more than four in ten of them valid. Nothing crashes, nothing hangs, no fault of ours
 * is answered to whatever is asked, and no number or name comes out that is not the viewer's to see, in data or in an error.
 */
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { demoWorker, leidschendamWorkers, scenarioWorkers } from '../../../local/population/fixed-people.js';
import { atOnce } from '../../faults/measures/office.js';
import { Random } from '../../faults/random.js';
import { personNumbersIn } from '../../kit/canary.js';
import { personOf, url } from '../../kit/stack.js';
import { type Answered, gatewayDoor } from '../asking/doors.js';
import { nameOf } from '../asking/people.js';
import { apiSchema } from '../matrix/schemas.js';
import { type Watched, watched } from './canaries.js';
import { DocumentMaker, type FuzzDocument, type Words } from './documents.js';
import { spoilt, strangeTexts } from './spoil.js';

export interface FuzzArgs {
  /** Documents per viewer. */
  readonly count: number;
  readonly seed: number;
  /** The first document of each viewer to send: goes on where a run was cut off. */
  readonly from: number;
  readonly say?: (line: string) => void;
}

export interface FuzzFigures {
  readonly sent: number;
  /** By graphql's own validation. */
  readonly valid: number;
  /** With something in `data`. */
  readonly answered: number;
  readonly slowest: number;
  readonly overTwoSeconds: number;
  readonly violations: readonly string[];
}

const SPOILT_SHARE = 0.3;
const AT_ONCE = 2;
const SLOW_MS = 2_000;

export async function runFuzz(args: FuzzArgs): Promise<FuzzFigures> {
  const [schema, words] = [apiSchema(), wordsFor(args.seed)];
  const found = { sent: 0, valid: 0, answered: 0, slowest: 0, overTwoSeconds: 0, violations: [] as string[] };
  for (const [index, who] of watched().entries()) {
    const indexes = Array.from({ length: args.count }, (_, at) => args.from + at);
    await atOnce(AT_ONCE, indexes, async (at) => {
      const random = new Random(args.seed * 1_000_003 + index * 100_000_007 + at);
      const document = documentFor(schema, words, random);
      const answer = await gatewayDoor.ask(who.viewer, document.query, document.variables).catch((error: Error) => error);
      found.sent += 1;
      if (isValid(schema, document)) found.valid += 1;
      const wrong = answer instanceof Error ? `no answer: ${answer.message}` : faultIn(who, answer, found);
      if (wrong !== null) found.violations.push(`${nameOf(who.viewer)}, seed ${args.seed}, document ${at}: ${wrong}: ${document.query.slice(0, 400)}`);
    });
    if (!(await fetch(`${url}/livez`)).ok) found.violations.push(`the gateway lives no more after ${nameOf(who.viewer)}`);
    args.say?.(`${nameOf(who.viewer)}: documents ${args.from} to ${args.from + args.count - 1} with seed ${args.seed}, ${found.violations.length} violations`);
  }
  return found;
}

export function documentFor(schema: GraphQLSchema, words: Words, random: Random): FuzzDocument {
  const document = new DocumentMaker(schema, words, random).next();
  return random.chance(SPOILT_SHARE) ? spoilt(document, random) : document;
}

function faultIn(who: Watched, answer: Answered, found: { answered: number; slowest: number; overTwoSeconds: number }): string | null {
  found.slowest = Math.max(found.slowest, Math.round(answer.ms));
  if (answer.ms > SLOW_MS) found.overTwoSeconds += 1;
  if (answer.data && Object.values(answer.data).some((one) => one !== null)) found.answered += 1;
  const seen = who.seenWithoutRight(answer.text);
  if (seen.length > 0) return `seen without right: ${seen.slice(0, 3).join(', ')}`;
  if (personNumbersIn(JSON.stringify(answer.errors)).length > 0) return 'an error repeats the number of a person';
  const codes = answer.errors.map(({ extensions }) => extensions?.code);
  if (codes.includes('INTERNAL') || (answer.status >= 500 && !codes.includes('UNAVAILABLE'))) return `HTTP ${answer.status} ${codes.join(',')}`;
  return null;
}

export function isValid(schema: GraphQLSchema, { query }: FuzzDocument): boolean {
  try {
    return validate(schema, parse(query), undefined, { maxErrors: 1 }).length === 0;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

export function wordsFor(seed: number): Words {
  const people = [scenarioWorkers[14]!, leidschendamWorkers[0]!, demoWorker];
  const persons = people.map(({ bsn }) => personOf(bsn));
  const employments = people.map(({ company, employmentNumber }) => `${company}:E:${employmentNumber}`);
  const codes = ['leiden', 'wassenaar', 'zoetermeer-rijswijk'];
  return {
    strange: strangeTexts(seed),
    known: {
      BSN: people.map(({ bsn }) => bsn), person: persons, 'person.id': persons, 'swCompany.code': codes, code: [...codes, '0626', '1916'], company: codes, workplace: ['leiden:W:2001', 'zoetermeer-rijswijk:W:1001'],
      municipality: ['0626', '1916', '0546'], payingMunicipality: ['0626', '0546'], search: ['Fem', 'Plof'], offer: employments, employer: ['kvk:99000001'],
    },
  };
}

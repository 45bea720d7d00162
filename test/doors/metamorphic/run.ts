/**
 * The same question written in other ways must get the same decision, the same cost and the same data. Thousands are decided by the
 * gateway's own code in a process beside; for a sample the answers of a running stack are compared too.
 */
import { readFileSync } from 'node:fs';
import { Kind, parse, print, separateOperations, type GraphQLSchema } from 'graphql';
import { SCOPES, type Viewer } from '#kernel/viewer.js';
import { DEMO_USERS, type DemoUser } from '../../../local/demo-users.js';
import { inRepository } from '../../../local/paths.js';
import { Random } from '../../faults/random.js';
import type { Figures } from '../../faults/measures/part.js';
import type { Ask } from './ask.js';
import { Canonical } from './canonical.js';
import { Decisions, type Decision } from './decisions.js';
import { clientSchema, Questions, type Question } from './question.js';
import { REWRITES, rewrite } from './rewrites.js';

const SUPERGRAPH = inRepository('schema', 'supergraph.graphql');
const OPERATIONS = ['portal-dossier', 'partner-placements', 'analyst-handling', 'negotiation'];
/** Roles that may read the field and not what it is filtered on; chance seldom finds them. */
const FILTERED = ['{ clients(filter: { municipality: "gm-0626" }, first: 2) { totalCount nodes { id } } }', '{ clients(first: 2, filter: { search: "a" }) { nodes { id name { full } } } }', '{ agreements(filter: { person: "x" }, first: 2) { totalCount } }'];
/** Rewrites of each question. */
const EACH = 5;
const SAMPLE_EVERY = 25;
/** A live system answers as of now. */
const INSTANT = /"\d{4}-\d\d-\d\dT[\d:.]+Z"/g;

export interface MetamorphicArgs {
  readonly rewrites: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** Null: decisions only. */
  readonly ask: Ask | null;
  /** Ids of things that are there, for questions made by chance. */
  readonly ids?: readonly string[];
}

interface Asked {
  readonly user: DemoUser;
  readonly original: Question;
  readonly question: Question;
  readonly done: readonly string[];
}

export async function metamorphicRun({ rewrites, seed, say, ask, ids = ['x'] }: MetamorphicArgs): Promise<Figures> {
  const schema = clientSchema(readFileSync(SUPERGRAPH, 'utf8'));
  const decisions = new Decisions(SUPERGRAPH);
  const random = new Random(seed);
  const questions = new Questions(schema, random, ids);
  const written = [...contractQuestions(), ...FILTERED.map((query): Question => ({ query, operationName: null, variables: {} }))];
  const counts = { rewrites: 0, 'questions with something hidden': 0, 'questions with nothing hidden': 0, 'answers compared': 0 };
  const violations: string[] = [];
  const uses = new Map<string, number>();
  try {
    while (counts.rewrites < rewrites) {
      const original = random.chance(0.3) ? random.pick(written) : questions.next();
      const user = random.pick(DEMO_USERS);
      const before = await decided(decisions, original, user);
      counts[before.hidden.length > 0 ? 'questions with something hidden' : 'questions with nothing hidden'] += 1;
      for (let one = 0; one < EACH && counts.rewrites < rewrites; one += 1) {
        const asked = { user, original, ...rewrittenBy(original, schema, random) };
        counts.rewrites += 1;
        for (const name of asked.done) uses.set(name, (uses.get(name) ?? 0) + 1);
        violations.push(...differences(asked, before, await decided(decisions, asked.question, user)));
        if (!ask || counts.rewrites % SAMPLE_EVERY !== 0) continue;
        counts['answers compared'] += 1;
        violations.push(...(await dataDifferences(asked, ask)));
      }
      if (counts.rewrites % 1000 < EACH) say(`metamorphic: ${counts.rewrites} rewrites, ${violations.length} violations`);
    }
  } finally {
    await decisions.close();
  }
  const unused = Object.keys(REWRITES).filter((name) => !uses.has(name));
  return { name: 'metamorphic', figures: { ...counts, 'kinds of rewrite that applied': uses.size, 'kinds that never applied': unused.join(' ') || 'none' }, violations };
}

function rewrittenBy(original: Question, schema: GraphQLSchema, random: Random): { question: Question; done: string[] } {
  const names = Array.from({ length: 1 + random.below(4) }, () => random.pick(Object.keys(REWRITES)));
  return rewrite(original, names, schema, random);
}

function decided(decisions: Decisions, question: Question, { subject, body, roles, purpose }: DemoUser): Promise<Decision> {
  const viewer: Viewer = { subject, body, roles, scopes: SCOPES, purpose };
  return decisions.of(question, viewer);
}

function differences(asked: Asked, before: Decision, after: Decision): string[] {
  const [was, is] = [hiddenIn(asked.original, before), hiddenIn(asked.question, after)];
  const same = was === is && costsAsMuch(asked, before.cost, after.cost);
  return same ? [] : [`${about(asked)}: hidden ${was} became ${is}, cost ${before.cost} became ${after.cost}`];
}

/** A field that is asked twice may count twice; nothing makes a question cheaper. */
function costsAsMuch({ done }: Asked, before: number, after: number): boolean {
  return done.includes('duplicate') ? after >= before : after === before;
}

/** Every hidden place with its reason, by the fields' own names. */
function hiddenIn(question: Question, { hidden }: Decision): string {
  const canonical = new Canonical(question);
  return [...new Set(hidden.map(({ path, reason, purposes }) => `${canonical.path(path)} ${reason} ${purposes.join(',')}`))].sort().join('; ') || 'nothing';
}

/** Looked at twice before it counts: between two questions a body may have been slow, or something may have changed. */
async function dataDifferences(asked: Asked, ask: Ask): Promise<string[]> {
  for (let tries = 0; ; tries += 1) {
    const [was, is] = [await shown(asked.original, asked.user, ask), await shown(asked.question, asked.user, ask)];
    if (was === is) return [];
    if (tries === 2) return [`${about(asked)}: ${was} became ${is}`];
  }
}

async function shown(question: Question, user: DemoUser, ask: Ask): Promise<string> {
  const { data, errors = [] } = await ask(user, question);
  const codes = [...new Set(errors.map(({ extensions }) => extensions.code))].sort();
  return `${new Canonical(question).data(data).replaceAll(INSTANT, '"..."')} ${codes.join(' ')}`;
}

const about = ({ user, original, question, done }: Asked): string => `${user.user} ${done.join('+')}: ${oneLine(original.query)} => ${oneLine(question.query)} ${JSON.stringify(question.variables)}`;
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

/** The queries among the contract operations, each by itself, with its example variables. */
function contractQuestions(): Question[] {
  return OPERATIONS.flatMap((file) => {
    const read = (ending: string): string => readFileSync(inRepository('schema', 'operations', `${file}${ending}`), 'utf8');
    const variables = JSON.parse(read('.variables.json')) as Question['variables'];
    return Object.values(separateOperations(parse(read('.graphql')))).flatMap((document) => {
      const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
      if (operation?.operation !== 'query') return [];
      const names = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
      return [{ query: print(document), operationName: null, variables: Object.fromEntries(Object.entries(variables).filter(([name]) => names.has(name))) }];
    });
  });
}

/**
 * One company hangs (it takes connections and answers nothing): in every contract operation the others' rows still come, inside 1.6 s, and exactly one coded error
 * (or one source that is said not to have answered) names it. Architecture section 3, deadlines.
 */
import { readFileSync } from 'node:fs';
import { inRepository } from '../../../local/paths.js';
import { onOwnStack, type Measured } from './measured-stack.js';
import { CASE_WORKER, type Answered } from './office.js';
import { spread, type FaultArgs, type Figures } from './part.js';
import { arrangementWorkers } from '../../../local/population/fixed-people.js';
import { pseudonymOf } from '#kernel/pseudonym.js';
import { DEVELOPMENT_FEDERATION_KEY } from '../../../local/development-keys.js';

const TIMES = { short: 5, long: 50 };
const INSIDE_MS = 1_600;
const HUNG = 'sw-wassenaar';

interface Operation {
  readonly name: string;
  readonly file: string;
  readonly operation: string;
  readonly user: string;
  readonly purpose: string;
  readonly variables: object;
  /** How the answer names the bodies that did not answer. */
  readonly silent: (answer: Answered<unknown>) => readonly string[];
  /** Rows of the others: as many as before it hung. */
  readonly rows: (data: unknown) => number;
}

/** A worker of the hung company: his dossier asks it too. */
const PERSON = pseudonymOf(Buffer.from(DEVELOPMENT_FEDERATION_KEY, 'base64url'), arrangementWorkers[0]?.bsn ?? '');

const inErrors = (answer: Answered<unknown>): string[] => answer.errors.map(({ extensions }) => (extensions?.code === 'UNAVAILABLE' ? (extensions.body ?? '?') : (extensions?.code ?? '?')));
const inSources = (path: string) => (answer: Answered<unknown>): string[] => [...inErrors(answer), ...(at(answer.data, `${path}.sources`) as Source[]).filter((one) => !one.answered).map(({ body }) => body.id)];

const OPERATIONS: readonly Operation[] = [
  { name: 'Dossier', file: 'portal-dossier', operation: 'Dossier', user: CASE_WORKER, purpose: 'wsw', variables: { person: PERSON }, silent: inErrors, rows: (data) => count(data, 'person.indications') + count(data, 'person.employments') + count(data, 'person.applications') },
  { name: 'MyPlacements', file: 'partner-placements', operation: 'MyPlacements', user: 'placement-wassenaar', purpose: 'wsw', variables: { code: 'wassenaar' }, silent: inErrors, rows: (data) => (at(data, 'swCompany.name') === undefined ? 0 : 1) },
  { name: 'Options', file: 'negotiation', operation: 'Options', user: CASE_WORKER, purpose: 'wsw', variables: { person: PERSON }, silent: inSources('workplaceOptions'), rows: (data) => (at(data, 'workplaceOptions.options') as Option[]).filter((one) => one.workplace?.company?.code !== 'wassenaar').length },
  { name: 'Handling', file: 'analyst-handling', operation: 'Handling', user: 'analyst', purpose: 'statistiek', variables: { year: 2013 }, silent: inSources('swStatistics'), rows: (data) => count(data, 'applicationStatistics.rows') },
];

interface Source {
  readonly body: { readonly id: string };
  readonly answered: boolean;
}
interface Option {
  readonly workplace: { readonly company: { readonly code: string } | null } | null;
}

export function hung(args: FaultArgs): Promise<Figures> {
  const times = args.long ? TIMES.long : TIMES.short;
  return onOwnStack(false, async (measured) => {
    const violations: string[] = [];
    const figures: Record<string, number | string> = { 'times each': times, 'company that hangs': HUNG };
    for (const operation of OPERATIONS) {
      const before = await whole(measured, operation);
      measured.stack.freezeService(HUNG);
      try {
        const answers: Answered<unknown>[] = [];
        for (let turn = 0; turn < times; turn += 1) answers.push(await ask(measured, operation));
        violations.push(...answers.flatMap((answer, turn) => faultsOf(operation, answer, before).map((fault) => `${operation.name}, time ${turn + 1}: ${fault}`)));
        const { p50, p99, max } = spread(answers.map((one) => one.ms));
        Object.assign(figures, { [`${operation.name} p50 ms`]: p50, [`${operation.name} p99 ms`]: p99, [`${operation.name} max ms`]: max });
        args.say(`hung: ${operation.name} ${p50} ms (p50), ${max} ms (max)`);
      } finally {
        measured.stack.wakeService(HUNG);
      }
    }
    return { name: 'hung', figures, violations };
  });
}

/** Rows of the others when nobody hangs. */
async function whole(measured: Measured, operation: Operation): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask(measured, operation);
    if (answer.data && operation.silent(answer).length === 0) return operation.rows(answer.data);
    if (attempt === 30) throw new Error(`${operation.name} is not answered whole: ${JSON.stringify(answer.errors)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function ask({ office }: Measured, { file, operation, user, purpose, variables }: Operation): Promise<Answered<unknown>> {
  return office.ask(user, readFileSync(inRepository('schema', 'operations', `${file}.graphql`), 'utf8'), variables, operation, purpose);
}

function faultsOf({ silent, rows }: Operation, answer: Answered<unknown>, before: number): string[] {
  if (!answer.data) return [`no data: status ${answer.status} ${JSON.stringify(answer.errors)}`];
  const named = silent(answer);
  return [
    ...(answer.ms > INSIDE_MS ? [`answered after ${Math.round(answer.ms)} ms`] : []),
    ...(named.length === 1 && named[0] === HUNG ? [] : [`names ${named.join(', ') || 'nobody'}`]),
    ...(rows(answer.data) >= before ? [] : [`${rows(answer.data)} rows of the others, ${before} before`]),
  ];
}

function at(data: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], data);
}

const count = (data: unknown, path: string): number => ((at(data, path) as unknown[] | null | undefined) ?? []).length;

/** The attacker at the gateway of a running stack, as an analyst; the truth comes from the databases of the bodies. */
import { SCOPES } from '#kernel/viewer.js';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphAnswer } from '../../../local/demo/graph-client.js';
import { SERVICES } from '../../../local/services.js';
import { rowsOf } from '../../kit/imports.js';
import { postAs, tokenOf } from '../../kit/parties.js';
import { as, today } from '../../kit/stack.js';
import { attack, type Outcome, type Target } from './attack.js';
import { asDocument, type Question } from './questions.js';
import { type Row, RULE } from './reader.js';
import { type Member, TOPICS, type Topic, yearOf } from './topics.js';

const MOST_TRIES = 20;
const PAUSE_MS = 200;

export interface Differencing {
  readonly queries: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export async function differencing({ queries, seed, say }: Differencing): Promise<Outcome> {
  const analyst = await as('analyst');
  const ask = async (question: Question): Promise<readonly Row[] | null> => {
    const { data, errors } = await patiently(() => analyst.query<Record<string, { rows: Row[] } | null>>(asDocument(question)));
    const code = errors?.[0]?.extensions.code;
    if (code !== undefined && code !== 'BAD_USER_INPUT') throw new Error(`the gateway answered ${code} to ${asDocument(question)}`);
    return data?.[question.topic.field]?.rows ?? null;
  };
  return attack({ targets: TOPICS.map(targetOf), ask, rule: RULE, queries, seed, solved: queries > 1_000 ? 20 : 2, say });
}

/**
 * He has as many days as he needs: when his budget is spent it is the next day. On a busy machine the first answer about a
 * population may come too late; it is remembered for the next question.
 */
async function patiently<T>(ask: () => Promise<GraphAnswer<T>>): Promise<GraphAnswer<T>> {
  for (let left = MOST_TRIES; ; left -= 1) {
    const answer = await ask();
    const code = answer.errors?.[0]?.extensions.code;
    if (left === 0 || (code !== 'UNAVAILABLE' && code !== 'LIMIT_EXCEEDED')) return answer;
    if (code === 'LIMIT_EXCEEDED') await nextDay();
    await sleep(PAUSE_MS);
  }
}

async function nextDay(): Promise<void> {
  for (const service of ['benefits', 'reintegration']) await rowsOf(service, `update figures_question set asked_at = asked_at - interval '1 day'`);
}

function targetOf(topic: Topic): Target {
  const standardDay = quarterEnds(today())[0] ?? '';
  const members = new Map<string, Promise<readonly Member[]>>();
  return {
    topic,
    days: topic.hasDay ? [null, ...quarterEnds(today())] : [null],
    standardDay,
    membersOn(day) {
      const known = members.get(day) ?? MEMBERS[topic.field]?.(day) ?? Promise.resolve([]);
      members.set(day, known);
      return known;
    },
  };
}

/** The last four that have passed, newest first. */
function quarterEnds(on: string): string[] {
  const year = Number(on.slice(0, 4));
  const ends = [year - 1, year].flatMap((one) => ['03-31', '06-30', '09-30', '12-31'].map((end) => `${one}-${end}`));
  return ends.filter((end) => end < on).slice(-4).reverse();
}

const QUARTER = (column: string): string => `to_char(${column}, 'YYYY-"Q"Q')`;

/** What each body has, counted by its own database and not by the code that publishes. */
const MEMBERS: Readonly<Record<string, (day: string) => Promise<readonly Member[]>>> = {
  swStatistics: workersOn,
  applicationStatistics: (day) =>
    dated('benefits', `select municipality as "MUNICIPALITY", ${QUARTER('decided_on')} as "QUARTER", kind as "KIND", decision as "DECISION" from application where decided_on <= $1 and decision is not null
      and municipality in (select municipality from application where decided_on <= $1 and decision is not null group by 1 having count(*) >= 10)`, day),
  trajectoryStatistics: (day) =>
    dated('reintegration', `select municipality as "MUNICIPALITY", ${QUARTER('from_date')} as "QUARTER", instrument as "INSTRUMENT",
      coalesce(outcome, case when until_date is null then 'RUNNING' else 'UNKNOWN' end) as "OUTCOME", coalesce(provider_kind, 'UNKNOWN') as "PROVIDER_KIND" from trajectory where from_date <= $1`, day),
  agreementStatistics: (day) =>
    dated('reintegration', `select a.state as "STATE", t.terms->>'workForm' as "WORK_FORM", a.placing_body as "PLACING_COMPANY", a.receiving_body as "RECEIVING_COMPANY",
      t.facts->'residence'->>'municipality' as "MUNICIPALITY", to_char(a.from_date, 'YYYY"Q"Q') as "QUARTER"
      from agreement a join terms_version t on t.agreement = a.id and t.number = a.terms_version where a.from_date <= $1`, day),
};

async function dated(service: string, sql: string, day: string): Promise<readonly Member[]> {
  const rows = await rowsOf<Record<string, string>>(service, sql, [day]);
  return rows.map((row) => ({ ...row, YEAR: yearOf(row['QUARTER'] ?? '') }));
}

const CELL_DIMENSIONS = ['COMPANY', 'MUNICIPALITY', 'WORK_FORM', 'CATEGORY', 'AGE_BAND'] as const;

/** Each company's own unsuppressed cells, asked as the directory asks them; their three databases share no table. */
async function workersOn(day: string): Promise<readonly Member[]> {
  const companies = SERVICES.map(({ name }) => name).filter((name) => name.startsWith('sw-'));
  return (await Promise.all(companies.map((company) => workersOf(company, day)))).flat();
}

async function workersOf(company: string, day: string): Promise<Member[]> {
  const code = company.replace('sw-', '');
  const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on SwCompany { cells(by: [${CELL_DIMENSIONS.join(', ')}], where: { on: "${day}" }) { key count } } } }`;
  const typename = `${code.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}SwCompany`;
  const body = JSON.stringify({ query: query.replace('SwCompany', typename), variables: { r: [{ __typename: typename, id: `${code}:C:${code}` }] } });
  const viewer = { subject: 'oracle', body: 'werk-en-inkomen', roles: ['ANALYST' as const], scopes: SCOPES, purpose: 'statistiek' };
  const { text } = await postAs(await tokenOf('reintegration', company, body, { viewer }), company, '/graphql', body);
  const { data } = JSON.parse(text) as { data?: Readonly<Record<string, readonly ({ cells: readonly { key: string[]; count: number }[] } | null)[]>> };
  const cells = Object.values(data ?? {})[0]?.[0]?.cells;
  if (!cells) throw new Error(`${company} told no cells: ${text}`);
  return cells.flatMap(({ key, count }) => Array.from({ length: count }, () => Object.fromEntries(CELL_DIMENSIONS.map((one, index) => [one, key[index] ?? '']))));
}

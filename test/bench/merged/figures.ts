/** Published tables: counted in the database, suppressed by the same rule as everywhere, the last populations remembered by what they count. */
import { contentHash } from '#kernel/canonical.js';
import { type Cell, DISCLOSURE_RULE, MEASURE_DENOMINATOR, type ShownTable, sumCells, THRESHOLD } from '#kernel/disclosure.js';
import type { CubeShape } from '#kernel/disclosure/lattice.js';
import { publish, type PublishedTables, type Selection } from '#kernel/disclosure/publish.js';
import { type Context, instant, Refused } from './context.js';
import { companyNode, type CompanyRow } from './person-lists.js';
import { rules } from './rules.js';

/** Days as the law counts them: suspended ones are not counted, and a suspension that overlaps another counts once (as the ranges below merge them). */
const DECIDED = `
  decided as (
    select a.number, a.municipality, to_char(a.decided_on, 'YYYY') as year, to_char(a.decided_on, 'YYYY-"Q"Q') as quarter, a.kind, a.decision, a.decided_on - a.received_on as gross,
      coalesce((select sum(upper(r) - lower(r)) from unnest((
        select range_agg(daterange(greatest(s.from_on, a.received_on + 1), least(coalesce(s.until_on, a.decided_on + 1), a.decided_on + 1), '[)')) from suspension s
        where s.application = a.number and greatest(s.from_on, a.received_on + 1) < least(coalesce(s.until_on, a.decided_on + 1), a.decided_on + 1))) as r), 0) as suspended
    from application a where a.decided_on is not null and a.decision is not null and a.decided_on <= $1),
  counted as (select * from decided where municipality in (select municipality from decided group by municipality having count(*) >= $2))`;
const CELLS = `
  select array[municipality, to_char(decided_on, 'YYYY'), to_char(decided_on, 'YYYY-"Q"Q'), kind, decision] as key, count(*)::int as count
  from application where decided_on is not null and decision is not null and decided_on <= $1 group by 1`;
const MEASURES = `
  with ${DECIDED}
  select array[municipality, quarter] as key, count(*)::int as count,
    percentile_cont(0.5) within group (order by gross - suspended) as median_net, percentile_disc(0.9) within group (order by gross - suspended) as p90_net,
    percentile_cont(0.5) within group (order by gross) as median_gross, percentile_disc(0.9) within group (order by gross) as p90_gross
  from counted where ($3::text is null or year = $3) group by municipality, quarter having count(*) >= $4`;
const WORKERS = `
  select array[company, work_form, paying_municipality, case when birth_date is null then 'UNKNOWN' when age($1::date, birth_date) < interval '27 years' then '<27'
    when age($1::date, birth_date) < interval '45 years' then '27-44' when age($1::date, birth_date) < interval '55 years' then '45-54' else '55+' end, category] as key, count(distinct person)::int as count
  from employment where from_on <= $1 and (until_on is null or until_on >= $1) group by 1`;
const COMPANIES = `select code, name as company_name, live, roster_as_of, workplaces_as_of from company`;

const FIGURE_ROLES: readonly string[] = ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL'];
const REMEMBERED = 32;
const known = new Map<string, PublishedTables>();

function tablesOf(cells: readonly Cell[], shape: CubeShape): PublishedTables {
  const name = contentHash(cells);
  const tables = known.get(name) ?? publish(cells, shape);
  known.delete(name);
  known.set(name, tables);
  for (const oldest of known.keys()) if (known.size > REMEMBERED) known.delete(oldest);
  return tables;
}

function demandFigures({ asking: { viewer } }: Context): void {
  if (!viewer.scopes.includes('statistics:read') || !viewer.roles.some((role) => FIGURE_ROLES.includes(role))) throw new Refused('FORBIDDEN');
}

interface MeasureRow {
  readonly key: readonly string[];
  readonly median_net: number;
  readonly p90_net: number;
  readonly median_gross: number;
  readonly p90_gross: number;
}

export async function applicationStatistics(_root: unknown, { by, where }: { by: string[]; where?: { year?: number | null } | null }, context: Context): Promise<object> {
  demandFigures(context);
  if (by.join() !== 'MUNICIPALITY,QUARTER') throw new Refused('BAD_USER_INPUT');
  const { session, asking } = context;
  const on = rules.quarters.lastQuarterEnd(asking.on);
  const year = where?.year ? String(where.year) : null;
  const [cells, measures, delivered] = await Promise.all([
    session.read<Cell>('handling-cells', CELLS, [on]),
    session.read<MeasureRow>('handling-measures', MEASURES, [on, THRESHOLD, year, MEASURE_DENOMINATOR]),
    session.read<{ as_of: string | null }>('handling-age', `select as_of from delivery where kind = 'applications'`, []),
  ]);
  const selection: Selection = year ? { YEAR: year } : {};
  const shown = tablesOf(withoutTheSmallest(cells), rules.handling.HANDLING_SHAPE).table(by, selection);
  const found = new Map(measures.map((row) => [JSON.stringify(row.key), row]));
  const rows = shown.rows.map((row) => ({ ...row, measures: row.suppressed ? [] : measuresOf(found.get(JSON.stringify(row.key))) }));
  const asOf = instant(delivered[0]?.as_of ?? null);
  return { ...tableOf(by, { ...shown, rows }), rule: rules.handling.HANDLING_RULE, asOf, sources: [{ body: context.bodies.get('werk-en-inkomen'), answered: true, asOf }] };
}

function withoutTheSmallest(cells: readonly Cell[]): Cell[] {
  const totals = new Map<string, number>();
  for (const { key: [municipality = ''], count } of cells) totals.set(municipality, (totals.get(municipality) ?? 0) + count);
  return sumCells(cells.filter(({ key: [municipality = ''] }) => (totals.get(municipality) ?? 0) >= THRESHOLD));
}

function measuresOf(row: MeasureRow | undefined): object[] {
  if (!row) return [];
  const named = { MEDIAN_NET_DAYS: row.median_net, P90_NET_DAYS: row.p90_net, MEDIAN_GROSS_DAYS: row.median_gross, P90_GROSS_DAYS: row.p90_gross };
  return Object.entries(named).map(([name, value]) => ({ name, value: String(value) }));
}

export async function swStatistics(_root: unknown, { by }: { by: string[] }, context: Context): Promise<object> {
  demandFigures(context);
  const { session, asking, registers, bodies } = context;
  const on = rules.quarters.lastQuarterEnd(asking.on);
  const [cells, companies] = await Promise.all([session.read<Cell>('worker-cells', WORKERS, [on]), session.read<CompanyRow>('companies-of-figures', COMPANIES, [])]);
  const byCode = new Map(companies.map((one) => [one.code, one]));
  const sources = registers.parties.flatMap(({ company, body }) => {
    const row = company && byCode.get(company.code);
    return row ? [{ body: bodies.get(body), answered: true, asOf: companyNode(context, row).asOf }] : [];
  });
  const ages = sources.flatMap(({ asOf }) => asOf ?? []).sort();
  return { ...tableOf(by, tablesOf(sumCells(cells), rules.swFigures.SW_SHAPE).table(by, {})), rule: `Geteld is op het laatste kwartaaleinde. ${DISCLOSURE_RULE}`, asOf: ages[0] ?? instant(asking.on), sources };
}

function tableOf(by: readonly string[], { rows, suppressed }: ShownTable): object {
  return { dimensions: by, rows: rows.map((row) => ({ measures: [], ...row })), suppressed };
}

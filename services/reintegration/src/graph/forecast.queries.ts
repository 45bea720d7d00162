/** The labour years that the viewer's municipalities may expect, summed over the companies. No field of a person is behind it. */
import { Arg, Ctx, Directive, Int, Query, Resolver } from 'type-graphql';
import { badInput, forbidden } from '#kernel/faults.js';
import { ruleSetOf } from '#law/labour-years/rule-sets.js';
import { lastDayForShift } from '#law/money/joint-shift.js';
import { findParameter } from '#law/parameters.js';
import { cost, requiresScope } from '#shell/field-policy-directives.js';
import { lastQuarterEnd } from '#shell/figures/reference-dates.js';
import { EXACT_RULE, mayForecast, rounded, ROUNDING_RULE, seesExactly, type ShownForecast } from '../domain/forecast-disclosure.js';
import { candidatesFor, forecast, lastCounted, type ForecastQuestion } from '../domain/labour-year-forecast.js';
import type { DirectoryContext } from './directory.context.js';
import { LabourYearForecast, type MunicipalLabourYearForecast } from './forecast.type.js';
import { sourceStatus } from './source-status.js';

const EVERY_COMPANY = 100;
const FIRST_YEAR = 2008;

@Resolver()
export class ForecastQueries {
  @Query(() => LabourYearForecast, { description: 'For case workers and policy officers, of the municipalities for which their body answers.' })
  @Directive(requiresScope('statistics:read'))
  @Directive(cost(EVERY_COMPANY))
  async labourYearForecast(@Arg('year', () => Int) year: number, @Ctx() context: DirectoryContext): Promise<LabourYearForecast> {
    const { viewer, businessDate, directory } = context;
    if (!mayForecast(viewer)) throw forbidden();
    if (year < FIRST_YEAR || year > Number(businessDate.slice(0, 4)) + 1) throw badInput(`Een prognose is er van ${FIRST_YEAR} tot en met het volgende jaar.`);
    const exact = seesExactly(viewer);
    const until = exact ? businessDate : lastQuarterEnd(businessDate);
    const { question, sources } = await questionFor(context, year, until);
    const forecasts = forecast(question);
    const complete = sources.every(({ answered }) => answered);
    const shown = (exact ? forecasts : forecasts.map((one) => rounded(question, one))).map((one) => (complete ? one : { ...one, surplus: null, clawback: null }));
    const candidates = complete ? candidatesFor(year, businessDate, shown.flatMap((one) => (one.expected === null ? [] : [{ ...one, expected: one.expected, toDate: one.toDate ?? '0.00', companies: [] }]))) : [];
    const { id: ruleSet, text: ruleSetText, settlesByLaw } = ruleSetOf(year);
    const body = (municipality: string) => directory.registers.body(`gm-${municipality}`);
    return {
      year, ruleSet, ruleSetText, complete, countedUntil: lastCounted(year, until), rule: exact ? EXACT_RULE : ROUNDING_RULE,
      shiftRequestDueOn: settlesByLaw ? lastDayForShift(year) : null,
      municipalities: shown.map((one) => view(one, context)),
      shiftCandidates: candidates.map(({ giver, taker, labourYears }) => ({ giver: body(giver), taker: body(taker), labourYears })),
      sources: sources.map((source) => sourceStatus(source, directory)),
    };
  }
}

/** Positions of the year before are asked only when no month end of the year was counted. */
async function questionFor({ directory: { registers, questions, finance } }: DirectoryContext, year: number, until: string) {
  const parameter = (name: string): string => {
    const found = findParameter(registers.parameters, name, `${year}-12-31`);
    if (!found) throw badInput('Van dit jaar zijn de rekengetallen niet bekend.');
    return found.value;
  };
  const municipalities = registers.ownMunicipalities;
  const [fullWeekHours, severeFactor] = [parameter('FULL_WEEK_HOURS'), parameter('SEVERE_FACTOR')];
  const basis = lastCounted(year, until);
  const [answers, published] = [await questions.labourPositions(basis.startsWith(String(year)) ? [year] : [Number(basis.slice(0, 4))]), await finance.published(municipalities)];
  const question: ForecastQuestion = { year, until, municipalities, published, fullWeekHours, severeFactor, companies: answers.map(({ body, rows }) => ({ body, positions: rows })) };
  return { question, sources: answers.map(({ rows: _rows, ...source }) => source) };
}

function view({ companies, ...one }: ShownForecast, { directory: { registers } }: DirectoryContext): MunicipalLabourYearForecast {
  const parts = companies?.map(({ body, toDate, expected }) => ({ company: registers.body(body), toDate, expected })) ?? null;
  return { ...one, body: registers.body(`gm-${one.municipality}`), companies: parts };
}

/** A place for this worker, at all companies; a worker for this place, pseudonymous. */
import { Arg, Ctx, Directive, ID, Int, Query, Resolver } from 'type-graphql';
import { badInput, forbidden, notFound } from '#kernel/faults.js';
import { hasRole } from '#kernel/viewer.js';
import { cost, optionsOf, policy } from '#shell/field-policy-directives.js';
import { MAX_PAGE } from '#shell/pagination.js';
import { searchCandidates } from '../domain/candidate-search.js';
import { ORDER_TEXT } from '../domain/fitness.js';
import { searchWorkplaces, type Wishes } from '../domain/workplace-search.js';
import { type DirectoryContext, scopeForPersons } from './directory.context.js';
import { CandidateOptions, WishesInput, WorkplaceOptions } from './options.type.js';
import { PERSON_ID } from './person.type.js';
import { sourceStatus } from './source-status.js';

/** Each company is asked for all its places or people, whatever `first` is. */
const EVERY_COMPANY = 100;
/** A list of people is kept short: it is for choosing whom to talk to, not for leafing through who there is. */
const MAX_CANDIDATES = 50;
const CANDIDATES = [
  'Candidates are, as pseudonymous profiles, (a) everybody on the waiting list with a Wsw indication in force and no employment (hours not known: nobody has recorded wishes),',
  'and (b) everybody with a Wsw indication who is employed by an sw company that answered and that says his work form is INTERNAL (hours as his company says).',
  'A company that does not answer is in `sources` and its workers are missing. The own body of the directory in `sources` stands for the indications. Order: fewest misses, then shortest way. At most 50.',
].join(' ');

@Resolver()
export class OptionsQueries {
  @Query(() => WorkplaceOptions)
  @Directive(policy('options'))
  @Directive(optionsOf(10))
  @Directive(cost(EVERY_COMPANY))
  async workplaceOptions(
    @Arg('person', () => ID) person: string,
    @Arg('wishes', () => WishesInput, { nullable: true }) wishes: WishesInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
    @Ctx() context: DirectoryContext,
  ): Promise<WorkplaceOptions> {
    const scope = scopeForPersons(context);
    const { directory } = context;
    const limit = atMost(MAX_PAGE, first);
    if (!PERSON_ID.test(person)) throw notFound();
    if (!(await directory.reads.isVisible(person, scope))) {
      context.session.refused([person]);
      throw notFound();
    }
    const found = await searchWorkplaces(directory, person, scope, wishesOf(wishes, directory.registers.knowsAdaptation), limit);
    return {
      more: found.more,
      order: ORDER_TEXT,
      options: found.matches.map(({ workplace, ...match }) => ({ ...match, workplace: directory.companies.workplaceStub(workplace) })),
      sources: found.sources.map((source) => sourceStatus(source, directory)),
    };
  }

  @Query(() => CandidateOptions, { description: CANDIDATES })
  @Directive(policy('options'))
  @Directive(optionsOf(10))
  @Directive(cost(EVERY_COMPANY))
  async candidateOptions(
    @Arg('workplace', () => ID) workplace: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
    @Ctx() context: DirectoryContext,
  ): Promise<CandidateOptions> {
    scopeForPersons(context);
    const { directory, viewer } = context;
    const limit = atMost(MAX_CANDIDATES, first);
    if (!hasRole(viewer, 'PLACEMENT_OFFICER', 'CASE_WORKER')) throw forbidden();
    if (!directory.companies.workplaceStub(workplace)) throw notFound();
    const found = await searchCandidates(directory, workplace, limit);
    if (!found) throw notFound();
    const own = { body: directory.registers.ownBody, answered: true, asOf: found.indicationsAsOf };
    return { options: found.candidates, more: found.more, order: ORDER_TEXT, sources: [...found.sources, own].map((source) => sourceStatus(source, directory)) };
  }
}

function atMost(most: number, first: number | null): number {
  const limit = first ?? 10;
  if (limit < 1 || limit > most) throw badInput(`first moet tussen 1 en ${most} liggen.`);
  return limit;
}

function wishesOf(input: WishesInput | null, knowsAdaptation: (code: string) => boolean): Wishes {
  if ([input?.maxTravelKilometres, input?.maxTravelMinutes].some((one) => (one ?? 0) < 0)) throw badInput('De reisafstand en de reistijd zijn niet negatief.');
  if (input?.supervisionHoursPerWeek?.startsWith('-')) throw badInput('De begeleiding is niet negatief.');
  if (!(input?.adaptations ?? []).every(knowsAdaptation)) throw badInput('Een gewenste aanpassing staat niet in het register van aanpassingen.');
  return {
    hoursPerWeek: input?.hoursPerWeek ?? null,
    maxTravelKilometres: input?.maxTravelKilometres ?? null,
    maxTravelMinutes: input?.maxTravelMinutes ?? null,
    transport: input?.transport ?? null,
    supervisionHoursPerWeek: input?.supervisionHoursPerWeek ?? null,
    adaptations: input?.adaptations ?? null,
    functions: input?.functions ?? null,
    workForms: input?.workForms ?? null,
    contract: input?.contract ?? null,
    availableFrom: input?.availableFrom ?? null,
  };
}

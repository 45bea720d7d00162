/** A place for this worker, at all companies; a worker for this place, pseudonymous. */
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { badInput, forbidden, notFound } from '#kernel/faults.js';
import { hasRole } from '#kernel/viewer.js';
import { MAX_PAGE } from '#shell/pagination.js';
import { rankCandidates, searchWorkplaces, type Wishes } from '../domain/workplace-search.js';
import { type DirectoryContext, scopeForPersons } from './directory.context.js';
import { CandidateOptions, WishesInput, WorkplaceOptions } from './options.type.js';
import { PERSON_ID } from './person.type.js';
import { sourceStatus } from './source-status.js';

@Resolver()
export class OptionsQueries {
  @Query(() => WorkplaceOptions)
  async workplaceOptions(
    @Arg('person', () => ID) person: string,
    @Arg('wishes', () => WishesInput, { nullable: true }) wishes: WishesInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
    @Ctx() context: DirectoryContext,
  ): Promise<WorkplaceOptions> {
    const scope = scopeForPersons(context);
    const { directory } = context;
    const limit = atMostAPage(first);
    if (!PERSON_ID.test(person) || !(await directory.reads.isVisible(person, scope))) throw notFound();
    const found = await searchWorkplaces(directory, person, scope, wishesOf(wishes, directory.registers.knowsAdaptation), limit);
    return {
      options: found.matches.map(({ workplace, ...match }) => ({ ...match, workplace: directory.companies.workplaceStub(workplace) })),
      sources: found.sources.map((source) => sourceStatus(source, directory)),
    };
  }

  @Query(() => CandidateOptions)
  async candidateOptions(
    @Arg('workplace', () => ID) workplace: string,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10 }) first: number | null,
    @Ctx() context: DirectoryContext,
  ): Promise<CandidateOptions> {
    const { on } = scopeForPersons(context);
    const { directory, viewer } = context;
    const limit = atMostAPage(first);
    if (!hasRole(viewer, 'PLACEMENT_OFFICER', 'CASE_WORKER')) throw forbidden();
    const place = await directory.questions.workplace(workplace);
    const owner = directory.companies.workplaceStub(workplace)?.company;
    if (!place || !owner) throw notFound();
    const candidates = await directory.reads.waitingCandidates(on);
    const options = rankCandidates(candidates, place, directory.ground, limit).map((match) => ({ ...match, hoursPerWeek: null }));
    const sources = [owner.body.id, directory.registers.ownBody].map((body) => sourceStatus({ body, answered: true, asOf: null }, directory));
    return { options, sources };
  }
}

function atMostAPage(first: number | null): number {
  const limit = first ?? 10;
  if (limit < 1 || limit > MAX_PAGE) throw badInput(`first moet tussen 1 en ${MAX_PAGE} liggen.`);
  return limit;
}

function wishesOf(input: WishesInput | null, knowsAdaptation: (code: string) => boolean): Wishes {
  if (input?.maxTravelKilometres !== undefined && input.maxTravelKilometres !== null && input.maxTravelKilometres < 0) throw badInput('De reisafstand is niet negatief.');
  if (!(input?.adaptations ?? []).every(knowsAdaptation)) throw badInput('Een gewenste aanpassing staat niet in het register van aanpassingen.');
  return {
    hoursPerWeek: input?.hoursPerWeek ?? null,
    maxTravelKilometres: input?.maxTravelKilometres ?? null,
    adaptations: input?.adaptations ?? null,
    functions: input?.functions ?? null,
    workForms: input?.workForms ?? null,
    availableFrom: input?.availableFrom ?? null,
  };
}

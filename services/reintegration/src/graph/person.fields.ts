/** What the directory adds to a person. Each list holds the rows in the viewer's scope; a hidden row is simply not there. */
import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import type { OwnedStub } from './company-directory.js';
import type { DirectoryContext } from './directory.context.js';
import { SwEmployment } from './directory.types.js';
import { IndicationType, indicationView } from './indication.type.js';
import { Person } from './person.type.js';
import { TrajectoryType, trajectoryView } from './trajectory.type.js';

const NULLABLE = { nullable: true };

@Resolver(() => Person)
export class PersonFields {
  @FieldResolver(() => [IndicationType], NULLABLE)
  @Directive(policy('indications'))
  @Directive(usually(2))
  async indications(@Root() person: Person, @Ctx() { directory }: DirectoryContext): Promise<IndicationType[]> {
    const rows = await directory.loaders.indications.load(person.id);
    return rows.map((row) => indicationView(row, directory));
  }

  @FieldResolver(() => [TrajectoryType], NULLABLE)
  @Directive(policy('trajectories'))
  @Directive(usually(3))
  async trajectories(@Root() person: Person, @Ctx() { directory }: DirectoryContext): Promise<TrajectoryType[]> {
    const rows = await directory.loaders.trajectories.load(person.id);
    return rows.map((row) => trajectoryView(row, directory));
  }

  @FieldResolver(() => [SwEmployment], { nullable: 'itemsAndList', description: 'At whichever company, also when it is down.' })
  @Directive(policy('employments'))
  @Directive(usually(2))
  async employments(@Root() person: Person, @Ctx() { directory }: DirectoryContext): Promise<(OwnedStub | null)[]> {
    const pointers = await directory.loaders.employments.load(person.id);
    return pointers.map((pointer) => directory.companies.employmentStub(pointer.employment));
  }
}

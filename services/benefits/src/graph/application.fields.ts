/** The term of an application on the business date, from its suspensions (domain/application-term), and where the copy comes from. */
import { Ctx, Directive, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { Source } from '#shell/value-types.js';
import { applicationTerm, type ApplicationTerm } from '../domain/application-term.js';
import { termReminders } from '../domain/term-reminders.js';
import { ApplicationType, Suspension } from './application.type.js';
import { sourceOf, type BenefitsContext } from './context.js';
import { municipalityOf } from './municipality.reference.js';
import { MunicipalityType } from './municipality.type.js';
import { DecisionTermType, decisionTermType } from './term.type.js';

@Resolver(() => ApplicationType)
export class ApplicationFields {
  @FieldResolver(() => MunicipalityType)
  municipality(@Root() { facts }: ApplicationType, @Ctx() context: BenefitsContext): Promise<MunicipalityType> {
    return municipalityOf(context, facts.municipality);
  }

  @FieldResolver(() => [Suspension])
  @Directive(usually(3))
  suspensions(@Root() { facts }: ApplicationType, @Ctx() { loaders }: BenefitsContext): Promise<Suspension[]> {
    return loaders.suspensions.load(facts.number);
  }

  @FieldResolver(() => DateScalar, { description: 'Awb art. 4:13 and 4:15, Algemene termijnenwet art. 1.' })
  async dueOn(@Root() application: ApplicationType, @Ctx() context: BenefitsContext): Promise<string> {
    return (await termOf(application, context)).lastDay;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Calendar days from the business date, negative when late; null once decided.' })
  async daysLeft(@Root() application: ApplicationType, @Ctx() context: BenefitsContext): Promise<number | null> {
    return (await termOf(application, context)).daysLeft;
  }

  @FieldResolver(() => Int, { description: 'Calendar days from receipt to decision, or to the business date.' })
  async grossDays(@Root() application: ApplicationType, @Ctx() context: BenefitsContext): Promise<number> {
    return (await termOf(application, context)).elapsed.grossDays;
  }

  @FieldResolver(() => Int, { description: 'Gross days without the suspended ones.' })
  async netDays(@Root() application: ApplicationType, @Ctx() context: BenefitsContext): Promise<number> {
    return (await termOf(application, context)).elapsed.netDays;
  }

  @FieldResolver(() => DecisionTermType, { description: 'Why it is due when it is, and what to do about it.' })
  async term(@Root() application: ApplicationType, @Ctx() context: BenefitsContext): Promise<DecisionTermType> {
    const { facts } = application;
    const term = await termOf(application, context);
    const suspensions = await context.loaders.suspensions.load(facts.number);
    return decisionTermType(term, termReminders(facts, term, suspensions, context.reading.on));
  }

  @FieldResolver(() => Source)
  source(@Root() _application: ApplicationType, @Ctx() context: BenefitsContext): Promise<Source> {
    return sourceOf(context, 'applications');
  }
}

async function termOf({ facts }: ApplicationType, { loaders, reading, parameters }: BenefitsContext): Promise<ApplicationTerm> {
  return applicationTerm(facts, await loaders.suspensions.load(facts.number), reading.on, parameters);
}

// The interfaces that every company's own types implement: only the fields that a company itself answers. The directory
// declares the rest (code, name, body, company). No @key here: architecture decision 1.
import { Arg, Args, Directive, Field, ID, Int, InterfaceType } from 'type-graphql';
import { pageSize, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DateTimeScalar, DecimalScalar } from '#shell/scalars.js';
import { Adaptation, BodyType, Employer, PageArgs, PageInfo, PersonName, WorkForm } from '#shell/value-types.js';
import { PlacementStatus, WorkplaceStatus } from './enums.js';
import { LabourYearsType, SupervisionCapacity } from './figures.type.js';
import { EmploymentFilterInput, PlacementFilterInput, WorkplaceFilterInput } from './filters.type.js';
import { AgreementStub, MunicipalityStub, PersonStub } from './stubs.type.js';

// Without it every company built in this process would end up in every schema (schema:check builds thirty).
const OWN_TYPES_ONLY = { autoRegisterImplementations: false };

/** type-graphql wants a body for a field with arguments; each company's own type has its resolver (company-types.ts). */
function answeredBy(...givenArguments: unknown[]): never {
  throw new Error(`an interface field with ${givenArguments.length} arguments has no resolver of its own`);
}

@InterfaceType('Workplace', OWN_TYPES_ONLY)
export abstract class WorkplaceShape {
  @Field(() => ID) id!: string;
  @Field(() => Employer, { nullable: true }) employer!: unknown;
  @Field(() => String, { nullable: true }) title!: unknown;
  @Field(() => String, { nullable: true }) function!: unknown;
  @Field(() => MunicipalityStub, { nullable: true }) municipality!: unknown;
  @Field(() => String, { nullable: true }) postcodeArea!: unknown;
  @Field(() => DecimalScalar, { nullable: true }) hoursPerWeekMin!: unknown;
  @Field(() => DecimalScalar, { nullable: true }) hoursPerWeekMax!: unknown;
  @Field(() => [Adaptation], { nullable: true }) @Directive(usually(3)) adaptations!: unknown;
  @Field(() => DecimalScalar, { nullable: true }) supervisionHoursPerWeek!: unknown;
  @Field(() => DateScalar, { nullable: true }) availableFrom!: unknown;
  @Field(() => WorkplaceStatus, { nullable: true }) status!: unknown;
}

@InterfaceType('SwEmployment', OWN_TYPES_ONLY)
export abstract class EmploymentShape {
  @Field(() => ID) id!: string;
  @Field(() => PersonStub, { nullable: true }) person!: unknown;
  @Field(() => PersonName, { nullable: true }) workerName!: unknown;
  @Field(() => WorkForm, { nullable: true }) workForm!: unknown;
  @Field(() => DecimalScalar, { nullable: true }) hoursPerWeek!: unknown;
  @Field(() => DateScalar, { nullable: true }) from!: unknown;
  @Field(() => DateScalar, { nullable: true }) until!: unknown;
  @Field(() => BodyType, { nullable: true }) formalEmployer!: unknown;
  @Field(() => MunicipalityStub, { nullable: true }) payingMunicipality!: unknown;
}

@InterfaceType('Placement', OWN_TYPES_ONLY)
export abstract class PlacementShape {
  @Field(() => ID) id!: string;
  @Field(() => EmploymentShape, { nullable: true }) employment!: unknown;
  @Field(() => WorkplaceShape, { nullable: true }) workplace!: unknown;
  @Field(() => Employer, { nullable: true }) hirer!: unknown;
  @Field(() => String, { nullable: true }) function!: unknown;
  @Field(() => String, { nullable: true }) supervisor!: unknown;
  @Field(() => AgreementStub, { nullable: true }) agreement!: unknown;
  @Field(() => WorkForm, { nullable: true }) workForm!: unknown;
  @Field(() => DecimalScalar, { nullable: true }) hoursPerWeek!: unknown;
  @Field(() => DecimalScalar, { nullable: true }) secondmentFeePerHour!: unknown;
  @Field(() => DateScalar, { nullable: true }) from!: unknown;
  @Field(() => DateScalar, { nullable: true }) until!: unknown;
  @Field(() => PlacementStatus, { nullable: true }) status!: unknown;
}

@InterfaceType('WorkplaceConnection', OWN_TYPES_ONLY)
export abstract class WorkplaceConnectionShape {
  @Field(() => [WorkplaceShape], { nullable: 'items' }) nodes!: unknown[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

@InterfaceType('SwEmploymentConnection', OWN_TYPES_ONLY)
export abstract class EmploymentConnectionShape {
  @Field(() => [EmploymentShape], { nullable: 'items' }) nodes!: unknown[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

@InterfaceType('PlacementConnection', OWN_TYPES_ONLY)
export abstract class PlacementConnectionShape {
  @Field(() => [PlacementShape], { nullable: 'items' }) nodes!: unknown[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

@InterfaceType('SwCompany', OWN_TYPES_ONLY)
export abstract class CompanyShape {
  @Field(() => ID) id!: string;
  @Field(() => DateTimeScalar, { nullable: true }) asOf!: unknown;
  @Field(() => Boolean, { nullable: true }) fresh!: unknown;

  @Field(() => PlacementConnectionShape, { nullable: true })
  @Directive(pageSize(25))
  placements(
    @Arg('filter', () => PlacementFilterInput, { nullable: true }) filter: PlacementFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
  ): unknown {
    return answeredBy(filter, page);
  }

  @Field(() => WorkplaceConnectionShape, { nullable: true })
  @Directive(pageSize(25))
  workplaces(
    @Arg('filter', () => WorkplaceFilterInput, { nullable: true }) filter: WorkplaceFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
  ): unknown {
    return answeredBy(filter, page);
  }

  @Field(() => EmploymentConnectionShape, { nullable: true })
  @Directive(pageSize(25))
  employments(
    @Arg('filter', () => EmploymentFilterInput, { nullable: true }) filter: EmploymentFilterInput | null,
    @Args(() => PageArgs) page: PageArgs,
  ): unknown {
    return answeredBy(filter, page);
  }

  @Field(() => SupervisionCapacity, { nullable: true }) supervisionCapacity!: unknown;

  @Field(() => LabourYearsType, { nullable: true })
  labourYears(@Arg('year', () => Int) year: number): unknown {
    return answeredBy(year);
  }
}

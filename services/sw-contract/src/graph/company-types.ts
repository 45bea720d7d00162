// The concrete types of one company, made for its code: LeidenWorkplace, LeidenPlacement and so on. Each implements its
// interface and carries the @key that makes the company a real subgraph (architecture decision 1).
import { Arg, Args, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { badInput } from '#kernel/faults.js';
import { typeName } from '#kernel/ids.js';
import { cost, pageSize, policy } from '#shell/field-policy-directives.js';
import type { Page } from '#shell/pagination.js';
import { DateTimeScalar } from '#shell/scalars.js';
import { PageArgs, PageInfo, PersonName } from '#shell/value-types.js';
import type { SwContext } from './context.js';
import { SwDimension } from './enums.js';
import { LabourYearsType, SupervisionCapacity, SwCellType, SwLabourPositionType } from './figures.type.js';
import { StatisticsDeliveryType } from './employment-statistics.type.js';
import { EmploymentFilterInput, PlacementFilterInput, SwStatisticsFilterInput, WorkplaceFilterInput } from './filters.type.js';
import {
  CompanyShape, EmploymentConnectionShape, EmploymentShape, PlacementConnectionShape, PlacementShape, WorkplaceConnectionShape, WorkplaceShape,
} from './shapes.type.js';
import { AgreementStub, PersonStub } from './stubs.type.js';
import { EmploymentView, PlacementView, WorkplaceView } from './views.js';

const KEY = '@key(fields: "id")';
const NULLABLE = { nullable: true };
/** All positions are read once per month. */
const MONTH_ENDS = 12;

export type CompanyTypes = ReturnType<typeof companyTypes>;

/** All classes for one company code. Call once per code and process: type-graphql keeps every class it ever saw. */
export function companyTypes(code: string) {
  const nodes = nodeTypes(code);
  const connections = connectionTypes(code, nodes);
  const company = companyType(code);
  const { Company } = company;
  return { ...nodes, ...connections, ...company, resolvers: [companyLists(Company, connections), companyFigures(Company), companyStatistics(Company), placementFields(nodes)] as const };
}

function nodeTypes(code: string) {
  @ObjectType(typeName(code, 'Workplace'), { implements: WorkplaceShape })
  @Directive(KEY)
  class Workplace {
    @Field(() => ID) readonly id!: string;
  }
  @ObjectType(typeName(code, 'SwEmployment'), { implements: EmploymentShape })
  @Directive(KEY)
  @Directive(policy('employments'))
  class Employment {
    @Field(() => ID) readonly id!: string;
    @Field(() => PersonStub, NULLABLE) @Directive(policy('persons')) person!: unknown;
    @Field(() => PersonName, NULLABLE) @Directive(policy('names')) workerName!: unknown;
  }
  @ObjectType(typeName(code, 'Placement'), { implements: PlacementShape })
  @Directive(KEY)
  @Directive(policy('placements'))
  class Placement {
    @Field(() => ID) readonly id!: string;
    @Field(() => AgreementStub, NULLABLE) @Directive(policy('agreements')) agreement!: unknown;
  }
  return { Workplace, Employment, Placement };
}

function connectionTypes(code: string, { Workplace, Employment, Placement }: ReturnType<typeof nodeTypes>) {
  @ObjectType(typeName(code, 'WorkplaceConnection'), { implements: WorkplaceConnectionShape })
  class WorkplaceConnection {
    @Field(() => [Workplace], { nullable: 'items' }) nodes!: unknown[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  @ObjectType(typeName(code, 'SwEmploymentConnection'), { implements: EmploymentConnectionShape })
  @Directive(policy('employments'))
  class EmploymentConnection {
    @Field(() => [Employment], { nullable: 'items' }) nodes!: unknown[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  @ObjectType(typeName(code, 'PlacementConnection'), { implements: PlacementConnectionShape })
  @Directive(policy('placements'))
  class PlacementConnection {
    @Field(() => [Placement], { nullable: 'items' }) nodes!: unknown[];
    @Field(() => PageInfo) pageInfo!: PageInfo;
  }
  return { WorkplaceConnection, EmploymentConnection, PlacementConnection };
}

function companyType(code: string) {
  @ObjectType(typeName(code, 'SwCompany'), { implements: CompanyShape })
  @Directive(KEY)
  class Company {
    @Field(() => ID) readonly id: string;

    constructor(id: string) {
      this.id = id;
    }
  }
  return { Company };
}

function placementFields({ Workplace, Employment, Placement }: ReturnType<typeof nodeTypes>) {
  @Resolver(() => Placement)
  class PlacementFields {
    @FieldResolver(() => Employment, NULLABLE)
    employment(@Root() placement: PlacementView, @Ctx() { sw }: SwContext): Promise<EmploymentView | null> {
      return sw.employment(placement.employmentId);
    }

    @FieldResolver(() => Workplace, NULLABLE)
    workplace(@Root() placement: PlacementView, @Ctx() { sw }: SwContext): Promise<WorkplaceView | null> {
      return sw.workplace(placement.workplaceId);
    }
  }
  return PlacementFields;
}

type CompanyClass = ReturnType<typeof companyType>['Company'];

function companyLists(Company: CompanyClass, connections: ReturnType<typeof connectionTypes>) {
  const { WorkplaceConnection, EmploymentConnection, PlacementConnection } = connections;
  @Resolver(() => Company)
  class CompanyLists {
    @FieldResolver(() => PlacementConnection, NULLABLE)
    @Directive(policy('placements'))
    @Directive(pageSize(25))
    placements(
      @Arg('filter', () => PlacementFilterInput, NULLABLE) filter: PlacementFilterInput | null,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { sw }: SwContext,
    ): Promise<Page<PlacementView>> {
      return sw.placements({ ...filter, employerKvk: kvkNumberOf(filter?.employer) }, page);
    }

    @FieldResolver(() => WorkplaceConnection, NULLABLE)
    @Directive(pageSize(25))
    workplaces(
      @Arg('filter', () => WorkplaceFilterInput, NULLABLE) filter: WorkplaceFilterInput | null,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { sw }: SwContext,
    ): Promise<Page<WorkplaceView>> {
      return sw.workplaces(filter ?? {}, page);
    }

    @FieldResolver(() => EmploymentConnection, NULLABLE)
    @Directive(policy('employments'))
    @Directive(pageSize(25))
    employments(
      @Arg('filter', () => EmploymentFilterInput, NULLABLE) filter: EmploymentFilterInput | null,
      @Args(() => PageArgs) page: PageArgs,
      @Ctx() { sw }: SwContext,
    ): Promise<Page<EmploymentView>> {
      return sw.employments(filter ?? {}, page);
    }
  }
  return CompanyLists;
}

function companyFigures(Company: CompanyClass) {
  @Resolver(() => Company)
  class CompanyFigures {
    @FieldResolver(() => DateTimeScalar, NULLABLE)
    async asOf(@Ctx() { sw }: SwContext): Promise<string | null> {
      return (await sw.freshness()).asOf;
    }

    @FieldResolver(() => Boolean, NULLABLE)
    async fresh(@Ctx() { sw }: SwContext): Promise<boolean> {
      return (await sw.freshness()).fresh;
    }

    @FieldResolver(() => SupervisionCapacity, NULLABLE)
    supervisionCapacity(@Ctx() { sw }: SwContext): Promise<SupervisionCapacity> {
      return sw.supervisionCapacity();
    }

    @FieldResolver(() => LabourYearsType, NULLABLE)
    @Directive(cost(MONTH_ENDS))
    async labourYears(@Arg('year', () => Int) year: number, @Ctx() { sw }: SwContext): Promise<LabourYearsType | null> {
      if (year < 1998 || year > 2100) throw badInput('Dit jaar ligt buiten het bereik van de Wsw.');
      const figures = await sw.labourYears(year);
      return figures && { ...figures, byMunicipality: figures.byMunicipality.map(({ municipality, total }) => ({ municipality: { code: municipality }, total })) };
    }

    @FieldResolver(() => [SwCellType], NULLABLE)
    @Directive('@inaccessible')
    cells(
      @Arg('by', () => [SwDimension]) by: SwDimension[],
      @Arg('where', () => SwStatisticsFilterInput, NULLABLE) where: SwStatisticsFilterInput | null,
      @Ctx() { sw }: SwContext,
    ): Promise<readonly SwCellType[]> {
      return sw.cells(by, where ?? {});
    }

    @FieldResolver(() => [SwLabourPositionType], { ...NULLABLE, description: 'Of the municipalities that the viewer works for; Wsw workers only, by the month ends that have passed.' })
    @Directive('@inaccessible')
    labourPositions(@Arg('year', () => Int) year: number, @Ctx() { sw }: SwContext): Promise<readonly SwLabourPositionType[]> {
      return sw.labourPositions(year);
    }
  }
  return CompanyFigures;
}

function companyStatistics(Company: CompanyClass) {
  @Resolver(() => Company)
  class CompanyStatistics {
    @FieldResolver(() => StatisticsDeliveryType, { ...NULLABLE, description: 'For the half-yearly statistics: employments of these persons, at most 200. Only the directory asks.' })
    @Directive('@inaccessible')
    @Directive(policy('employments'))
    employmentStatistics(
      @Arg('halfYear', () => Int) halfYear: number,
      @Arg('persons', () => [ID]) persons: string[],
      @Ctx() { sw }: SwContext,
    ): Promise<StatisticsDeliveryType> {
      return sw.statistics({ halfYear, persons });
    }
  }
  return CompanyStatistics;
}

function kvkNumberOf(employer: string | null | undefined): string | null {
  if (employer === null || employer === undefined) return null;
  const number = /^kvk:(\d{8})$/.exec(employer)?.[1];
  if (number === undefined) throw badInput('Een werkgever heeft een id als kvk:12345678.');
  return number;
}

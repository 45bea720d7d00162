// Figures about a company as a whole: supervision, labour years, and the cells that the directory sums and suppresses.
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { usually } from '#shell/field-policy-directives.js';
import { DecimalScalar } from '#shell/scalars.js';
import type { Category } from '../model.js';
import { MunicipalityStub } from './stubs.type.js';

@ObjectType({ description: 'Supervision hours per week at places that are not closed, and the part of it at open places.' })
@Directive('@shareable')
export class SupervisionCapacity {
  @Field(() => DecimalScalar) hoursPerWeek!: string;
  @Field(() => DecimalScalar) freeHoursPerWeek!: string;
}

@ObjectType()
@Directive('@shareable')
export class MunicipalityLabourYears {
  @Field(() => MunicipalityStub, { nullable: true }) municipality!: MunicipalityStub | null;
  @Field(() => DecimalScalar) total!: string;
}

@ObjectType('LabourYears', { description: 'Realised labour years (Wsw art. 1 lid 1): average of the month-end positions, severe counted 1.25, to hundredths.' })
@Directive('@shareable')
export class LabourYearsType {
  @Field(() => Int) year!: number;
  @Field(() => Int, { description: 'Month ends counted so far; 12 for a past year.' }) monthsCounted!: number;
  @Field(() => DecimalScalar) total!: string;
  @Field(() => [MunicipalityLabourYears], { description: 'Only the municipalities that the viewer works for.' }) @Directive(usually(10)) byMunicipality!: MunicipalityLabourYears[];
}

@ObjectType('SwCell', { description: 'One unsuppressed statistics cell; only the directory reads it.' })
@Directive('@shareable')
@Directive('@inaccessible')
export class SwCellType {
  @Field(() => [String]) key!: readonly string[];
  @Field(() => Int) count!: number;
}

@ObjectType('SwLabourPosition', { description: 'Contract hours of one month end, exact; only the directory reads it, and sums before anybody sees it.' })
@Directive('@shareable')
@Directive('@inaccessible')
export class SwLabourPositionType {
  @Field(() => String) monthEnd!: string;
  @Field(() => String) municipality!: string;
  @Field(() => String) category!: Category;
  @Field(() => DecimalScalar) hoursPerWeek!: string;
}

/** An indication as the graph shows it. Decided by UWV, which is a source of facts and never signs an agreement. */
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { Adaptation, BodyType, Source } from '#shell/value-types.js';
import { type Indication, reindicationDecisionDueOn, reindicationDueOn } from '../domain/indication.js';
import type { DirectoryParts } from './directory.context.js';
import { municipalSource } from './source.js';

const IndicationKind = { WSW: 'WSW', NEW_SHELTERED: 'NEW_SHELTERED' } as const;
registerEnumType(IndicationKind, { name: 'IndicationKind' });
const DisabilityCategory = { MODERATE: 'MODERATE', SEVERE: 'SEVERE' } as const;
registerEnumType(DisabilityCategory, { name: 'DisabilityCategory' });

const NULLABLE = { nullable: true };
const DECIDING_BODY = 'uwv';

@ObjectType('Indication')
@Directive(policy('indications'))
export class IndicationType {
  @Field(() => ID) id!: string;
  @Field(() => IndicationKind) kind!: keyof typeof IndicationKind;
  @Field(() => DisabilityCategory, NULLABLE) @Directive(policy('disability-category')) category!: keyof typeof DisabilityCategory | null;
  @Field(() => DateScalar) decidedOn!: string;
  @Field(() => BodyType, NULLABLE) decidedBy!: BodyType | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day.' }) validUntil!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Sixteen weeks before the last day, never moved for a weekend (Besluit art. 6 lid 1).' }) reindicationDueOn!: string | null;
  @Field(() => DateScalar, NULLABLE) reindicationRequestedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'UWV decides within sixteen weeks after the request of the running period (Wsw art. 11 lid 5).' }) reindicationDecisionDueOn!: string | null;
  @Field(() => Boolean, NULLABLE) @Directive(policy('adaptations')) adviceSupervisedEmployment!: boolean | null;
  @Field(() => [Adaptation], NULLABLE) @Directive(policy('adaptations')) @Directive(usually(3)) adaptations!: Adaptation[] | null;
  @Field(() => DateScalar, NULLABLE) waitingSince!: string | null;
  @Field(() => Source) source!: Source;
}

export function indicationView(row: Indication, directory: DirectoryParts): IndicationType {
  return {
    id: row.number,
    kind: row.kind,
    category: row.category,
    decidedOn: row.decidedOn,
    decidedBy: directory.registers.body(DECIDING_BODY),
    validUntil: row.validUntil,
    reindicationDueOn: reindicationDueOn(row),
    reindicationRequestedOn: row.reindicationRequestedOn,
    reindicationDecisionDueOn: reindicationDecisionDueOn(row),
    adviceSupervisedEmployment: row.adviceSupervisedEmployment,
    adaptations: row.adaptations.map((code) => ({ code, text: directory.registers.adaptationText(code) })),
    waitingSince: row.waitingSince,
    source: municipalSource(row, directory),
  };
}

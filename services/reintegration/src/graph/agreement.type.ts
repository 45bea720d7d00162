/** An agreement as the graph shows it; what needs the request's viewer or loaders is in agreement.fields.ts. */
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DateTimeScalar } from '#shell/scalars.js';
import { BodyType, PageInfo } from '#shell/value-types.js';
import type { AgreementEventType, WorkerDecision } from '../domain/agreement.js';
import type { AgreementState } from '../domain/state-machine.js';
import type { PartyRole } from '../domain/party.js';
import type { InformChannel } from '../domain/offer.js';
import { AgreementEventKindEnum, AgreementStateEnum, InformChannelEnum, PartyRoleEnum, WorkerDecisionEnum } from './agreement.enums.js';

const NULLABLE = { nullable: true };

@ObjectType('Agreement', { description: 'An individual worker agreement between bodies.' })
@Directive('@key(fields: "id")')
@Directive(policy('agreements'))
export class AgreementType {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'Expected by the next command; steps that no person takes do not raise it.' }) version!: number;
  @Field(() => AgreementStateEnum) state!: AgreementState;
  @Field(() => ID, { description: 'A random id by which firms know the worker; not the person id.' }) profile!: string;
}

@ObjectType()
export class AgreementParty {
  @Field(() => PartyRoleEnum) role!: PartyRole;
  @Field(() => BodyType) actingBody!: BodyType;
  @Field(() => BodyType) onBehalfOf!: BodyType;
  @Field(() => String) basis!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which the acting body may act in this role, as the authority register has it today; null when no end is known.' }) until!: string | null;
  @Field(() => Int, NULLABLE) acceptedTermsVersion!: number | null;
  @Field(() => DateTimeScalar, NULLABLE) acceptedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'JWS, compact, ES256 by the acting body.' }) signature!: string | null;
}

/** A representative as this subgraph knows him: an id of benefits. */
@ObjectType('Representative')
@Directive('@key(fields: "id", resolvable: false)')
@Directive(policy('representation'))
export class RepresentativeStub {
  @Field(() => ID) id!: string;
}

@ObjectType()
export class WorkerStep {
  @Field(() => DateScalar, NULLABLE) informedOn!: string | null;
  @Field(() => InformChannelEnum, NULLABLE) channel!: InformChannel | null;
  @Field(() => WorkerDecisionEnum, NULLABLE) decision!: WorkerDecision | null;
  @Field(() => DateScalar, NULLABLE) decidedOn!: string | null;
  @Field(() => BodyType, NULLABLE) recordedBy!: BodyType | null;
  @Field(() => String, NULLABLE) evidence!: string | null;
  @Field(() => RepresentativeStub, NULLABLE) @Directive(policy('representation')) representative!: RepresentativeStub | null;
  @Field(() => [RepresentativeStub], { nullable: true, description: 'Other representatives who decided too.' }) @Directive(policy('representation')) @Directive(usually(1)) alsoDecided!: RepresentativeStub[] | null;
  @Field(() => String, { nullable: true, description: 'For the official who answers for the indication: what a no can and cannot lead to.' }) note!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day on which the work may begin, given when the worker was informed.' }) earliestStart!: string | null;
}

@ObjectType()
export class AgreementEvent {
  @Field(() => Int) revision!: number;
  @Field(() => AgreementEventKindEnum) kind!: AgreementEventType;
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => BodyType, { nullable: true, description: 'Null for a step that no person took.' }) body!: BodyType | null;
  @Field(() => Int, NULLABLE) termsVersion!: number | null;
  @Field(() => String, NULLABLE) reason!: string | null;
  @Field(() => ID, { nullable: true, description: 'The agreement that amends or replaces this one, in the two steps that tell of it.' }) amendedBy!: string | null;
}

@ObjectType()
@Directive(policy('agreements'))
export class AgreementEventConnection {
  @Field(() => [AgreementEvent]) nodes!: AgreementEvent[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

@ObjectType()
@Directive(policy('agreements'))
export class AgreementConnection {
  @Field(() => [AgreementType]) nodes!: AgreementType[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

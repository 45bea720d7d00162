/** Inputs of the commands. Each carries a command id; those on an existing agreement also its id and the version that the client saw. */
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '#shell/scalars.js';
import type { WorkerDecision } from '../domain/agreement.js';
import type { InformChannel, WorkerChoice } from '../domain/offer.js';
import { InformChannelEnum, WorkerChoiceEnum, WorkerDecisionEnum } from './agreement.enums.js';
import { TermsInput } from './terms.input.js';

const NULLABLE = { nullable: true };

@InputType()
export class RecordOfferInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) person!: string;
  @Field(() => [ID]) workplaces!: string[];
  @Field(() => DateScalar) recordedOn!: string;
  @Field(() => InformChannelEnum) channel!: InformChannel;
}

@InputType()
export class RecordWorkerChoiceInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) offer!: string;
  @Field(() => WorkerChoiceEnum) choice!: WorkerChoice;
  @Field(() => ID, NULLABLE) workplace?: string | null;
  @Field(() => DateScalar) chosenOn!: string;
  @Field(() => ID, NULLABLE) representative?: string | null;
}

@InputType()
export class ProposeAgreementInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) offer!: string;
  @Field(() => TermsInput) terms!: TermsInput;
  @Field(() => Int, { nullable: true, defaultValue: 21 }) validForDays!: number;
}

@InputType()
export class CounterAgreementInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => TermsInput) terms!: TermsInput;
}

@InputType()
export class AmendAgreementInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => TermsInput) terms!: TermsInput;
}

@InputType()
export class AcceptAgreementInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String) termsHash!: string;
}

@InputType()
export class AgreementReasonInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String) reason!: string;
}

@InputType()
export class InformWorkerInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => DateScalar) informedOn!: string;
  @Field(() => InformChannelEnum) channel!: InformChannel;
}

@InputType()
export class WorkerDecisionInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => WorkerDecisionEnum) decision!: WorkerDecision;
  @Field(() => DateScalar) decidedOn!: string;
  @Field(() => String, NULLABLE) evidence?: string | null;
  @Field(() => ID, NULLABLE) representative?: string | null;
  @Field(() => [ID], { nullable: true, description: 'Other representatives who decided too, where one about work and one about money must.' }) alsoDecided?: string[] | null;
}

@InputType()
export class EndAgreementInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => DateScalar) endsOn!: string;
  @Field(() => String) reason!: string;
}

/** How the term of a decision came about, day by day, and what follows from it. Awb arts 4:5, 4:13 to 4:17, 6:7; Algemene termijnenwet. */
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { isHuman, PENALTY_UNLESS, type PenaltyOutcome } from '#law/terms/penalty.js';
import { type ApplicationTerm, TERM_STATES } from '../domain/application-term.js';
import { TERM_REMINDER_KINDS, type TermReminder } from '../domain/term-reminders.js';

const enumOf = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;

export const TermStateEnum = enumOf(TERM_STATES);
registerEnumType(TermStateEnum, { name: 'TermState', description: 'DUE_SOON: within the days of warning that the joint service set. LATE also while a suspension stands.' });
export const MovedReasonEnum = enumOf(['SUSPENSION', 'SATURDAY', 'SUNDAY', 'HOLIDAY', 'TOO_FEW_WORKING_DAYS']);
registerEnumType(MovedReasonEnum, { name: 'MovedReason' });
export const TermReminderKindEnum = enumOf(TERM_REMINDER_KINDS);
registerEnumType(TermReminderKindEnum, { name: 'TermReminderKind', description: 'HUMAN: the law does not settle it; the text gives the readings.' });

@ObjectType({ description: 'One day by which the last day of a term moved.' })
export class MovedDay {
  @Field(() => DateScalar) day!: string;
  @Field(() => MovedReasonEnum) reason!: string;
  @Field(() => String) article!: string;
  @Field(() => String) text!: string;
}

@ObjectType('TermReminder', { description: 'What must not be forgotten about a term.' })
export class TermReminderType {
  @Field(() => TermReminderKindEnum) kind!: string;
  @Field(() => DateScalar, { nullable: true, description: 'The last day to do it; null: at once.' }) by!: string | null;
  @Field(() => String) article!: string;
  @Field(() => String) text!: string;
}

@ObjectType({ description: 'Dwangsom bij niet tijdig beslissen, Awb art. 4:17. Not due in the cases of lid 6, which a human judges.' })
export class DecisionPenalty {
  @Field(() => DateScalar, { description: 'The last day on which a decision still costs nothing.' }) decideBy!: string;
  @Field(() => DateScalar) firstDay!: string;
  @Field(() => DateScalar, { description: 'The 42nd day; it does not roll.' }) lastDay!: string;
  @Field(() => Int, { description: 'Days in default until the business date.' }) days!: number;
  @Field(() => DecimalScalar, { description: 'Euros, of those days.' }) amount!: string;
  @Field(() => DecimalScalar) maximum!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Awb art. 4:18; null while its days run.' }) fixBy!: string | null;
  @Field(() => Boolean, { description: 'Whether the amounts were checked against a text of the law.' }) verified!: boolean;
  @Field(() => [String]) @Directive(usually(3)) unless!: readonly string[];
}

@ObjectType('DecisionTerm', { description: 'Beslistermijn, on the business date.' })
@Directive(policy('applications'))
export class DecisionTermType {
  @Field(() => String, { description: 'What sets the term.' }) article!: string;
  @Field(() => TermStateEnum) state!: string;
  @Field(() => DateScalar, { description: 'The last day if nothing had moved it.' }) statutoryLastDay!: string;
  @Field(() => DateScalar, { description: 'With the suspended days, before it rolls.' }) rawLastDay!: string;
  @Field(() => DateScalar) lastDay!: string;
  @Field(() => [MovedDay]) @Directive(usually(15)) movedDays!: readonly MovedDay[];
  @Field(() => Int) grossDays!: number;
  @Field(() => Int) netDays!: number;
  @Field(() => Int) suspendedDays!: number;
  @Field(() => DateScalar, { nullable: true, description: 'Until when it may be left untreated, Awb art. 4:5 lid 4.' }) notTreatedBy!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'If the decision was made known on its own day, Awb art. 6:7.' }) objectionUntil!: string | null;
  @Field(() => DecisionPenalty, { nullable: true, description: 'After a notice of default; null too where only a human can say, who is reminded of it.' }) penalty!: DecisionPenalty | null;
  @Field(() => [TermReminderType]) @Directive(usually(3)) reminders!: readonly TermReminderType[];
}

export function decisionTermType(term: ApplicationTerm, reminders: readonly TermReminder[]): DecisionTermType {
  const { article, state, statutoryLastDay, rawLastDay, lastDay, moved, elapsed, notTreated, objection } = term;
  return {
    article, state, statutoryLastDay, rawLastDay, lastDay, movedDays: moved, ...elapsed,
    suspendedDays: elapsed.grossDays - elapsed.netDays,
    notTreatedBy: notTreated?.lastDay ?? null,
    objectionUntil: objection?.lastDay ?? null,
    penalty: penaltyType(term.penalty),
    reminders,
  };
}

function penaltyType(penalty: PenaltyOutcome | null): DecisionPenalty | null {
  return penalty === null || isHuman(penalty) ? null : { ...penalty, unless: PENALTY_UNLESS };
}

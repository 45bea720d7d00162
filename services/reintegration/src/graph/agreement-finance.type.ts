/** What an agreement means for the money of each body, as the graph shows it to who pays or is paid. The category itself is not in it. */
import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateScalar, DecimalScalar } from '#shell/scalars.js';
import { BodyType } from '#shell/value-types.js';
import type { AgreementFinance } from '../domain/agreement-finance.js';
import { COST_LINE_KINDS, type CostLine, type CostLineKind } from '../domain/cost-lines.js';
import type { DirectoryRegisters } from './directory.context.js';

const NULLABLE = { nullable: true };
const CostLineKindEnum = Object.fromEntries(COST_LINE_KINDS.map((kind) => [kind, kind])) as Record<CostLineKind, CostLineKind>;
registerEnumType(CostLineKindEnum, { name: 'CostLineKind' });
const CostDirectionEnum = { PAYS: 'PAYS', RECEIVES: 'RECEIVES' } as const;
registerEnumType(CostDirectionEnum, { name: 'CostDirection' });

@ObjectType('CostLine')
export class CostLineType {
  @Field(() => CostLineKindEnum) kind!: CostLineKind;
  @Field(() => String, { description: 'Id of the body that pays or receives; of a municipality outside the federation the register has no more than this.' }) bodyId!: string;
  @Field(() => BodyType, NULLABLE) body!: BodyType | null;
  @Field(() => CostDirectionEnum) direction!: CostLine['direction'];
  @Field(() => BodyType, { nullable: true, description: 'The other side, where it is a body of the federation.' }) counterparty!: BodyType | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'EUR; null where only a rule is known.' }) amountPerYear!: string | null;
  @Field(() => DecimalScalar, NULLABLE) amountPerMonth!: string | null;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, NULLABLE) until!: string | null;
  @Field(() => String) rule!: string;
  @Field(() => String, NULLABLE) article!: string | null;
}

@ObjectType()
export class AgreementYear {
  @Field(() => Int) year!: number;
  @Field(() => Int, { description: 'Month ends of the year on which the agreement runs.' }) monthEnds!: number;
  @Field(() => DecimalScalar) labourYears!: string;
}

@ObjectType({ description: 'What the law leaves open: a human chooses.' })
export class UndecidedPoint {
  @Field(() => String) text!: string;
  @Field(() => [String]) readings!: readonly string[];
}

@ObjectType('AgreementFinance')
@Directive(policy('finance'))
export class AgreementFinanceType {
  @Field(() => DecimalScalar, { description: 'Labour years of the hours of these terms in a full calendar year (Wsw art. 1 lid 1), to hundredths.' }) labourYears!: string;
  @Field(() => DecimalScalar, { description: 'Of the whole employment, which the fee after a move is about.' }) employmentLabourYears!: string;
  @Field(() => [AgreementYear], { description: 'By calendar year, at most three.' }) @Directive(usually(3)) years!: readonly AgreementYear[];
  @Field(() => BodyType, { nullable: true, description: 'The college whose minimum they count for on the first day.' }) countsFor!: BodyType | null;
  @Field(() => DateScalar, { nullable: true, description: '1 January of the second calendar year after the move (Wsw art. 10).' }) residencyFeeFrom!: string | null;
  @Field(() => DecimalScalar, NULLABLE) residencyFeePerYear!: string | null;
  @Field(() => [DecimalScalar], { description: 'Of the fee, month by month; they sum to it.' }) @Directive(usually(12)) advances!: readonly string[];
  @Field(() => [CostLineType]) @Directive(usually(6)) lines!: readonly CostLineType[];
  @Field(() => String) ruleSet!: string;
  @Field(() => String) ruleSetText!: string;
  @Field(() => [UndecidedPoint]) @Directive(usually(1)) undecided!: readonly UndecidedPoint[];
}

@ObjectType({ description: 'The terms on the table, counted with what the registers say today. Nothing changes by it: a party proposes other terms, or the next advance is corrected.' })
@Directive(policy('finance'))
export class FinanceRecalculation {
  @Field(() => [String]) differences!: readonly string[];
  @Field(() => [DecimalScalar], { description: 'Of the fee after a move: the months of this year that are left, corrected for what was paid by the kept count.' }) @Directive(usually(9)) advancesLeft!: readonly string[];
  @Field(() => AgreementFinanceType, NULLABLE) finance!: AgreementFinanceType | null;
}

export function financeView(finance: AgreementFinance, { body }: DirectoryRegisters): AgreementFinanceType {
  const lineView = ({ body: id, counterparty, ...line }: CostLine): CostLineType => ({ ...line, bodyId: id, body: body(id), counterparty: counterparty === null ? null : body(counterparty) });
  return { ...finance, countsFor: body(finance.countsFor), lines: finance.lines.map(lineView) };
}

/** Who looked at a person: the body, in what role and for what purpose; of employees never a name. */
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Role } from '#kernel/viewer.js';
import { policy, usually } from '#shell/field-policy-directives.js';
import { DateTimeScalar } from '#shell/scalars.js';
import { BodyType, PageInfo, SourceStatus } from '#shell/value-types.js';
import { RoleEnum } from './viewer.type.js';

export const AccessResult = { SHOWN: 'SHOWN', REFUSED: 'REFUSED' } as const;
export type AccessResult = keyof typeof AccessResult;
registerEnumType(AccessResult, { name: 'AccessResult', description: 'REFUSED: somebody asked for this person and was shown nothing.' });

@ObjectType()
@Directive(policy('access-log'))
export class AccessEntry {
  @Field(() => DateTimeScalar) at!: string;
  @Field(() => BodyType, { nullable: true, description: 'Whose data about the person.' }) source!: BodyType | null;
  @Field(() => BodyType, { nullable: true, description: 'For which body somebody looked.' }) body!: BodyType | null;
  @Field(() => [RoleEnum], { description: 'Empty: a system by itself, in carrying out an agreement.' }) @Directive(usually(1)) roles!: readonly Role[];
  @Field(() => ID, { nullable: true, description: 'Code of the purpose. Null: none was named, and nothing was shown.' }) purpose!: string | null;
  @Field(() => String, { nullable: true }) purposeText!: string | null;
  @Field(() => String, { description: 'Kind of operation, and its name or a hash of it.' }) action!: string;
  @Field(() => AccessResult) result!: AccessResult;
  @Field(() => ID, { nullable: true, description: 'Who looked; only for a privacy officer.' }) actor!: string | null;
}

@ObjectType()
@Directive(policy('access-log'))
export class AccessConnection {
  @Field(() => [AccessEntry]) nodes!: AccessEntry[];
  @Field(() => PageInfo) pageInfo!: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  @Field(() => Int, { description: 'Entries of the bodies that answered.' }) totalCount!: number;
  @Field(() => [SourceStatus], { description: 'Which bodies were asked; the entries of one that did not answer are missing.' }) @Directive(usually(5)) sources!: SourceStatus[];
}

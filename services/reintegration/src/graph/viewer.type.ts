/** Who asks, as he may know himself: his body, roles, the purposes he may name and the bodies he acts for. */
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { type Role, ROLES } from '#kernel/viewer.js';
import { usually } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { BodyType } from '#shell/value-types.js';
import type { PartyRole } from '../domain/party.js';
import { PartyRoleEnum } from './agreement.enums.js';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role])) as { [R in Role]: R };
registerEnumType(RoleEnum, { name: 'Role' });

@ObjectType('Purpose')
export class PurposeType {
  @Field(() => ID, { description: 'Goes into the header x-doelbinding.' }) code!: string;
  @Field(() => String) text!: string;
  @Field(() => String) legalGround!: string;
  @Field(() => [String], { description: 'The groups of fields that the viewer\'s roles get for it, as the directives of the schema name them.' }) fields!: readonly string[];
}

@ObjectType('Mandate', { description: 'In what role, for whom and on what basis the viewer acts on the business date, and until when.' })
export class MandateType {
  @Field(() => PartyRoleEnum) role!: PartyRole;
  @Field(() => BodyType) onBehalfOf!: BodyType;
  @Field(() => String) basis!: string;
  @Field(() => DateScalar) from!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null when no end is known.' }) until!: string | null;
}

@ObjectType('Viewer')
export class ViewerType {
  @Field(() => ID) subject!: string;
  @Field(() => BodyType, { nullable: true }) body!: BodyType | null;
  @Field(() => [RoleEnum]) roles!: readonly Role[];
  @Field(() => [PurposeType]) @Directive(usually(5)) purposes!: readonly PurposeType[];
  @Field(() => [BodyType]) @Directive(usually(3)) onBehalfOf!: readonly BodyType[];
  @Field(() => [MandateType], { description: 'Of his body, in the roles for which his office speaks.' }) @Directive(usually(3)) mandates!: readonly MandateType[];
}

/** Something that must be done before a day, and by which article. */
import { Directive, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { policy } from '#shell/field-policy-directives.js';
import { DateScalar } from '#shell/scalars.js';
import { PageInfo } from '#shell/value-types.js';
import { TASK_KINDS, type TaskKind } from '../domain/directory-ports.js';
import { Person } from './person.type.js';

const TaskKindEnum = Object.fromEntries(TASK_KINDS.map((kind) => [kind, kind])) as Record<TaskKind, TaskKind>;
registerEnumType(TaskKindEnum, { name: 'TaskKind' });

@ObjectType()
@Directive(policy('tasks'))
export class Task {
  @Field(() => ID) id!: string;
  @Field(() => TaskKindEnum) kind!: TaskKind;
  @Field(() => Person, { nullable: true }) @Directive(policy('persons')) person!: Person | null;
  @Field(() => DateScalar) dueOn!: string;
  @Field(() => Int, { description: 'Calendar days from the business date; negative when late.' }) daysLeft!: number;
  @Field(() => String, { nullable: true }) article!: string | null;
  @Field(() => String) text!: string;
  /** Of the field `agreement`, which the negotiation half of this service answers. */
  agreementId!: string | null;
}

@ObjectType()
@Directive(policy('tasks'))
export class TaskConnection {
  @Field(() => [Task]) nodes!: Task[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
  @Field(() => Int) totalCount!: number;
}

@InputType()
export class TaskFilter {
  @Field(() => ID, { nullable: true, description: 'CBS code.' }) municipality?: string | null;
  @Field(() => [TaskKindEnum], { nullable: true }) kinds?: TaskKind[] | null;
  @Field(() => DateScalar, { nullable: true }) dueBefore?: string | null;
}

/** What waits for this viewer, earliest due first, out of every source of tasks. */
import { Arg, Args, Ctx, Directive, Query, Resolver } from 'type-graphql';
import { badInput } from '#kernel/faults.js';
import { pageSize, policy } from '#shell/field-policy-directives.js';
import { pageOf, pageRequest } from '#shell/pagination.js';
import { isCalendarDate } from '#shell/scalars.js';
import { PageArgs } from '#shell/value-types.js';
import type { TaskFacts, TaskPosition, TaskQuestion } from '../domain/directory-ports.js';
import { daysBetween } from '#law/terms/calendar.js';
import { mergeTasks } from '../domain/tasks.js';
import { type DirectoryContext, scopeForPersons } from './directory.context.js';
import { Task, TaskConnection, TaskFilter } from './task.type.js';

const CURSOR_PARTS = 2;

@Resolver()
export class TaskQueries {
  @Query(() => TaskConnection)
  @Directive(policy('tasks'))
  @Directive(pageSize(25))
  async tasks(
    @Arg('filter', () => TaskFilter, { nullable: true }) filter: TaskFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: DirectoryContext,
  ): Promise<TaskConnection> {
    const request = pageRequest(page, CURSOR_PARTS);
    const question: TaskQuestion = { scope: scopeForPersons(context), municipality: filter?.municipality ?? null, dueBefore: filter?.dueBefore ?? null, kinds: filter?.kinds ?? null };
    const sources = context.directory.tasks.filter((source) => !question.kinds || source.kinds.some((kind) => question.kinds?.includes(kind)));
    const after = positionOf(request.after);
    const limit = request.first + 1;
    const rows = mergeTasks(await Promise.all(sources.map((source) => source.page(question, after, limit))), limit);
    const counts = await Promise.all(sources.map((source) => source.count(question)));
    const total = counts.reduce((sum, count) => sum + count, 0);
    context.session.processed(rows.slice(0, request.first).flatMap(({ person }) => person ?? []));
    return pageOf(rows, request, total, (row) => [row.dueOn, row.id], (row) => view(row, context.businessDate));
  }
}

function positionOf(cursor: readonly string[] | null): TaskPosition | null {
  if (cursor === null) return null;
  const [dueOn = '', id = ''] = cursor;
  if (!isCalendarDate(dueOn)) throw badInput('Deze after is geen cursor van deze lijst.');
  return { dueOn, id };
}

function view(row: TaskFacts, on: string): Task {
  const { id, kind, person, dueOn, article, text, agreement } = row;
  return { id, kind, dueOn, article, text, agreementId: agreement, person: person === null ? null : { id: person }, daysLeft: daysBetween(on, dueOn) };
}

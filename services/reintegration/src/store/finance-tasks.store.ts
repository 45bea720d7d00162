/** Tasks about money: moves of workers and the joint shift for the colleges, a changed category for who pays or employs. Domain brief 8.4 rows 5, 7, 8 and 23. */
import type { PersonScope } from '../domain/directory-policy.js';
import type { TaskFacts, TaskPosition, TaskQuestion, TaskSource } from '../domain/directory-ports.js';
import type { FinanceReads } from '../domain/finance-ports.js';
import { categoryTask, moveTask, shiftTasks, type CategoryChange, type NameOf } from '../domain/finance-tasks.js';
import type { AgreementScope } from '../domain/policy.js';
import { TERMINAL_STATES } from '../domain/state-machine.js';
import { taskSlice } from '../domain/tasks.js';
import type { Reader } from './reader.js';
import { taskCount, taskRows } from './task-pages.js';

/** Few enough to be computed by the rules of the law themselves: the moves of workers, and a task per municipality. */
export class MunicipalFinanceTasks implements TaskSource {
  readonly kinds = ['RESIDENCE_MOVE', 'DOUBLE_MOVE', 'LABOUR_YEAR_SHIFT'] as const;

  constructor(
    private readonly reads: FinanceReads,
    private readonly nameOf: NameOf,
  ) {}

  async page(question: TaskQuestion, after: TaskPosition | null, limit: number): Promise<readonly TaskFacts[]> {
    return taskSlice(await this.all(question), after, limit);
  }

  async count(question: TaskQuestion): Promise<number> {
    return (await this.all(question)).length;
  }

  private async all({ scope, municipality, dueBefore, kinds }: TaskQuestion): Promise<TaskFacts[]> {
    if (scope.municipalities.length === 0) return [];
    const tasks = [...(await this.moves(scope, municipality)), ...(await this.shifts(scope, municipality))];
    return tasks.filter((one) => (kinds === null || kinds.includes(one.kind)) && (dueBefore === null || one.dueOn < dueBefore));
  }

  private async moves(scope: PersonScope, municipality: string | null): Promise<TaskFacts[]> {
    const found = await this.reads.movesOfWorkers(scope);
    const about = [...found].filter(([, moves]) => municipality === null || moves.some(({ from, to }) => from === municipality || to === municipality));
    return about.flatMap(([person, moves]) => moveTask(person, moves, scope.on, this.nameOf) ?? []);
  }

  private async shifts({ municipalities, on }: PersonScope, municipality: string | null): Promise<TaskFacts[]> {
    const asked = municipalities.filter((one) => municipality === null || one === municipality);
    const published = await this.reads.published(asked);
    return shiftTasks(asked.filter((one) => published.some((figures) => figures.municipality === one && figures.year === Number(on.slice(0, 4)))), on, this.nameOf);
  }
}

/**
 * $1 body, $2 business date, $3 municipality or null, $4 due before or null, $5 states that are over. The last decision counts that was taken by the business
 * date; an agreement that is being amended waits for that. A company is not told the person id.
 */
const CHANGES = `
  select * from (
    select 'category:' || a.id || ':' || i.number as id, a.id as agreement, i.number as indication, case when mine.residence then a.person end as person,
      to_char(i.decided_on, 'YYYY-MM-DD') as "decidedOn", t.facts->'residence'->>'municipality' as municipality,
      to_char(date_trunc('month', i.decided_on) + interval '1 month - 1 day', 'YYYY-MM-DD') as due_on
    from agreement a join terms_version t on t.agreement = a.id and t.number = a.terms_version
    cross join lateral (
      select l.number, l.category, l.decided_on from indication l
      where l.person = a.person and l.kind = 'WSW' and l.decided_on <= $2::date order by l.decided_on desc, l.number desc limit 1) i
    cross join lateral (
      select bool_or(p.role = 'RESIDENCE_AUTHORITY') as residence, bool_or(p.role in ('RESIDENCE_AUTHORITY', 'FORMAL_EMPLOYER', 'PLACING_COMPANY')) as pays
      from agreement_party p where p.agreement = a.id and p.terms_version = a.terms_version and p.acting_body = $1) mine
    where mine.pays and a.state <> all($5) and a.state <> 'ENDING' and i.category <> t.facts->'finance'->>'category'
      and not exists (select 1 from agreement n where n.amends = a.id and n.state <> all($5))
  ) task
  where ($3::text is null or municipality = $3) and ($4::text is null or due_on < $4)`;

export class CategoryTasks implements TaskSource {
  readonly kinds = ['CATEGORY_CHANGE'] as const;

  constructor(
    private readonly reader: Reader,
    private readonly scope: AgreementScope,
  ) {}

  async page(question: TaskQuestion, after: TaskPosition | null, limit: number): Promise<readonly TaskFacts[]> {
    if (this.scope.actingBody === null) return [];
    return (await taskRows<CategoryChange>(this.reader, CHANGES, this.parameters(question), after, limit)).map(categoryTask);
  }

  async count(question: TaskQuestion): Promise<number> {
    return this.scope.actingBody === null ? 0 : taskCount(this.reader, CHANGES, this.parameters(question));
  }

  private parameters({ scope, municipality, dueBefore }: TaskQuestion): unknown[] {
    return [this.scope.actingBody, scope.on, municipality, dueBefore, TERMINAL_STATES];
  }
}

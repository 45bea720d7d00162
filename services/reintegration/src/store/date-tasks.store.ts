/**
 * Tasks of dates that have come: a reminder to answer, the last day to inform the worker, the notice before an end, the review.
 * Each is shown to the bodies whose turn it is, as long as the agreement waits for that date. Domain brief 8.4 rows 10 and 17.
 */
import type { TaskFacts, TaskPosition, TaskQuestion, TaskSource } from '../domain/directory-ports.js';
import { NOTICE_BEFORE_END_MONTHS } from '../domain/due-dates.js';
import type { AgreementScope } from '../domain/policy.js';
import { REMINDER_KINDS } from '../domain/reminder.js';
import { dateTask, TASK_OF_REMINDER, type ReachedDate } from '../domain/tasks.js';
import type { Reader } from './reader.js';
import { taskCount, taskRows } from './task-pages.js';

type DateRow = Omit<ReachedDate, 'dueOn'> & { readonly due_on: string };

/** Of two reminders of one proposal the later replaces the earlier. */
const FOR_WHOM = `
  case d.kind
    when 'REMIND_HALF' then mine.awaited and not exists (select 1 from due_date m where m.agreement = a.id and m.kind = 'REMIND_MOST' and m.due_on <= $2::date)
    when 'REMIND_MOST' then mine.awaited
    when 'NOTICE_TASK' then mine.residence or mine.placing
    else mine.residence end`;

/** $1 body, $2 business date, $3 municipality or null, $4 due before or null, $5 kinds of dates. A company is not told the person id. */
const TASKS = `
  select * from (
    select lower(d.kind) || ':' || a.id || ':' || to_char(d.due_on, 'YYYY-MM-DD') as id, d.kind as of, a.id as agreement,
      case when mine.residence then a.person end as person, t.facts->'residence'->>'municipality' as municipality,
      to_char(case when d.kind like 'REMIND%' then a.expires_on
        when d.kind = 'NOTICE_TASK' then (a.until_date - interval '${NOTICE_BEFORE_END_MONTHS} month')::date else d.due_on end, 'YYYY-MM-DD') as due_on
    from due_date d join agreement a on a.id = d.agreement
    join terms_version t on t.agreement = a.id and t.number = a.terms_version
    cross join lateral (
      select bool_or(p.role = 'RESIDENCE_AUTHORITY') as residence, bool_or(p.role = 'PLACING_COMPANY') as placing,
        bool_or(not exists (select 1 from acceptance w where w.agreement = a.id and w.role = p.role and w.voided_by is null)) as awaited
      from agreement_party p where p.agreement = a.id and p.terms_version = a.terms_version and p.acting_body = $1) mine
    where d.due_on <= $2::date and d.kind = any($5) and ${FOR_WHOM}
      and not exists (select 1 from due_date m where m.agreement = a.id and m.kind in ('EXPIRE', 'START_MISSED', 'END') and m.done_on is null and m.due_on <= $2::date)
  ) task
  where ($3::text is null or municipality = $3) and ($4::text is null or due_on < $4)`;

export class DateTasks implements TaskSource {
  readonly kinds = [...new Set(Object.values(TASK_OF_REMINDER))];

  constructor(
    private readonly reader: Reader,
    private readonly scope: AgreementScope,
  ) {}

  async page(question: TaskQuestion, after: TaskPosition | null, limit: number): Promise<readonly TaskFacts[]> {
    if (this.scope.actingBody === null) return [];
    const rows = await taskRows<DateRow>(this.reader, TASKS, this.parameters(question), after, limit);
    return rows.map(({ due_on: dueOn, ...row }) => dateTask({ ...row, dueOn }, question.scope.on));
  }

  async count(question: TaskQuestion): Promise<number> {
    if (this.scope.actingBody === null) return 0;
    return taskCount(this.reader, TASKS, this.parameters(question));
  }

  private parameters({ scope, municipality, dueBefore, kinds }: TaskQuestion): unknown[] {
    const wanted = REMINDER_KINDS.filter((kind) => kinds === null || kinds.includes(TASK_OF_REMINDER[kind]));
    return [this.scope.actingBody, scope.on, municipality, dueBefore, wanted];
  }
}

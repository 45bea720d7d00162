/** Tasks that agreements make for the viewer's body: answer the terms on the table, inform the worker in time, record what he says. */
import type { TaskFacts, TaskPosition, TaskQuestion, TaskSource } from '../domain/directory-ports.js';
import { dutchDate } from '../domain/dutch.js';
import type { AgreementScope } from '../domain/policy.js';
import { parameterOn } from '../domain/parameters.js';
import type { Reader } from './reader.js';
import { taskCount, taskRows } from './task-pages.js';

interface TaskRow {
  readonly id: string;
  readonly agreement: string;
  readonly person: string | null;
  readonly due_on: string;
  readonly state: keyof typeof TEXTS;
}

/** $1 body, $2 business date, $3 municipality or null, $4 due before or null, $5 days of lead time. A company is not told the person id. */
const TASKS = `
  select * from (
    select 'agreement:' || a.id as id, a.id as agreement, a.state as state,
      case when exists (select 1 from agreement_party rp where rp.agreement = a.id and rp.terms_version = a.terms_version
        and rp.role = 'RESIDENCE_AUTHORITY' and rp.acting_body = $1) then a.person end as person,
      to_char(case a.state when 'PROPOSED' then a.expires_on when 'AGREED' then a.from_date - $5::int else a.from_date end, 'YYYY-MM-DD') as due_on,
      t.facts->'residence'->>'municipality' as municipality
    from agreement a join terms_version t on t.agreement = a.id and t.number = a.terms_version
    where (a.state = 'PROPOSED' and a.expires_on >= $2::date and exists (
        select 1 from agreement_party wp where wp.agreement = a.id and wp.terms_version = a.terms_version and wp.acting_body = $1
        and not exists (select 1 from acceptance wa where wa.agreement = a.id and wa.role = wp.role and wa.voided_by is null)))
      or (a.state in ('AGREED', 'WORKER_INFORMED') and exists (
        select 1 from agreement_party wp where wp.agreement = a.id and wp.terms_version = a.terms_version and wp.acting_body = $1 and wp.role = 'RESIDENCE_AUTHORITY'))
  ) task
  where ($3::text is null or municipality = $3) and ($4::text is null or due_on < $4)`;

/** No law sets these days, so no article is named: the first is the proposal's own, the second follows from the lead time, the third is the start. */
const TEXTS = {
  PROPOSED: () => 'Beantwoord de voorwaarden van deze afspraak voordat het voorstel vervalt.',
  AGREED: (day: string) => `Vertel de werknemer de definitieve voorwaarden, uiterlijk ${day}; na die dag is er te weinig tijd tot de begindatum.`,
  WORKER_INFORMED: (day: string) => `Leg vast wat de werknemer van de voorwaarden vindt, uiterlijk ${day}; daarna vervalt de afspraak.`,
} as const;

export class WaitingAgreementTasks implements TaskSource {
  readonly kinds = ['AGREEMENT_WAITING'] as const;

  constructor(
    private readonly reader: Reader,
    private readonly scope: AgreementScope,
  ) {}

  async page(question: TaskQuestion, after: TaskPosition | null, limit: number): Promise<readonly TaskFacts[]> {
    if (this.scope.actingBody === null) return [];
    const rows = await taskRows<TaskRow>(this.reader, TASKS, this.parameters(question), after, limit);
    return rows.map(toTask);
  }

  async count(question: TaskQuestion): Promise<number> {
    if (this.scope.actingBody === null) return 0;
    return taskCount(this.reader, TASKS, this.parameters(question));
  }

  private parameters({ scope, municipality, dueBefore }: TaskQuestion): unknown[] {
    return [this.scope.actingBody, scope.on, municipality, dueBefore, Number(parameterOn('LEAD_TIME_DAYS', scope.on))];
  }
}

function toTask({ id, agreement, person, due_on: dueOn, state }: TaskRow): TaskFacts {
  return { id, kind: 'AGREEMENT_WAITING', agreement, person, dueOn, article: null, text: TEXTS[state](dutchDate(dueOn)) };
}

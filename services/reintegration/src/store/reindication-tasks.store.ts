/** Indications whose re-indication must be asked soon, for the college of residence; the dates are those of domain/indication.ts. */
import type { TaskFacts, TaskPosition, TaskQuestion, TaskSource } from '../domain/directory-ports.js';
import { lastValidityWithTask, REINDICATION_WEEKS } from '../domain/indication.js';
import { reindicationTask, type DueIndication } from '../domain/tasks.js';
import type { Reader } from './reader.js';

/** Only the latest decision counts, and an expired one only while the person still works under it (Besluit uitvoering sw art. 15 onder b). */
const DUE = `
  from indication i
  where i.kind = 'WSW' and i.municipality = any($1) and i.valid_until <= $2 and ($3::text is null or i.municipality = $3)
    and ($4::date is null or i.valid_until - ${REINDICATION_WEEKS * 7} < $4)
    and (i.reindication_requested_on is null or i.reindication_requested_on <= i.decided_on)
    and not schakel_superseded(i.person, i.decided_on, i.number)
    and (i.valid_until >= $5 or exists (
      select 1 from employment_pointer p where p.person = i.person and p.from_date <= $5 and (p.until_date is null or p.until_date >= $5)))`;

export class ReindicationTasks implements TaskSource {
  readonly kinds = ['REINDICATION'] as const;

  constructor(private readonly reader: Reader) {}

  async page(question: TaskQuestion, after: TaskPosition | null, limit: number): Promise<readonly TaskFacts[]> {
    if (question.scope.municipalities.length === 0) return [];
    const rows = await this.reader.together((manager) =>
      manager.query<DueIndication[]>(
        `select number, person, to_char(valid_until, 'YYYY-MM-DD') as "validUntil" ${DUE}
           and ($6::date is null or (i.valid_until - ${REINDICATION_WEEKS * 7}, ('reindication:' || i.number) collate "C") > ($6::date, $7::text))
         order by i.valid_until, i.number collate "C" limit $8`,
        [...parametersOf(question), after?.dueOn ?? null, after?.id ?? null, limit],
      ),
    );
    return rows.map(reindicationTask);
  }

  async count(question: TaskQuestion): Promise<number> {
    if (question.scope.municipalities.length === 0) return 0;
    const [row] = await this.reader.together((manager) => manager.query<{ count: number }[]>(`select count(*)::int as count ${DUE}`, parametersOf(question)));
    return row?.count ?? 0;
  }
}

function parametersOf({ scope, municipality, dueBefore }: TaskQuestion): unknown[] {
  return [scope.municipalities, lastValidityWithTask(scope.on), municipality, dueBefore, scope.on];
}

/** Reads applications, benefits and debt trajectories, within the scope that it was made with. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { DecidedApplication } from '../domain/application-statistics.js';
import { rollBoundary } from '#law/terms/calendar.js';
import { type EquatedDays, NO_EQUATED_DAYS } from '#law/terms/holidays.js';
import { type ApplicationDates, termFactsOf } from '../domain/application-term.js';
import type { ApplicationFacts, BenefitFacts, DebtTrajectoryFacts, SuspensionFacts } from '../domain/facts.js';
import { groupBy } from '../domain/group-by.js';
import type { ApplicationListFilter, FileReader, Found, Reading, Slice } from '../domain/ports.js';
import { rowsWhere } from '#shell/row-reading.js';
import { underDoor } from '#shell/row-security/under-door.js';
import { ApplicationRow, SuspensionRow } from './application.row.js';
import { BenefitRow, DebtTrajectoryRow } from './benefit.row.js';
import { type Condition, oneOf, visible, visibleApplication } from './scope.js';
import { about, type Session } from './session.js';

/** The last day of the term before it rolls, on the business date: `currentDueOn` of law/terms/decision-term, in SQL to sort by. */
const DUE_KEY = `application.base_due_on + case
  when application.suspended_since <= coalesce(application.decided_on, cast(:dueOn as date))
  then coalesce(application.decided_on, cast(:dueOn as date)) - application.suspended_since + 1 else 0 end`;

/** Whether the last day lies before the day of that name. */
function isBefore(name: string): string {
  return `(${DUE_KEY} < case when application.due_rolls then cast(:${name}Rolling as date) else cast(:${name}Day as date) end)`;
}

export class FileStore implements FileReader {
  constructor(
    private readonly session: Session,
    private readonly reading: Reading,
    private readonly equated: EquatedDays = NO_EQUATED_DAYS,
  ) {}

  applicationsOf(persons: readonly string[]): Promise<readonly ApplicationFacts[]> {
    return this.applicationsWhere(oneOf('application.person_id', persons));
  }

  applications(numbers: readonly string[]): Promise<readonly ApplicationFacts[]> {
    return this.applicationsWhere(oneOf('application.application_number', numbers));
  }

  suspensions(applications: readonly string[]): Promise<readonly SuspensionFacts[]> {
    const scope = visibleApplication(this.reading);
    const visible = `exists (select 1 from application where application.application_number = suspension.application_number and ${scope.sql})`;
    const rest = `suspension.application_number = any(:applications) and ${visible} order by suspension.from_on`;
    return this.session.together((manager) => rowsWhere(manager, SuspensionRow, 'suspension', rest, { applications, ...scope.parameters }));
  }

  benefitsOf(persons: readonly string[]): Promise<readonly BenefitFacts[]> {
    const scope = visible(this.reading, 'benefit.person_id');
    const rest = `benefit.person_id = any(:persons) and ${scope.sql} order by benefit.from_on, benefit.benefit_number`;
    const rows = this.session.together((manager) => rowsWhere(manager, BenefitRow, 'benefit', rest, { persons, ...scope.parameters }));
    return about(this.session, rows, ({ person }) => person);
  }

  debtTrajectoriesOf(persons: readonly string[]): Promise<readonly DebtTrajectoryFacts[]> {
    const scope = visible(this.reading, 'debt.person_id');
    const rows = this.session.together((manager) =>
      manager
        .createQueryBuilder(DebtTrajectoryRow, 'debt')
        .where('debt.person_id = any(:persons)', { persons })
        .andWhere(scope.sql, scope.parameters)
        .orderBy('debt.appliedOn')
        .addOrderBy('debt.number')
        .getMany(),
    );
    return about(this.session, rows, ({ person }) => person);
  }

  async applicationList(filter: ApplicationListFilter, slice: Slice): Promise<Found<ApplicationFacts & { readonly dueKey: string }>> {
    // A first page counts itself, so that who may be seen is decided once; a later one shows a part of what is counted, and an empty one nothing to count from.
    const found = await this.session.together((manager) => this.listPage(this.listQuery(manager, filter), slice).getRawAndEntities<{ due_key: string; total_count?: number }>());
    const totalCount = found.raw[0]?.total_count ?? (await this.session.together((manager) => this.listQuery(manager, filter).getCount()));
    const rows = found.entities.map((row, index) => ({ ...row, dueKey: found.raw[index]?.due_key ?? row.baseDueOn }));
    this.session.processed(rows.slice(0, slice.first).map(({ person }) => person));
    return { rows, totalCount };
  }

  /** Two reads, joined here: one row per application and one per suspension, none of them with a person. */
  async decidedApplications(): Promise<readonly DecidedApplication[]> {
    if (!this.reading.figures) return [];
    const rows = await this.session.read((manager) => underDoor(manager, 'figures', () => manager.query<DecidedRow[]>(DECIDED)));
    const periods = await this.session.read((manager) => underDoor(manager, 'figures', () => manager.query<PeriodRow[]>(DECIDED_SUSPENSIONS)));
    const byApplication = groupBy(periods, (period) => period.application);
    return rows.map((row) => decidedOf(row, byApplication.get(row.number) ?? []));
  }

  private applicationsWhere(asked: Condition): Promise<readonly ApplicationFacts[]> {
    const scope = visibleApplication(this.reading);
    const rest = `${asked.sql} and ${scope.sql} order by application.received_on, application.application_number`;
    const rows = this.session.together((manager) => rowsWhere(manager, ApplicationRow, 'application', rest, { ...asked.parameters, ...scope.parameters }));
    return about(this.session, rows, ({ person }) => person);
  }

  private applicationQuery(manager: EntityManager): SelectQueryBuilder<ApplicationRow> {
    const scope = visibleApplication(this.reading);
    return manager
      .createQueryBuilder(ApplicationRow, 'application')
      .where(scope.sql, scope.parameters)
      .orderBy('application.receivedOn')
      .addOrderBy('application.number');
  }

  private listQuery(manager: EntityManager, filter: ApplicationListFilter): SelectQueryBuilder<ApplicationRow> {
    const query = this.applicationQuery(manager).orderBy();
    if (filter.municipality) query.andWhere('application.municipality = :municipality', { municipality: filter.municipality });
    if (filter.open === true) query.andWhere('application.decided_on is null');
    if (filter.open === false) query.andWhere('application.decided_on is not null');
    if (filter.dueFrom) query.andWhere(`not ${isBefore('from')}`, this.boundary('from', filter.dueFrom));
    if (filter.dueBefore) query.andWhere(isBefore('before'), this.boundary('before', filter.dueBefore));
    return query;
  }

  /** The due date rolls, the key does not: compare with the earliest day that rolls to the asked day. */
  private boundary(name: string, day: string): Record<string, string> {
    return { [`${name}Day`]: day, [`${name}Rolling`]: rollBoundary(day, this.equated), dueOn: this.reading.on };
  }

  private listPage(query: SelectQueryBuilder<ApplicationRow>, slice: Slice): SelectQueryBuilder<ApplicationRow> {
    const [day, number] = slice.after ?? [];
    if (slice.after) query.andWhere(`(${DUE_KEY}, application.application_number) > (cast(:afterDay as date), :afterNumber)`, { afterDay: day, afterNumber: number });
    else query.addSelect('(count(*) over ())::integer', 'total_count');
    return query
      .addSelect(`to_char(${DUE_KEY}, 'YYYY-MM-DD')`, 'due_key')
      .setParameter('dueOn', this.reading.on)
      .orderBy('due_key')
      .addOrderBy('application.number')
      .limit(slice.first + 1);
  }
}

type DecidedRow = ApplicationDates & Pick<DecidedApplication, 'municipality' | 'kind' | 'decision' | 'decidedOn'> & { readonly number: string };

interface PeriodRow {
  readonly application: string;
  readonly from: string;
  readonly until: string | null;
}

/** Field by field: there are thousands for each question, and with spread objects it takes twenty times as long. */
function decidedOf(row: DecidedRow, periods: readonly PeriodRow[]): DecidedApplication {
  const { receivedOn, suspensions, statutory = null, newTerm = null } = termFactsOf(row, periods);
  const { municipality, kind, decision, decidedOn } = row;
  return { receivedOn, suspensions, statutory, newTerm, municipality, kind, decision, decidedOn };
}

const DECIDED = `
  select application_number as number, municipality, kind, decision, to_char(received_on, 'YYYY-MM-DD') as "receivedOn",
    to_char(decided_on, 'YYYY-MM-DD') as "decidedOn", term_weeks as "termWeeks", to_char(new_term_told_on, 'YYYY-MM-DD') as "newTermToldOn",
    to_char(new_term_until, 'YYYY-MM-DD') as "newTermUntil"
  from application where decided_on is not null and decision is not null`;
const DECIDED_SUSPENSIONS = `
  select application_number as application, to_char(from_on, 'YYYY-MM-DD') as "from", to_char(until_on, 'YYYY-MM-DD') as "until"
  from suspension join application using (application_number) where decided_on is not null and decision is not null`;

// What this company supplies to the half-yearly statistics. A live system: form, hours and percentage are those of the moment of asking.
import { employmentStatistics, periodOf, type HeldEmployment } from '#sw-contract/domain/employment-statistics.js';
import type { RowScope, StatisticsAnswer, StatisticsQuestion } from '#sw-contract/port.js';
import type { EntityManager } from 'typeorm';
import { EmploymentRow } from './employment.row.js';
import { within } from './scope.js';

export async function statistics(em: EntityManager, scope: RowScope, { halfYear, persons }: StatisticsQuestion, businessDate: string): Promise<StatisticsAnswer> {
  const period = periodOf(halfYear);
  if (period === null || businessDate < period.lastDay) return { known: false, employments: [] };
  const rows = await within(em.createQueryBuilder(EmploymentRow, 'e'), 'e', scope)
    .andWhere('e.person = any(:asked)', { asked: persons })
    .andWhere('e.from_date <= :lastDay and (e.until_date is null or e.until_date >= :firstDay)', period)
    .orderBy('e.person').addOrderBy('e.from').addOrderBy('e.number')
    .getMany();
  return { known: true, employments: rows.map((row) => employmentStatistics(toHeld(row), period)).filter((one) => one !== null) };
}

function toHeld(row: EmploymentRow): HeldEmployment {
  const { person, payingMunicipality, from, until, workForm, hoursPerWeek, paidPercentage, leavingReason, destination, formerForm, formerUntil } = row;
  const former = formerForm !== null && formerUntil !== null;
  return {
    person, payingMunicipality, from, until, leavingReason, destination,
    present: { workForm, hoursPerWeek, paidPercentage },
    former: former ? { workForm: formerForm, hoursPerWeek: row.formerHours, paidPercentage: row.formerPaidPercentage, until: formerUntil } : null,
  };
}

/** What this company supplies to the half-yearly statistics. A live system: form, hours and percentage are those of the moment of asking. */
import type { EntityManager } from 'typeorm';
import { employmentStatistics, periodOf, type HeldEmployment } from '#sw-contract/domain/employment-statistics.js';
import type { RowScope, StatisticsAnswer, StatisticsQuestion } from '#sw-contract/port.js';
import { workFormOf } from '../domain/codes.js';
import { dateOfNumber, numberOfDate } from '../domain/legacy-date.js';
import { hoursOfPercentage } from '../domain/part-time.js';
import { DienstverbandRow } from './dienstverband.row.js';
import { withinScope } from './scope.js';

const NOT_KNOWN = -1;

export async function statistics(em: EntityManager, scope: RowScope, { halfYear, persons }: StatisticsQuestion, businessDate: string): Promise<StatisticsAnswer> {
  const period = periodOf(halfYear);
  if (period === null || businessDate < period.lastDay) return { known: false, employments: [] };
  const rows = await withinScope(em.createQueryBuilder(DienstverbandRow, 'd'), 'd', scope)
    .andWhere('d.wnr = ANY(:asked)', { asked: persons })
    .andWhere('d.ingdat <= :last AND (d.einddat = 0 OR d.einddat >= :first)', { first: numberOfDate(period.firstDay), last: numberOfDate(period.lastDay) })
    .orderBy('d.wnr').addOrderBy('d.ingdat').addOrderBy('d.dvnr')
    .getMany();
  return { known: true, employments: rows.map((row) => employmentStatistics(toHeld(row), period)).filter((one) => one !== null) };
}

function toHeld(row: DienstverbandRow): HeldEmployment {
  const formerUntil = dateOfNumber(row.veinddat);
  return {
    person: row.wnr,
    payingMunicipality: row.betgem,
    from: dateOfNumber(row.ingdat) ?? '',
    until: dateOfNumber(row.einddat),
    present: { workForm: workFormOf(row.werkvorm), hoursPerWeek: hoursOfPercentage(row.dtpct), paidPercentage: percentageOf(row.loonpct) },
    former: formerUntil === null ? null : { workForm: workFormOf(row.vwerkvorm), hoursPerWeek: formerHours(row.vdtpct), paidPercentage: percentageOf(row.vloonpct), until: formerUntil },
    leavingReason: codeOrNone(row.ontslag),
    destination: codeOrNone(row.bestem),
  };
}

const percentageOf = (number: number): number | null => (number === NOT_KNOWN ? null : number);
const codeOrNone = (number: number): number | null => (number === 0 ? null : number);
const formerHours = (percentage: string): string | null => (Number(percentage) === 0 ? null : hoursOfPercentage(percentage));

/** statistiek-wsw-JJJJH.txt: the half-yearly statistics, in the layout that is in force for the period in the file name. */
import { lastDayOf } from '#law/statistics/half-year.js';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { LAYOUT_2015 } from '#law/statistics/layout-2015.js';
import type { Layout } from '#law/statistics/wsw-field.js';
import type { ImportFormat } from '#shell/import/format.js';
import { announceEmployments } from '#sw-contract/announce.js';
import { COMPANY_CODE } from '../domain/company.js';
import { halfYearOfFile } from '../domain/file-dates.js';
import type { StatisticsRecord } from '../domain/statistics-record.js';
import { recordDelivery } from '../store/deliveries.store.js';
import { seeStatistics } from '../store/discrepancies.store.js';
import { buildEmployments, countEmployments } from '../store/employment-building.store.js';
import { stageStatistics } from '../store/statistics.store.js';
import { parseFixedWidth } from './fixed-width.js';

export const statistics2008Format = statisticsFormat(LAYOUT_2008);
export const statistics2015Format = statisticsFormat(LAYOUT_2015);

function statisticsFormat(layout: Layout): ImportFormat<StatisticsRecord> {
  const periodOf = (fileName: string): number => halfYearOfFile(fileName) ?? 0;
  return {
    kind: `statistiek-wsw ${layout.name}`,
    accepts: (fileName) => periodOf(fileName) >= layout.from && periodOf(fileName) <= layout.until,
    parse: (text, facts, fileName) => parseFixedWidth(text, layout, periodOf(fileName), facts),
    async store(em, records, file) {
      const halfYear = periodOf(file.name);
      const asOf = lastDayOf(halfYear);
      const delivery = await recordDelivery(em, 'statistics', asOf, file.name);
      const changes = await stageStatistics(em, records, delivery);
      const pointers = await buildEmployments(em, halfYear, delivery, records);
      await announceEmployments(em, pointers, { code: COMPANY_CODE, total: await countEmployments(em), businessDate: file.businessDate ?? asOf });
      await seeStatistics(em, delivery);
      return { ...changes, duplicates: records.length - new Set(records.map((record) => record.person)).size };
    },
  };
}

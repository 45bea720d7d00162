/** The wiring of the joint arrangement: its files, staging tables and holds behind the sw companies' common contract. */
import { companyService } from '#sw-contract/company-service.js';
import { COMPANY_CODE } from './domain/company.js';
import { rosterFormat } from './imports/roster.js';
import { statistics2008Format, statistics2015Format } from './imports/statistics.js';
import { workplacesFormat } from './imports/workplaces.js';
import { EmploymentNowRow } from './store/employment-now.row.js';
import { Staging1710000000001 } from './store/migrations/1710000000001-staging.js';
import { Own1710000000002 } from './store/migrations/1710000000002-own.js';
import { Views1710000000003 } from './store/migrations/1710000000003-views.js';
import { RowSecurity1710000000004 } from './store/migrations/1710000000004-row-security.js';
import { DeliveredStatistics1731000000023 } from './store/migrations/1731000000023-delivered-statistics.js';
import { PlacementNowRow } from './store/placement-now.row.js';
import { reportLines } from './store/report.store.js';
import { wassenaarSystem } from './store/wassenaar-system.js';
import { WorkplaceNowRow } from './store/workplace-now.row.js';

/** The roster goes first: it knows the personnel numbers that employments from the statistics get as their id. */
const imports = [rosterFormat, statistics2008Format, statistics2015Format, workplacesFormat];

export const definition = companyService({
  code: COMPANY_CODE,
  entities: [WorkplaceNowRow, EmploymentNowRow, PlacementNowRow],
  migrations: [Staging1710000000001, Own1710000000002, Views1710000000003, RowSecurity1710000000004, DeliveredStatistics1731000000023],
  system: wassenaarSystem,
  imports,
  report: (parts) => reportLines(parts.dataSource.manager),
});

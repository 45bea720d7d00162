// The only wiring: the federation's contract around this company's own system.
import { companyService } from '#sw-contract/company-service.js';
import { COMPANY_CODE } from './domain/company.js';
import { employersFile } from './imports/employers.js';
import { employmentsFile } from './imports/employments.js';
import { placementsFile } from './imports/placements.js';
import { workplacesFile } from './imports/workplaces.js';
import { EmployerRow } from './store/employer.row.js';
import { EmploymentRow } from './store/employment.row.js';
import { HoldRow } from './store/hold.row.js';
import { ContractStatistics1 } from './store/migrations/contract-statistics-1.js';
import { OwnRowSecurity1 } from './store/migrations/own-row-security.js';
import { OwnSystem1 } from './store/migrations/own-system-1.js';
import { PlacementRow } from './store/placement.row.js';
import { liveSystem } from './store/live-system.js';
import { WorkerRow } from './store/worker.row.js';
import { WorkplaceRow } from './store/workplace.row.js';

export const definition = companyService({
  code: COMPANY_CODE,
  entities: [EmployerRow, WorkerRow, EmploymentRow, WorkplaceRow, HoldRow, PlacementRow],
  migrations: [OwnSystem1, OwnRowSecurity1, ContractStatistics1],
  system: liveSystem,
  imports: [employersFile, employmentsFile, workplacesFile, placementsFile],
});

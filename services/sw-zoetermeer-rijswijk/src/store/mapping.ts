// Rows to the federation's model. This schema is close to it, so little happens here; a hold goes before the own status.
import type { EmployerFacts, Employment, Placement, Workplace } from '#sw-contract/model.js';
import type { EmployerRow } from './employer.row.js';
import type { EmploymentRow } from './employment.row.js';
import type { PlacementRow } from './placement.row.js';
import type { WorkplaceRow } from './workplace.row.js';

export function toWorkplace(row: WorkplaceRow): Workplace {
  return {
    id: row.number,
    employer: toEmployer(row.employer),
    title: row.title,
    function: row.function,
    municipality: row.municipality,
    postcodeArea: row.postcodeArea,
    hoursPerWeekMin: row.hoursMin,
    hoursPerWeekMax: row.hoursMax,
    adaptations: row.adaptations,
    supervisionHoursPerWeek: row.supervisionHours,
    availableFrom: row.availableFrom,
    status: row.hold?.state ?? row.status,
  };
}

export function toEmployment(row: EmploymentRow): Employment {
  return {
    id: row.number,
    person: row.person,
    workerName: row.worker.name,
    workForm: row.workForm,
    hoursPerWeek: row.hoursPerWeek,
    from: row.from,
    until: row.until,
    formalEmployer: row.formalEmployer,
    payingMunicipality: row.payingMunicipality,
  };
}

export function toPlacement(row: PlacementRow): Placement {
  return {
    id: row.number,
    employment: row.employment,
    workplace: row.workplace,
    hirer: toEmployer(row.hirer),
    function: row.function,
    supervisor: row.supervisor,
    agreement: row.agreement,
    workForm: row.workForm,
    hoursPerWeek: row.hoursPerWeek,
    secondmentFeePerHour: row.feePerHour,
    from: row.from,
    until: row.until,
  };
}

function toEmployer(row: EmployerRow | null): EmployerFacts | null {
  return row && { kvkNumber: row.kvkNumber, name: row.name, postcodeArea: row.postcodeArea };
}

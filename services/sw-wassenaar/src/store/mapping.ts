/** The rows of the views in the words of the federation. */
import type { EmployerFacts, Employment, Placement, Workplace } from '#sw-contract/model.js';
import { FORMAL_EMPLOYER } from '../domain/company.js';
import type { EmploymentNowRow } from './employment-now.row.js';
import type { PlacementNowRow } from './placement-now.row.js';
import type { WorkplaceNowRow } from './workplace-now.row.js';

export function toWorkplace(row: WorkplaceNowRow): Workplace {
  return {
    id: row.id,
    employer: { kvkNumber: row.employerKvk, name: row.employerName, postcodeArea: null },
    title: row.title,
    function: row.function,
    municipality: row.municipality,
    postcodeArea: row.postcodeArea,
    hoursPerWeekMin: row.hoursMin,
    hoursPerWeekMax: row.hoursMax,
    adaptations: row.adaptations,
    supervisionHoursPerWeek: row.supervisionHours,
    availableFrom: row.availableFrom,
    status: row.status,
  };
}

export function toEmployment(row: EmploymentNowRow): Employment {
  const { id, person, workerName, workForm, hoursPerWeek, from, until, payingMunicipality } = row;
  return { id, person, workerName, workForm, hoursPerWeek, from, until, formalEmployer: FORMAL_EMPLOYER, payingMunicipality };
}

export function toPlacement(row: PlacementNowRow): Placement {
  const { id, employment, workplace, function: work, supervisor, agreement, workForm, hoursPerWeek, from, until } = row;
  return { id, employment, workplace, hirer: hirerOf(row), function: work, supervisor, agreement, workForm, hoursPerWeek, secondmentFeePerHour: row.feePerHour, from, until };
}

function hirerOf(row: PlacementNowRow): EmployerFacts | null {
  return row.hirerName === null ? null : { kvkNumber: row.hirerKvk, name: row.hirerName, postcodeArea: row.hirerPostcodeArea };
}

// From a company's plain model to the fields that the graph shows: local ids become federation ids, codes get their texts,
// and what the viewer's level does not allow becomes null (domain/policy.ts).
import { formatId } from '#kernel/ids.js';
import type { Registers } from '#kernel/registers.js';
import type { Adaptation, BodyType, Employer, PersonName, WorkForm } from '#shell/value-types.js';
import type { Level } from '../domain/policy.js';
import { placementStatus, type Suspension } from '../domain/placement-status.js';
import type { Employment, EmployerFacts, Placement, PlacementStatus, Workplace, WorkplaceStatus } from '../model.js';

export class WorkplaceView {
  readonly id: string;
  readonly employer: Employer | null;
  readonly title: string | null;
  readonly function: string | null;
  readonly municipality: { code: string } | null;
  readonly postcodeArea: string | null;
  readonly hoursPerWeekMin: string | null;
  readonly hoursPerWeekMax: string | null;
  readonly adaptations: Adaptation[];
  readonly supervisionHoursPerWeek: string | null;
  readonly availableFrom: string | null;
  readonly status: WorkplaceStatus;

  constructor(code: string, row: Workplace, registers: Registers) {
    this.id = formatId({ owner: code, kind: 'W', local: row.id });
    this.employer = employerView(row.employer);
    this.title = row.title;
    this.function = row.function;
    this.municipality = municipalityView(row.municipality);
    this.postcodeArea = row.postcodeArea;
    this.hoursPerWeekMin = row.hoursPerWeekMin;
    this.hoursPerWeekMax = row.hoursPerWeekMax;
    this.adaptations = registers.adaptations.filter((one) => row.adaptations.includes(one.code));
    this.supervisionHoursPerWeek = row.supervisionHoursPerWeek;
    this.availableFrom = row.availableFrom;
    this.status = row.status;
  }
}

export class EmploymentView {
  readonly id: string;
  readonly person: { id: string } | null;
  readonly workerName: PersonName | null;
  readonly workForm: WorkForm;
  readonly hoursPerWeek: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly formalEmployer: BodyType | null;
  readonly payingMunicipality: { code: string } | null;

  constructor(code: string, row: Employment, level: Level, registers: Registers) {
    this.id = formatId({ owner: code, kind: 'E', local: row.id });
    this.person = level === 'FULL' ? { id: row.person } : null;
    this.workerName = level === 'PROFILE' || row.workerName === null ? null : { full: row.workerName };
    this.workForm = row.workForm;
    this.hoursPerWeek = row.hoursPerWeek;
    this.from = row.from;
    this.until = row.until;
    this.formalEmployer = registers.bodies.find((body) => body.id === row.formalEmployer) ?? null;
    this.payingMunicipality = municipalityView(row.payingMunicipality);
  }
}

export class PlacementView {
  readonly id: string;
  readonly hirer: Employer | null;
  readonly function: string | null;
  readonly supervisor: string | null;
  readonly agreement: { id: string } | null;
  readonly workForm: WorkForm;
  readonly hoursPerWeek: string | null;
  readonly secondmentFeePerHour: string | null;
  readonly from: string;
  readonly until: string | null;
  readonly status: PlacementStatus;
  /** Local ids, for the loaders. */
  readonly employmentId: string | null;
  readonly workplaceId: string | null;

  constructor(code: string, row: Placement, suspensions: readonly Suspension[], businessDate: string) {
    this.id = formatId({ owner: code, kind: 'P', local: row.id });
    this.hirer = employerView(row.hirer);
    this.function = row.function;
    this.supervisor = row.supervisor;
    this.agreement = row.agreement === null ? null : { id: row.agreement };
    this.workForm = row.workForm;
    this.hoursPerWeek = row.hoursPerWeek;
    this.secondmentFeePerHour = row.secondmentFeePerHour;
    this.from = row.from;
    this.until = row.until;
    this.status = placementStatus(row, businessDate, suspensions);
    this.employmentId = row.employment;
    this.workplaceId = row.workplace;
  }
}

/** Known by its KvK number; without one it has no id to be known by, so its name stands in. */
function employerView(facts: EmployerFacts | null): Employer | null {
  if (facts === null) return null;
  const id = facts.kvkNumber === null ? `name:${facts.name}` : `kvk:${facts.kvkNumber}`;
  return { id, name: facts.name, kvkNumber: facts.kvkNumber, postcodeArea: facts.postcodeArea };
}

function municipalityView(code: string | null): { code: string } | null {
  return code === null ? null : { code };
}

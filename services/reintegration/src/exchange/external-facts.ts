/** Vacancies and jobseekers of other bodies (VUM), as the matching knows places and workers: judged by the same rules, with the same reasons. What they do not say is not known, and so a reason against. */
import type { ExternalJobseeker } from '#law/vum/read-jobseekers.js';
import type { ExternalVacancy } from '#law/vum/read-vacancies.js';
import type { OpenWorkplace, Transport, WorkerFacts } from '../domain/matching.js';
import type { SearchGround } from '../domain/workplace-search.js';

/** Somebody needs an adaptation and the profile does not say which: no place is known to have it. */
export const UNSPECIFIED = 'UNSPECIFIED';
const NO_JOB = ['VOLUNTEER'];

/** The places that can still be had; volunteer work is none. */
export function externalPlaces(vacancies: readonly ExternalVacancy[], on: string): OpenWorkplace[] {
  return vacancies.filter(({ closesOn, types }) => (closesOn === null || on <= closesOn) && !(types.length > 0 && types.every((one) => NO_JOB.includes(one)))).map(placeOf);
}

function placeOf({ id, title, hoursMin, hoursMax, durations, from, postcodeArea }: ExternalVacancy): OpenWorkplace {
  const [contract, other] = [...new Set(durations)];
  return {
    id, postcodeArea, function: title, hoursPerWeekMin: decimal(hoursMin), hoursPerWeekMax: decimal(hoursMax), adaptations: [], supervisionHoursPerWeek: null, availableFrom: from, atEmployer: true,
    contract: other === undefined ? (contract ?? null) : null,
  };
}

/** He has no indication here and no employment with a firm; the firms' own work forms are not for him. */
export function externalWorker(seeker: ExternalJobseeker, { travelLimits: limits }: SearchGround): WorkerFacts {
  const [contract, other] = [...new Set(seeker.durations)];
  return {
    postcodeArea: seeker.postcodeArea,
    hoursPerWeek: decimal(seeker.hoursMax ?? seeker.hoursMin),
    adaptations: seeker.needsAdaptation === true ? [UNSPECIFIED] : [],
    adviceSupervisedEmployment: false,
    maxTravelKilometres: seeker.travelKilometres ?? limits.kilometres,
    maxTravelMinutes: seeker.travelMinutes ?? limits.minutes,
    transport: seeker.vehicle === null || seeker.vehicle === 'OTHER' ? limits.transport : (seeker.vehicle satisfies Transport),
    functions: seeker.occupations,
    workForms: [],
    contract: other === undefined ? (contract ?? null) : null,
    employment: null,
    availableFrom: seeker.availableFrom,
  };
}

export function exchangeGround(ground: SearchGround): SearchGround {
  return { ...ground, adaptationText: (code) => (code === UNSPECIFIED ? 'een aanpassing die het profiel niet noemt' : ground.adaptationText(code)) };
}

function decimal(hours: number | null): string | null {
  return hours === null ? null : String(hours);
}

/** Workers who can be negotiated about without being refused, and open places: by company, always the same ones in the same order. */
import { pseudonymOf } from '#kernel/pseudonym.js';
import { DEVELOPMENT_FEDERATION_KEY } from '../../../local/development-keys.js';
import { representativesOf } from '../../../local/population/benefits.js';
import { residenceOf, type Worker } from '../../../local/population/model.js';
import { COMPANIES, LEIDSCHENDAM_VOORBURG, VOORSCHOTEN, WASSENAAR, type CompanyCode } from '../../../local/population/parameters.js';
import { makePopulation } from '../../../local/population/population.js';

/** Hours that every worker and place named here can have. */
export const HOURS = '24';
export const START = '2014-04-01';
const HOME: Readonly<Record<CompanyCode, string>> = { leiden: VOORSCHOTEN, 'zoetermeer-rijswijk': LEIDSCHENDAM_VOORBURG, wassenaar: WASSENAAR };

export interface People {
  /** Person ids. */
  readonly workers: Readonly<Record<CompanyCode, readonly string[]>>;
  /** Workplace ids. */
  readonly places: Readonly<Record<CompanyCode, readonly string[]>>;
}

let known: People | undefined;

export const people = (): People => (known ??= find());

function find(): People {
  const { companies, indications, clients } = makePopulation();
  // Some decide only together with him who represents them, which is no part of what is measured.
  const represented = new Set(representativesOf(clients).map(({ client }) => client.person.bsn));
  const placed = new Set(COMPANIES.flatMap((code) => companies[code].placements.map((one) => one.worker)));
  const fits = (code: CompanyCode) => (worker: Worker): boolean => {
    const validUntil = indications.get(worker.person.bsn)?.at(-1)?.validUntil;
    const atHome = residenceOf(worker.person) === HOME[code] && worker.payingMunicipality === HOME[code] && worker.person.residences.length === 1;
    return atHome && !represented.has(worker.person.bsn) && worker.workForm === 'INTERNAL' && worker.until === null && worker.hours >= Number(HOURS) && !placed.has(worker) && validUntil !== undefined && (validUntil === null || validUntil > '2016-01-01');
  };
  const each = <T>(of: (code: CompanyCode) => T): Record<CompanyCode, T> => Object.fromEntries(COMPANIES.map((code) => [code, of(code)])) as Record<CompanyCode, T>;
  return {
    workers: each((code) => companies[code].workers.filter(fits(code)).map(({ person }) => pseudonymOf(Buffer.from(DEVELOPMENT_FEDERATION_KEY, 'base64url'), person.bsn))),
    places: each((code) =>
      companies[code].workplaces
        .filter((one) => one.status === 'OPEN' && one.availableFrom <= '2014-03-31' && one.hoursMin <= Number(HOURS) && Number(HOURS) <= one.hoursMax)
        .map((one) => `${code}:W:${one.number}`)),
  };
}

export const TERMS = { workForm: 'SECONDMENT_INDIVIDUAL', from: START, hoursPerWeek: HOURS, secondmentFeePerHour: '5.50', supervisionHoursPerWeek: '3' };

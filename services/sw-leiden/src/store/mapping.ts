/** This company's rows in the words of the federation: letters become names, percentages hours, numbers dates. */
import type { EmployerFacts, Employment, Placement, Workplace } from '#sw-contract/model.js';
import { statusOf, workFormOf } from '../domain/codes.js';
import { dateOfNumber } from '../domain/legacy-date.js';
import { hoursOfPercentage } from '../domain/part-time.js';
import type { DienstverbandRow } from './dienstverband.row.js';
import type { PlaatsingRow } from './plaatsing.row.js';
import type { WerkgeverRow } from './werkgever.row.js';
import type { WerkplekRow } from './werkplek.row.js';

export function toWorkplace(row: WerkplekRow): Workplace {
  return {
    id: String(row.wpnr),
    employer: toEmployer(row.werkgever),
    title: row.omschr,
    function: row.functie,
    municipality: row.gemcode,
    postcodeArea: row.pc4,
    hoursPerWeekMin: hoursOfPercentage(row.minpct),
    hoursPerWeekMax: hoursOfPercentage(row.maxpct),
    adaptations: row.aanpassing === '' ? [] : row.aanpassing.split('|'),
    supervisionHoursPerWeek: row.beguren,
    availableFrom: dateOfNumber(row.beschdat),
    status: statusOf(row.status),
  };
}

export function toEmployment(row: DienstverbandRow): Employment {
  return {
    id: String(row.dvnr),
    person: row.wnr,
    workerName: row.werknemer.naam,
    workForm: workFormOf(row.werkvorm),
    hoursPerWeek: hoursOfPercentage(row.dtpct),
    from: requiredDate(row.ingdat),
    until: dateOfNumber(row.einddat),
    formalEmployer: row.formwg,
    payingMunicipality: row.betgem,
  };
}

export function toPlacement(row: PlaatsingRow): Placement {
  return {
    id: String(row.plnr),
    employment: idOrNone(row.dvnr),
    workplace: idOrNone(row.wpnr),
    hirer: hirerOf(row),
    function: row.functie,
    supervisor: row.begeleider === '' ? null : row.begeleider,
    agreement: row.afspraak,
    workForm: workFormOf(row.werkvorm),
    hoursPerWeek: hoursOfPercentage(row.dtpct),
    secondmentFeePerHour: row.tarief,
    from: requiredDate(row.ingdat),
    until: dateOfNumber(row.einddat),
  };
}

function toEmployer(row: WerkgeverRow): EmployerFacts {
  return { kvkNumber: row.kvknr, name: row.naam, postcodeArea: textOrNone(row.pc4) };
}

/** The own register knows a hirer best; a hirer that came with an agreement may be in none of our registers. */
function hirerOf(row: PlaatsingRow): EmployerFacts | null {
  if (row.werkgever) return toEmployer(row.werkgever);
  if (row.inlnaam === '') return null;
  return { kvkNumber: textOrNone(row.kvknr), name: row.inlnaam, postcodeArea: textOrNone(row.inlpc4) };
}

const idOrNone = (number: number): string | null => (number === 0 ? null : String(number));
const textOrNone = (text: string): string | null => (text === '' ? null : text);

function requiredDate(number: number): string {
  const date = dateOfNumber(number);
  if (date === null) throw new RangeError('a row without a first day');
  return date;
}

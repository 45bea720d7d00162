/** What the firm of Zoetermeer, Rijswijk and Leidschendam-Voorburg delivers: hours per week, ISO dates, English column names. */
import type { CompanyPopulation, Worker } from '../model.js';
import { municipalityOfArea } from '../registers.js';
import { formerForms, type FormerForm } from './former-form.js';
import { csvFile, euros, hoursText, joined, type Cell, type FileText } from './table.js';

const EMPLOYMENT_COLUMNS = [
  'employment_number', 'bsn', 'name', 'birth_date', 'work_form', 'hours_per_week', 'from', 'until', 'paying_municipality', 'formal_employer', 'category',
  'paid_percentage', 'former_form', 'former_hours', 'former_paid_percentage', 'former_until', 'leaving_reason', 'destination',
];

export function zoetermeerRijswijkFiles(company: CompanyPopulation): FileText[] {
  const { workers, workplaces, placements, employers } = company;
  const formerOf = formerForms(company);
  return [
    csvFile('employers.csv', ['kvk_number', 'name', 'postcode_area'], employers.map((one) => [one.kvk, one.name, one.postcodeArea])),
    csvFile('employments.csv', EMPLOYMENT_COLUMNS, workers.map((one) => [
      one.number, one.person.bsn, one.person.name, one.person.birthDate, one.workForm, hoursText(one.hours), one.from, one.until, one.payingMunicipality,
      one.formalEmployer, one.category, ...statisticsCells(one, formerOf(one)),
    ])),
    csvFile('workplaces.csv', [
      'workplace_number', 'kvk_number', 'title', 'function', 'municipality', 'postcode_area', 'hours_min', 'hours_max', 'adaptations', 'supervision_hours',
      'available_from', 'status',
    ], workplaces.map((one) => [
      one.number, one.employer.kvk, one.title, one.function, municipalityOfArea(one.postcodeArea), one.postcodeArea, hoursText(one.hoursMin), hoursText(one.hoursMax),
      joined(one.adaptations), hoursText(one.supervisionHours), one.availableFrom, one.status,
    ])),
    csvFile('placements.csv', [
      'placement_number', 'employment_number', 'workplace_number', 'kvk_number', 'function', 'supervisor', 'work_form', 'hours_per_week', 'fee_per_hour', 'from', 'until',
    ], placements.map((one) => [
      one.number, one.worker.number, one.workplace?.number ?? null, one.employer.kvk, one.function, one.supervisor, one.workForm, hoursText(one.hours),
      one.fee === null ? null : euros(one.fee), one.from, one.until,
    ])),
  ];
}

function statisticsCells({ hours, wagePercentage, outflow }: Worker, former: FormerForm | null): Cell[] {
  const before = former ? ['INTERNAL', hoursText(hours), wagePercentage, former.until] : [null, null, null, null];
  return [wagePercentage, ...before, outflow?.reason ?? null, outflow?.destination ?? null];
}

/** What Leiden's firm delivers from its older system: semicolons, Dutch columns, percentages of 36 hours, dates as numbers, 0 for none. */
import type { CompanyPopulation, Worker, WorkForm, WorkplaceStatus } from '../model.js';
import { compact } from '../dates.js';
import { municipalityOfArea } from '../registers.js';
import { formerForms, type FormerForm } from './former-form.js';
import { csvFile, euros, hoursText, joined, percentageOfFullWeek, type Cell, type FileText } from './table.js';

const WORK_FORM_CODES: Readonly<Record<WorkForm, string>> = {
  INTERNAL: 'B', SECONDMENT_INDIVIDUAL: 'DI', SECONDMENT_GROUP: 'DG', SUPERVISED_EMPLOYMENT: 'BW',
};
const STATUS_LETTERS: Readonly<Record<WorkplaceStatus, string>> = { OPEN: 'V', TAKEN: 'B', CLOSED: 'G' };

const EMPLOYMENT_COLUMNS = [
  'DVNR', 'BSN', 'NAAM', 'GEBDAT', 'WERKVORM', 'DTPCT', 'INGDAT', 'EINDDAT', 'BETGEM', 'FORMWG', 'KLASSE',
  'LOONPCT', 'VWERKVORM', 'VDTPCT', 'VLOONPCT', 'VEINDDAT', 'ONTSLAG', 'BESTEM',
];

export function leidenFiles(company: CompanyPopulation): FileText[] {
  const { workers, workplaces, placements, employers } = company;
  const formerOf = formerForms(company);
  return [
    csvFile('WERKGEVER.csv', ['KVKNR', 'NAAM', 'PC4'], employers.map((one) => [one.kvk, one.name, one.postcodeArea]), ';'),
    csvFile('DIENSTVERBAND.csv', EMPLOYMENT_COLUMNS, workers.map((one) => [
      one.number, one.person.bsn, one.person.name, compact(one.person.birthDate), WORK_FORM_CODES[one.workForm], percentageOfFullWeek(one.hours), compact(one.from),
      compact(one.until), one.payingMunicipality, one.formalEmployer, one.category === 'SEVERE' ? 'E' : 'M', ...statisticsCells(one, formerOf(one)),
    ]), ';'),
    csvFile('WERKPLEK.csv', ['WPNR', 'KVKNR', 'OMSCHR', 'FUNCTIE', 'GEMCODE', 'PC4', 'MINPCT', 'MAXPCT', 'AANPASSING', 'BEGUREN', 'BESCHDAT', 'STATUS'],
      workplaces.map((one) => [
        one.number, one.employer.kvk, one.title, one.function, municipalityOfArea(one.postcodeArea), one.postcodeArea, percentageOfFullWeek(one.hoursMin),
        percentageOfFullWeek(one.hoursMax), joined(one.adaptations), hoursText(one.supervisionHours), compact(one.availableFrom), STATUS_LETTERS[one.status],
      ]), ';'),
    csvFile('PLAATSING.csv', ['PLNR', 'DVNR', 'WPNR', 'KVKNR', 'FUNCTIE', 'BEGELEIDER', 'WERKVORM', 'DTPCT', 'TARIEF', 'INGDAT', 'EINDDAT'],
      placements.map((one) => [
        one.number, one.worker.number, one.workplace?.number ?? '0', one.employer.kvk, one.function, one.supervisor, WORK_FORM_CODES[one.workForm],
        percentageOfFullWeek(one.hours), one.fee === null ? null : euros(one.fee), compact(one.from), compact(one.until),
      ]), ';'),
  ];
}

function statisticsCells({ hours, wagePercentage, outflow }: Worker, former: FormerForm | null): Cell[] {
  const before = former ? ['B', percentageOfFullWeek(hours), wagePercentage, compact(former.until)] : [null, null, null, '0'];
  return [wagePercentage, ...before, outflow?.reason ?? 0, outflow?.destination ?? 0];
}

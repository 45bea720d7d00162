/** What the joint service delivers about indications (its copies of UWV's decisions), trajectories and employers. */
import { municipalFinance } from '../municipal-finance.js';
import { residenceOf, type Person } from '../model.js';
import type { Population } from '../population.js';
import { trajectoriesOf } from '../trajectories.js';
import { csvFile, joined, yesNo, type FileText } from './table.js';

const INDICATION_COLUMNS = [
  'indication_number', 'bsn', 'municipality', 'kind', 'category', 'applied_on', 'decided_on', 'valid_until', 'reindication_requested_on',
  'advice_supervised_employment', 'adaptations', 'waiting_since', 'postcode_area',
];

export function reintegrationFiles({ residentsIndications, clients, localEmployers }: Population): FileText[] {
  return [
    csvFile('indications.csv', INDICATION_COLUMNS, residentsIndications.map((one) => [
      one.number, one.person.bsn, residenceOf(one.person), 'WSW', one.category, one.appliedOn, one.decidedOn, one.validUntil, one.reindicationRequestedOn,
      yesNo(one.adviceSupervisedEmployment), joined(one.adaptations), one.waitingSince, one.person.postcodeArea,
    ])),
    csvFile('trajectories.csv', ['trajectory_number', 'bsn', 'municipality', 'instrument', 'programme', 'from', 'until', 'outcome', 'provider_name', 'provider_kind'],
      trajectoriesOf(clients).map((one) => [
        one.number, one.person.bsn, one.municipality, one.instrument, one.programme, one.from, one.until, one.outcome, one.providerName, one.providerKind,
      ])),
    csvFile('municipal-finance.csv', ['municipality', 'year', 'state_grant', 'minimum_labour_years', 'realised_labour_years'],
      municipalFinance().map((one) => [one.municipality, one.year, one.stateGrant, one.minimumLabourYears, one.realisedLabourYears])),
    csvFile('residence-moves.csv', ['bsn', 'moved_on', 'from_municipality', 'to_municipality'], movesOf([...new Set(residentsIndications.map((one) => one.person))])),
    csvFile('employers.csv', ['kvk_number', 'name', 'postcode_area'], localEmployers.map((one) => [one.kvk, one.name, one.postcodeArea])),
  ];
}

/** Of indicated residents; the register of residents has the same ones as periods. */
function movesOf(people: readonly Person[]): string[][] {
  return people.flatMap(({ bsn, residences }) => residences.slice(1).map((home, index) => [bsn, home.from, residences[index]?.municipality ?? '', home.municipality]));
}

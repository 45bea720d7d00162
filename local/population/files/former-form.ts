/** The form of work before the present one, as the two live companies deliver it for the half-yearly statistics. */
import { plusDays, type Day } from '../dates.js';
import { changedForm, type CompanyPopulation, type Worker } from '../model.js';

export interface FormerForm {
  /** A contract inside the firm, with the same hours and wage. */
  readonly until: Day;
}

export function formerForms({ placements }: CompanyPopulation): (worker: Worker) => FormerForm | null {
  const supervised = new Map(placements.filter((one) => one.workForm === 'SUPERVISED_EMPLOYMENT').map((one) => [one.worker.number, one]));
  return (worker) => {
    const placement = worker.workForm === 'SUPERVISED_EMPLOYMENT' ? supervised.get(worker.number) : undefined;
    return placement && changedForm(worker, placement) ? { until: plusDays(placement.from, -1) } : null;
  };
}

// What a company tells the conformance kit about the files it would deliver. The kit imports them through the company's own
// formats and then knows the company only through its graph and its commands.
import type { ServiceDefinition } from '#shell/service-definition.js';
import type { EmploymentStatistics } from '../model.js';

export interface CompanySubject {
  readonly code: string;
  readonly definition: ServiceDefinition;
  /** File name to content, in the company's own formats, as delivered around 2014-03-03. */
  readonly files: Readonly<Record<string, string>>;
  /** At least three, in force on 2014-03-03; at least one paid by Voorschoten (0626), Wassenaar (0629) or Leidschendam-Voorburg (1916) and one by another. */
  readonly employments: readonly { readonly id: string; readonly bsn: string; readonly workerName: string; readonly payingMunicipality: string }[];
  /** At least five places that are open and free from 2014-04-01 at the latest; local ids. */
  readonly openWorkplaces: readonly string[];
  readonly closedWorkplace: string;
  /** At least three placements that run on 2014-03-03; local ids. */
  readonly activePlacements: readonly string[];
  /** By number, what the second half of 2013 is told of the employments: at least one each. */
  readonly statistics?: Readonly<Record<string, Omit<EmploymentStatistics, 'person'>>>;
}

export const BUSINESS_DATE = '2014-03-03';

/** Every file that this register takes, in the order of import: what is referred to comes first. */
import type { ImportFormat } from '#shell/import/format.js';
import { applications, suspensions } from './applications.js';
import { benefits, debtTrajectories } from './benefits.js';
import { clients } from './clients.js';
import { debtDetails, debtPeriods, debts } from './debt-help.js';
import { municipalities, policyValues, regions } from './municipalities.js';
import { representatives, residences } from './persons.js';

export const FORMATS: readonly ImportFormat[] = [
  municipalities,
  regions,
  policyValues,
  clients,
  residences,
  representatives,
  applications,
  suspensions,
  benefits,
  debtTrajectories,
  debtDetails,
  debtPeriods,
  debts,
];

// A sample order for tests, at the employer of the sample place; the hirer is invented.
import type { GroupOrder, OrderTerms } from '../group-order.js';
import { FACTS } from './sample-agreement.js';

export const HIRER = { id: 'kvk:99000001', name: 'Verzonnen Inpak' };

export const ORDER_TERMS: OrderTerms = {
  hirer: HIRER, workplaces: [FACTS.workplace.id, 'zoetermeer-rijswijk:W:1002', 'zoetermeer-rijswijk:W:1003'], workers: 2, from: '2014-04-01', until: '2014-12-31', feePerHour: '5.50',
  conditions: { pay: 'COLLECTIVE_AGREEMENT', facilities: true, vacanciesMadeKnown: true, feeFromWorker: false, directHire: 'FREE', strike: false, informationOn: '2014-03-03' },
};

export const ORDER: GroupOrder = { id: 'order-1', version: 3, company: 'sw-zoetermeer-rijswijk', terms: ORDER_TERMS, agreements: [] };

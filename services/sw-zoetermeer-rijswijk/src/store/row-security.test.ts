// This company's row policies: the common cases on employment, worker and placement.
import { anyReader, companyOracle, counts } from '#sw-contract/conformance/row-oracle.js';
import { rowSecurityConformance } from '#sw-contract/conformance/row-security-conformance.js';
import type { Asker, Row, Seeded } from '#shell/testing/row-security.js';
import { sampleSubject } from '../sample-delivery.js';

const AGREEMENT = '22222222-2222-4222-8222-222222222222';
const sees = companyOracle('sw-zoetermeer-rijswijk', { table: 'employment', id: 'number', person: 'person', payingMunicipality: 'paying_municipality' });

rowSecurityConformance({
  subject: sampleSubject,
  oracle: {
    employment: sees.employment,
    worker: (asker: Asker, row: Row, seeded: Seeded) => counts(asker) || sees.worker('person')(asker, row, seeded),
    placement: sees.placement('employment'),
    placement_suspension: sees.suspension('placement', 'agreement', 'employment'),
    employment_share: sees.share,
    hold: anyReader,
  },
  open: ['employer', 'workplace'],
  agreement: AGREEMENT,
  rows: `
    insert into placement (number, employment, agreement, work_form, hours_per_week, from_date) values ('P9001', 'E1001', '${AGREEMENT}', 'SECONDMENT_INDIVIDUAL', 8, '2014-03-03');
    insert into placement (number, workplace, agreement, work_form, hours_per_week, from_date) values ('P9002', 'W2001', gen_random_uuid(), 'SECONDMENT_INDIVIDUAL', 8, '2014-03-03');
    insert into hold (workplace, agreement, terms_version, state, from_date, hours_per_week, function) values ('W2001', '${AGREEMENT}', 1, 'HELD', '2014-03-03', 8, 'Inpakker')`,
});

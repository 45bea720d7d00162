/** Wassenaar's row policies: the common cases on employment, rooster and agreed_placement; the views look as whoever asks. */
import { anyReader, companyOracle } from '#sw-contract/conformance/row-oracle.js';
import { reads, type Asker } from '#shell/testing/row-security.js';
import { rowSecurityConformance } from '#sw-contract/conformance/row-security-conformance.js';
import { sampleSubject } from '../sample-delivery.js';

const AGREEMENT = '22222222-2222-4222-8222-222222222222';
const sees = companyOracle('sw-wassenaar', { table: 'employment', id: 'id', person: 'person', payingMunicipality: 'paying_municipality' });

/** The directory, when it makes the half-yearly delivery of a municipality. */
const deliversStatistics = (asker: Asker): boolean => reads(asker, 'CASE_WORKER') && asker.from === 'reintegration' && asker.viewer.purpose === 'levering-statistiek-wsw';

rowSecurityConformance({
  subject: sampleSubject,
  oracle: {
    employment: sees.employment,
    rooster: sees.worker('persoon'),
    agreed_placement: sees.placement('employment'),
    placement_suspension: sees.suspension('agreed_placement', 'agreement', 'employment'),
    employment_share: sees.share,
    workplace_hold: anyReader,
    statistiek: deliversStatistics,
  },
  open: ['delivery', 'werkplekken'],
  agreement: AGREEMENT,
  rows: `
    insert into agreed_placement (agreement, employment, function, work_form, hours_per_week, from_date) values ('${AGREEMENT}', '70001', 'Inpakker', 'SECONDMENT_INDIVIDUAL', 8, '2014-03-03');
    insert into agreed_placement (agreement, workplace, function, work_form, hours_per_week, from_date) values (gen_random_uuid(), '3001', 'Inpakker', 'SECONDMENT_INDIVIDUAL', 8, '2014-03-03');
    insert into workplace_hold (workplace, agreement, terms_version, state, from_date) values ('3001', '${AGREEMENT}', 1, 'HELD', '2014-03-03');
    insert into discrepancy (kind, subject, detail, seen_on, file) values ('GONE', '70001', 'weg', '2014-03-03', 'rooster.csv')`,
});

/** Leiden's row policies: the common cases on dienstverband, werknemer and plaatsing. */
import { companyOracle, counts } from '#sw-contract/conformance/row-oracle.js';
import { rowSecurityConformance } from '#sw-contract/conformance/row-security-conformance.js';
import type { Asker, Row, Seeded } from '#shell/testing/row-security.js';
import { sampleSubject } from '../sample-delivery.js';

const AGREEMENT = '22222222-2222-4222-8222-222222222222';
const sees = companyOracle('sw-leiden', { table: 'dienstverband', id: 'dvnr', person: 'wnr', payingMunicipality: 'betgem' });

rowSecurityConformance({
  subject: sampleSubject,
  oracle: {
    dienstverband: sees.employment,
    werknemer: (asker: Asker, row: Row, seeded: Seeded) => counts(asker) || sees.worker('wnr')(asker, row, seeded),
    plaatsing: sees.placement('dvnr'),
    placement_suspension: sees.suspension('plaatsing', 'afspraak', 'dvnr'),
    employment_share: sees.share,
  },
  open: ['werkgever', 'werkplek'],
  agreement: AGREEMENT,
  rows: `
    insert into plaatsing (plnr, dvnr, functie, werkvorm, dtpct, ingdat, afspraak) values (900001, 40001, 'Medewerker textiel', 'DI', 50, 20140303, '${AGREEMENT}');
    insert into plaatsing (plnr, wpnr, functie, werkvorm, dtpct, ingdat) values (900002, 2001, 'Medewerker textiel', 'DI', 50, 20140303);
    insert into reservering (wpnr, afspraak, versie, stand, ingdat) values (2001, '${AGREEMENT}', 1, 'R', 20140303)`,
});

/** The wiring of Leiden's firm: its tables, its files and its answers behind the sw companies' common contract. */
import { companyService } from '#sw-contract/company-service.js';
import { COMPANY_CODE } from './domain/company.js';
import { dienstverbandFormat } from './imports/dienstverband.js';
import { plaatsingFormat } from './imports/plaatsing.js';
import { werkgeverFormat } from './imports/werkgever.js';
import { werkplekFormat } from './imports/werkplek.js';
import { DienstverbandRow } from './store/dienstverband.row.js';
import { leidenSystem } from './store/leiden-system.js';
import { LegacyTables1710000000001 } from './store/migrations/1710000000001-legacy-tables.js';
import { Reservering1710000000002 } from './store/migrations/1710000000002-reservering.js';
import { LangeTeksten1710000000003 } from './store/migrations/1710000000003-lange-teksten.js';
import { Rijbeveiliging1710000000004 } from './store/migrations/1710000000004-rijbeveiliging.js';
import { PlaatsingRow } from './store/plaatsing.row.js';
import { reportLines } from './store/report.store.js';
import { Statistiek1731000000022 } from './store/migrations/1731000000022-statistiek.js';
import { WerkgeverRow } from './store/werkgever.row.js';
import { WerknemerRow } from './store/werknemer.row.js';
import { WerkplekRow } from './store/werkplek.row.js';

export const definition = companyService({
  code: COMPANY_CODE,
  entities: [WerkgeverRow, WerknemerRow, DienstverbandRow, WerkplekRow, PlaatsingRow],
  migrations: [LegacyTables1710000000001, Reservering1710000000002, LangeTeksten1710000000003, Rijbeveiliging1710000000004, Statistiek1731000000022],
  system: leidenSystem,
  imports: [werkgeverFormat, dienstverbandFormat, werkplekFormat, plaatsingFormat],
  report: (parts) => reportLines(parts.dataSource.manager),
});

/** The five tables that the company's files fill, column by column. */
import type { Delivered } from './delivery.store.js';

export const WERKGEVER: Delivered = { table: 'werkgever', key: 'kvknr', columns: { kvknr: 'varchar', naam: 'varchar', pc4: 'varchar' } };

export const WERKNEMER: Delivered = { table: 'werknemer', key: 'wnr', columns: { wnr: 'varchar', naam: 'varchar', gebdat: 'integer' } };

export const DIENSTVERBAND: Delivered = {
  table: 'dienstverband',
  key: 'dvnr',
  columns: {
    dvnr: 'integer', wnr: 'varchar', werkvorm: 'varchar', dtpct: 'numeric', ingdat: 'integer', einddat: 'integer', betgem: 'varchar', formwg: 'varchar', klasse: 'varchar',
    loonpct: 'integer', vwerkvorm: 'varchar', vdtpct: 'numeric', vloonpct: 'integer', veinddat: 'integer', ontslag: 'integer', bestem: 'integer',
  },
};

export const WERKPLEK: Delivered = {
  table: 'werkplek',
  key: 'wpnr',
  columns: {
    wpnr: 'integer', kvknr: 'varchar', omschr: 'varchar', functie: 'varchar', gemcode: 'varchar', pc4: 'varchar', minpct: 'numeric', maxpct: 'numeric',
    aanpassing: 'varchar', beguren: 'numeric', beschdat: 'integer', status: 'varchar', levstatus: 'varchar',
  },
  setOnce: ['status'],
};

export const PLAATSING: Delivered = {
  table: 'plaatsing',
  key: 'plnr',
  columns: {
    plnr: 'integer', dvnr: 'integer', wpnr: 'integer', kvknr: 'varchar', functie: 'varchar', begeleider: 'varchar', werkvorm: 'varchar',
    dtpct: 'numeric', tarief: 'numeric', ingdat: 'integer', einddat: 'integer',
  },
};

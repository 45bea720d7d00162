/** Regeling statistiek Participatiewet, IOAW en IOAZ, annex 3 (text of 2015): the code lists of the statistics of claims, fines and sanctions (BDFS), with our short Dutch for each. */

/** Not those of the other statistics. */
export const PACKAGES = { Soc: 'Socrates', gws: 'GWS4all', wiz: 'CiVision WIZ', svb: 'Sociale Verzekeringsbank', and: 'ander pakket' } as const;

export const BENEFITS = {
  '01': 'WWB algemeen', '02': 'WWB bijzonder', '03': 'WIJ', '11': 'IOAW', '12': 'IOAZ', '13': 'WWIK', '14': 'ABW of RWW', '15': 'BBZ algemeen', '16': 'BBZ bijzonder',
} as const;

export const GROUNDS_SINCE_2013 = {
  51: 'fraude: witte inkomsten', 52: 'fraude: zwarte inkomsten', 53: 'fraude: vermogen', 54: 'fraude: woonadres', 55: 'fraude: samenstelling huishouden', 56: 'andere fraude',
  57: 'onverschuldigde betaling', 58: 'boete wegens fraude', 59: 'boete niet wegens fraude', 60: 'lening', 61: 'krediethypotheek', 62: 'verhaal: onderhoud kind',
  63: 'verhaal: onderhoud ex-partner', 64: 'rente en incassokosten', 65: 'overig',
} as const;

export const GROUNDS_BEFORE_2013 = {
  81: 'onverschuldigd, verwijtbaar', 82: 'onverschuldigd, niet verwijtbaar', 83: 'lening', 34: 'krediethypotheek', 21: 'alimentatie of onderhoudsbijdrage', 84: 'rente en incassokosten', 85: 'overig',
} as const;

export const CORRECTIONS = { '01': 'brutering', '02': 'rente of incassokosten', '03': 'bezwaar of beroep', '09': 'overig', '99': 'niet van toepassing' } as const;

export const STATUSES = { 51: 'lopende aflossing', 52: 'tijdelijk geen invordering', 53: 'definitief buiten invordering', 54: 'geheel afgelost', 99: 'niet van toepassing' } as const;

export const FINE_HEIGHTS = { 1: '100 procent van het fraudebedrag', 2: '150 procent bij recidive', 3: 'verlaagd: verminderde verwijtbaarheid' } as const;

export const SANCTIONS = { 1: 'geen', 2: 'in behandeling bij gemeente', 3: 'bestuurlijke boete', 4: 'aangifte bij justitie' } as const;

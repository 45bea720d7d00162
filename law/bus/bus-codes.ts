/** Regeling statistiek Participatiewet, IOAW en IOAZ, annex 1 (text of 2015): the code lists of the benefit statistics (BUS), with our short Dutch for each. */

export const PACKAGES = {
  sam: 'CiVision Samenlevingszaken', gws: 'GWS4all', soc: 'Socrates', aio: 'AIO (Sociale Verzekeringsbank)', ebb: 'EBB-Rapportage', cso: 'Central Station', and: 'ander pakket',
} as const;

export const SCHEMES = {
  '01': 'algemene bijstand', '02': 'IOAW', '03': 'IOAZ', '11': 'periodieke bijzondere bijstand', '12': 'eenmalige bijzondere bijstand', '14': 'BBZ',
} as const;

/** There is no 4. */
export const SELF_EMPLOYED = { 1: 'beginnend', 2: 'ouder', 3: 'beëindigend', 5: 'overig' } as const;

export const HOUSEHOLDS = { 1: 'alleenstaande', 2: 'alleenstaande ouder', 3: 'gehuwd of samenwonend', 4: 'anders' } as const;

export const COST_CLUSTERS = {
  a: 'directe levensbehoeften', b: 'voorzieningen huishouden', c: 'voorzieningen wonen', d: 'voorzieningen opvang', e: 'maatschappelijke zorg', f: 'financiële transacties',
  g: 'uitstroombevordering', h: 'medische dienstverlening', i: 'overige kosten', j: 'in de statistiek, geen bijzondere bijstand', k: 'individuele inkomenstoeslag',
  l: 'individuele studietoeslag', m: 'collectieve aanvullende zorgverzekering',
} as const;

export const HOUSING = { 1: 'huurder', 2: 'eigenaar', 3: 'inwonend', 4: 'in inrichting', 5: 'adresloos', 6: 'zonder vaste woonplaats, niet adresloos' } as const;

export const EXEMPTIONS = { 2: 'nee', 4: 'ja, artikel 9a', 5: 'ja, artikel 9 lid 1a', 6: 'ja, artikel 9 lid 5' } as const;

export const EXEMPTION_ENDS = {
  1: 'plan van aanpak niet nagekomen', 2: 'maximale termijn bereikt', 3: 'opschorting: jongste kind werd vijf', 4: 'opschorting op verzoek van de ouder', 5: 'andere reden van beëindiging',
} as const;

export const REDUCTIONS = {
  '01': 'plicht tot arbeidsinschakeling', '03': 'agressie', '05': 'tegenprestatie niet nagekomen', '06': 'plan van aanpak niet nagekomen', '07': 'te weinig werk gezocht in de zoekperiode',
  '08': 'te weinig scholing gezocht in de zoekperiode', '98': 'oorzaak bij partner',
} as const;

export const INCOMES = { 11: 'arbeid in dienstbetrekking', 18: 'vermogen', 23: 'kinderalimentatie', 24: 'partneralimentatie', 31: 'heffingskortingen', 98: 'andere inkomsten' } as const;

export const ENDS = {
  '01': 'onderwijs met studiefinanciering', '02': 'relatie', '03': 'AOW-leeftijd', '04': 'overlijden', '05': 'detentie', '06': 'kan onderwijs volgen en doet het niet', '07': 'te lang in het buitenland',
  '11': 'arbeid of ziekengeld', '13': 'zelfstandig beroep of bedrijf', '14': 'werkloosheidsuitkering', '15': 'arbeidsongeschiktheidsuitkering', '17': 'alimentatie', '18': 'vermogen', '19': 'ander inkomen',
  '31': 'geen inlichtingen', '32': 'verhuisd naar andere gemeente', '33': 'verhuisd naar buitenland', '34': 'niet verschenen: inlichtingen', '35': 'niet verschenen: re-integratiegesprek',
  '97': 'oorzaak bij partner', '98': 'andere oorzaak',
} as const;

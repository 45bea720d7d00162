/** Wsw art. 11(1) and Besluit uitvoering sw en begeleid werken art. 4: what a decision on the indication contains; code lists of the annex to art. 11 of the Regeling. */
import type { RecordRule } from './rule.js';

const IN_TARGET_GROUP = '1';
const LIGHT = '1';
const NO_LIGHT_SINCE = '20050101';
/** Older decisions were taken by other bodies under other texts: what they lack is no mistake. */
const PRESENT_TEXT_SINCE = '20080101';
const CLOSED_SINCE = '20150101';

export const INDICATION_RULES: readonly RecordRule[] = [
  {
    name: 'decision-missing', field: 'besluit_doelgroep', reads: ['indicatiebesluit', 'besluit_doelgroep'],
    text: 'Er is een datum van het indicatiebesluit en geen besluit over de doelgroep.',
    broken: (values) => values.indicatiebesluit !== '' && values.besluit_doelgroep === '',
  },
  {
    name: 'category-missing', field: 'besluit_arbeidshandicap', reads: ['besluit_doelgroep', 'besluit_arbeidshandicap'],
    text: 'Wie tot de doelgroep behoort, heeft een arbeidshandicapcategorie.',
    broken: (values) => values.besluit_doelgroep === IN_TARGET_GROUP && values.besluit_arbeidshandicap === '',
  },
  {
    name: 'category-outside-target-group', field: 'besluit_arbeidshandicap', reads: ['besluit_doelgroep', 'besluit_arbeidshandicap'],
    text: 'Wie niet tot de doelgroep behoort, heeft geen arbeidshandicapcategorie.',
    broken: (values) => isOutside(values.besluit_doelgroep) && values.besluit_arbeidshandicap !== '',
  },
  {
    name: 'advice-outside-target-group', field: 'advies_werkvorm', reads: ['besluit_doelgroep', 'advies_werkvorm'],
    text: 'Wie niet tot de doelgroep behoort, krijgt geen advies over de werkvorm.',
    broken: (values) => isOutside(values.besluit_doelgroep) && values.advies_werkvorm !== '',
  },
  {
    name: 'advice-missing', field: 'advies_werkvorm', reads: ['indicatiebesluit', 'besluit_doelgroep', 'advies_werkvorm'],
    text: 'Een indicatiebesluit sinds 2008 bevat een advies over begeleid werken.',
    broken: (values) => isPresent(values.indicatiebesluit) && values.besluit_doelgroep === IN_TARGET_GROUP && values.advies_werkvorm === '',
  },
  {
    name: 'validity-missing', field: 'afloop_indicatie', reads: ['indicatiebesluit', 'besluit_doelgroep', 'afloop_indicatie'],
    text: 'Een indicatiebesluit sinds 2008 heeft een geldigheidsduur.',
    broken: (values) => isPresent(values.indicatiebesluit) && values.besluit_doelgroep === IN_TARGET_GROUP && values.afloop_indicatie === '',
  },
  {
    name: 'light-since-2005', field: 'besluit_arbeidshandicap', reads: ['indicatiebesluit', 'besluit_arbeidshandicap'],
    text: 'De categorie licht bestaat niet meer sinds 1 januari 2005.',
    broken: (values) => values.besluit_arbeidshandicap === LIGHT && values.indicatiebesluit >= NO_LIGHT_SINCE,
  },
  {
    name: 'decision-before-application', field: 'indicatiebesluit', reads: ['aanvraag_eerste_indicatie', 'indicatiebesluit'],
    text: 'Het indicatiebesluit ligt voor de eerste aanvraag.',
    broken: (values) => values.indicatiebesluit !== '' && values.indicatiebesluit < values.aanvraag_eerste_indicatie,
  },
  {
    name: 'reindication-before-first', field: 'aanvraag_herindicatie', reads: ['aanvraag_eerste_indicatie', 'aanvraag_herindicatie'],
    text: 'De herindicatie is aangevraagd voor de eerste indicatie.',
    broken: (values) => values.aanvraag_herindicatie !== '' && values.aanvraag_herindicatie < values.aanvraag_eerste_indicatie,
  },
  {
    name: 'first-application-after-closing', field: 'aanvraag_eerste_indicatie', reads: ['aanvraag_eerste_indicatie'], only: '2015',
    text: 'De Wsw is sinds 1 januari 2015 gesloten: een eerste indicatie kan niet daarna zijn aangevraagd.',
    broken: (values) => values.aanvraag_eerste_indicatie >= CLOSED_SINCE,
  },
];

const isOutside = (decision: string): boolean => decision === '2' || decision === '3';
const isPresent = (day: string): boolean => day >= PRESENT_TEXT_SINCE;

/**
 * People who are written down by hand, so that the README, the demo and the tests can name them: the generator puts exactly
 * these among the others. All of them are invented; every number starts with 99 and belongs to nobody.
 */
import type { Day } from './dates.js';
import type { Category, WorkForm } from './model.js';
import { LEIDEN, LEIDSCHENDAM_VOORBURG, VOORSCHOTEN, WASSENAAR, type CompanyCode } from './parameters.js';

export type RepresentativeKind = 'CURATOR' | 'MENTOR' | 'BENEFITS_ADMINISTRATOR' | 'AUTHORISED';

export interface FixedPerson {
  readonly bsn: string;
  readonly name: string;
  readonly birthDate: Day;
  /** CBS code of the present residence. */
  readonly municipality: string;
  readonly postcodeArea: string;
  readonly category: Category;
  /** Codes of the adaptation register, as the indication advises. */
  readonly adaptations: readonly string[];
  readonly decidedOn: Day;
  readonly validUntil: Day;
  readonly representative?: { readonly kind: RepresentativeKind; readonly name: string };
  readonly movedFrom?: { readonly municipality: string; readonly on: Day };
}

export interface FixedWorker extends FixedPerson {
  readonly company: CompanyCode;
  /** The company's own number: the employment's id is `<company>:E:<number>`. */
  readonly employmentNumber: string;
  readonly hours: number;
  readonly workForm: WorkForm;
  readonly from: Day;
}

const LOW_STIMULI = ['LOW_STIMULI', 'FIXED_STRUCTURE'];

type Row = readonly [bsn: string, name: string, birthDate: Day, postcodeArea: string, employmentNumber: string];

function voorschoten([bsn, name, birthDate, postcodeArea, employmentNumber]: Row): FixedWorker {
  return {
    bsn, name, birthDate, postcodeArea, employmentNumber,
    municipality: VOORSCHOTEN, company: 'leiden', hours: 28, workForm: 'INTERNAL', from: '2009-09-01',
    category: 'MODERATE', adaptations: LOW_STIMULI, decidedOn: '2009-07-01', validUntil: '2019-06-30',
  };
}

function wassenaar([bsn, name, birthDate, postcodeArea, employmentNumber]: Row): FixedWorker {
  return {
    bsn, name, birthDate, postcodeArea, employmentNumber,
    municipality: WASSENAAR, company: 'wassenaar', hours: 24, workForm: 'INTERNAL', from: '2008-04-01',
    category: 'MODERATE', adaptations: ['SEATED_WORK', 'NO_LIFTING'], decidedOn: '2008-02-01', validUntil: '2018-01-31',
  };
}

function leidschendam([bsn, name, birthDate, postcodeArea, employmentNumber]: Row): FixedWorker {
  return {
    bsn, name, birthDate, postcodeArea, employmentNumber,
    municipality: LEIDSCHENDAM_VOORBURG, company: 'zoetermeer-rijswijk', hours: 32, workForm: 'INTERNAL', from: '2010-03-01',
    category: 'MODERATE', adaptations: ['SHORT_TASKS'], decidedOn: '2010-01-15', validUntil: '2020-01-14',
  };
}

/** Residents of Voorschoten, 28 hours a week inside Leiden's firm, MODERATE, valid to 2019, no agreement: one for each scenario. */
export const scenarioWorkers: readonly FixedWorker[] = ([
  ['990001003', 'Brelino Zwalkenveld', '1968-05-14', '2251', '40001'],
  ['990001015', 'Tavmina Brinststra', '1971-11-02', '2252', '40002'],
  ['990001027', 'Joradoria Kwarema', '1965-01-23', '2253', '40003'],
  ['990001039', 'Silwout Dremkamp', '1980-08-30', '2254', '40004'],
  ['990001040', 'Ruukelt Plofenaar', '1959-03-11', '2251', '40005'],
  ['990001052', 'Femselle Snierwijk', '1976-12-19', '2252', '40006'],
  ['990001064', 'Gijnard van Wobbhuizen', '1983-06-07', '2253', '40007'],
  ['990001076', 'Nolfien Trommelvoort', '1962-09-25', '2254', '40008'],
  ['990001088', 'Hesdijn de Grutinga', '1974-04-16', '2251', '40009'],
  ['990001106', 'Yltessa Knispersteeg', '1969-10-05', '2252', '40010'],
  ['990001118', 'Dorbert Vlondermans', '1957-07-28', '2253', '40011'],
  ['990001131', 'Keejette Stoffellaar', '1978-02-13', '2254', '40012'],
  ['990001143', 'Pimbrecht Hobbelborg', '1966-06-21', '2251', '40013'],
  ['990001155', 'Otrik ter Krakeldijk', '1972-01-09', '2252', '40014'],
  ['990001167', 'Zwavanne Mosterkamp', '1981-03-27', '2253', '40015'],
  ['990001179', 'Liekselle Tintelstra', '1964-11-18', '2254', '40016'],
] satisfies Row[]).map(voorschoten);

/** Residents of Wassenaar, 24 hours a week inside the joint arrangement, whose board signs in place of the college. */
export const arrangementWorkers: readonly FixedWorker[] = ([
  ['990001180', 'Marlotte Bobberema', '1970-02-24', '2241', '70001'],
  ['990001192', 'Quikelt Zilverenaar', '1963-08-08', '2242', '70002'],
  ['990001209', 'Wijmina Duikelwijk', '1977-05-31', '2243', '70003'],
  ['990001210', 'Melnard Ribbelvoort', '1967-12-12', '2245', '70004'],
] satisfies Row[]).map(wassenaar);

/** Residents of Leidschendam-Voorburg, 32 hours a week inside the firm of Zoetermeer, Rijswijk and Leidschendam-Voorburg. */
export const leidschendamWorkers: readonly FixedWorker[] = ([
  ['990001222', 'Jorwout Zwalkinga', '1973-07-03', '2263', '50001'],
  ['990001234', 'Bredoria Brinstlaar', '1979-09-15', '2265', '50002'],
  ['990001246', 'Silfien Kwarsteeg', '1961-04-29', '2271', '50003'],
  ['990001258', 'Tavbert Dremborg', '1985-10-20', '2273', '50004'],
] satisfies Row[]).map(leidschendam);

/** The demo user WORKER signs in as this person. */
export const demoWorker: FixedWorker = voorschoten(['990001271', 'Femlino Plofhuizen', '1975-05-06', '2251', '40020']);

/** A mentor co-signs on work and guidance (domain brief 2.11). */
export const mentorWorker: FixedWorker = {
  ...voorschoten(['990001283', 'Gijtessa Snierkamp', '1982-02-17', '2252', '40021']),
  representative: { kind: 'MENTOR', name: 'Nolrik Wobbema' },
};
/** A curator signs instead of the worker. */
export const curatorWorker: FixedWorker = {
  ...voorschoten(['990001295', 'Hesvanne Trommelstra', '1984-07-22', '2253', '40022']),
  representative: { kind: 'CURATOR', name: 'Dorselle van Grutveld' },
};
/** A benefits administrator is informed and co-signs financial terms. */
export const administratedWorker: FixedWorker = {
  ...voorschoten(['990001301', 'Yldijn Knisperwijk', '1978-11-26', '2254', '40023']),
  representative: { kind: 'BENEFITS_ADMINISTRATOR', name: 'Keelotte Vlonderinga' },
};
/** Indication valid to 31 May 2014 and no re-indication asked: an agreement beyond that day meets INDICATION_EXPIRES. */
export const expiringWorker: FixedWorker = {
  ...voorschoten(['990001313', 'Pimjette Stoffelvoort', '1970-06-10', '2251', '40024']),
  from: '2009-08-01', decidedOn: '2009-06-01', validUntil: '2014-05-31',
};
/** Indication expired on 31 December 2013, still employed: counts for labour years (Besluit art. 15(b)). */
export const expiredWorker: FixedWorker = {
  ...voorschoten(['990001325', 'Otbrecht Hobbellaar', '1966-03-02', '2252', '40025']),
  from: '2009-03-01', decidedOn: '2009-01-01', validUntil: '2013-12-31',
};
/** Moved from Leiden to Voorschoten on 15 May 2013: new college at once, money from 1 January 2015 (Wsw art. 10). */
export const movedWorker: FixedWorker = {
  ...voorschoten(['990001337', 'Zwamina Krakelmans', '1974-09-13', '2253', '40026']),
  movedFrom: { municipality: LEIDEN, on: '2013-05-15' },
};
/** Already seconded for all contract hours, by a placement from before Schakel that no agreement knows. */
export const secondedWorker: FixedWorker = {
  ...voorschoten(['990001349', 'Liekkelt Mosterborg', '1968-12-04', '2254', '40027']),
  workForm: 'SECONDMENT_INDIVIDUAL',
};
/** SEVERE, and advised to stay near a quiet room: counts 1.25 in the labour years. */
export const severeWorker: FixedWorker = {
  ...voorschoten(['990001350', 'Marwout Tintelsteeg', '1986-01-30', '2251', '40028']),
  category: 'SEVERE', adaptations: ['LOW_STIMULI', 'QUIET_ROOM'],
};

/** Indicated, on welfare and on the waiting list since the decision: no employment at any company. */
export const waitingPerson: FixedPerson = {
  bsn: '990001362', name: 'Quirik Bobberlaar', birthDate: '1988-04-08', municipality: VOORSCHOTEN, postcodeArea: '2252',
  category: 'MODERATE', adaptations: ['SHORT_TASKS', 'FIXED_STRUCTURE'], decidedOn: '2012-10-01', validUntil: '2017-09-30',
};

/** Everyone above with an employment. */
export const fixedWorkers: readonly FixedWorker[] = [
  ...scenarioWorkers, ...arrangementWorkers, ...leidschendamWorkers,
  demoWorker, mentorWorker, curatorWorker, administratedWorker, expiringWorker, expiredWorker, movedWorker, secondedWorker, severeWorker,
];
export const fixedPeople: readonly FixedPerson[] = [...fixedWorkers, waitingPerson];

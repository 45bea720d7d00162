/** VUM and UM-Pilot `Werkzoekende`: what matching needs of the jobseekers of another body. Who they are is asked in a second step and not here: contact details are not taken over. */
import { CONTRACT_DURATIONS, type ContractDuration, LEVELS, LONGEST_ID, LONGEST_TITLE, type Vehicle, VEHICLES } from './codes.js';
import { Loose, type ProfileFault, profilesIn } from './loose.js';
import { radiusOf } from './read-vacancies.js';

export interface ExternalJobseeker {
  readonly id: string;
  readonly postcodeArea: string | null;
  readonly travelKilometres: number | null;
  readonly travelMinutes: number | null;
  readonly vehicle: Vehicle | null;
  readonly hoursMin: number | null;
  readonly hoursMax: number | null;
  /** Null: not known. */
  readonly needsAdaptation: boolean | null;
  readonly needsGuidance: boolean | null;
  readonly durations: readonly ContractDuration[];
  readonly occupations: readonly string[];
  readonly level: number | null;
  readonly availableFrom: string | null;
  readonly availableUntil: string | null;
}

export interface ReadJobseekers {
  readonly jobseekers: readonly ExternalJobseeker[];
  readonly faults: readonly ProfileFault[];
  readonly more: boolean;
  readonly withContacts: number;
}

const CONTACTS = ['emailadres', 'telefoonnummer', 'contactpersoon', 'contactPersoon', 'webadres', 'persoonlijkePresentatie'];
const KNOWN = { 1: 'YES', 2: 'NO', 0: 'UNKNOWN' } as const;

export function readJobseekers(message: unknown): ReadJobseekers {
  const { profiles, more } = profilesIn(message, ['werkzoekenden', 'werkzoekende', 'werkzoekendeProfielen']);
  const faults: ProfileFault[] = [];
  const loose = profiles.map((one, index) => new Loose(one, index, faults));
  return { jobseekers: loose.flatMap((one) => readJobseeker(one) ?? []), faults, more, withContacts: loose.filter((one) => CONTACTS.some((name) => one.has(name))).length };
}

function readJobseeker(seeker: Loose): ExternalJobseeker | null {
  const id = seeker.text('idWerkzoekende', LONGEST_ID);
  if (id === null) {
    if (!seeker.has('idWerkzoekende')) seeker.faults.push({ profile: seeker.profile, field: 'idWerkzoekende', text: 'Zonder nummer is naar deze werkzoekende niets te vragen.' });
    return null;
  }
  const [mobility, hours, needs, flexibility] = [seeker.in('mobiliteit'), seeker.in('werktijden'), seeker.in('eisAanWerk'), seeker.in('flexibiliteit')];
  return {
    id,
    postcodeArea: mobility.postcodeArea('bemiddelingspostcode'),
    travelKilometres: mobility.whole('maximaleReisafstand', 0, 999) ?? radiusOf(flexibility),
    travelMinutes: mobility.whole('maximaleReistijd', 0, 999),
    vehicle: seeker.each('vervoermiddel')[0]?.code('codeVervoermiddel', VEHICLES) ?? null,
    hoursMin: hours.whole('aantalWerkurenPerWeekMinimaal', 0, 99),
    hoursMax: hours.whole('aantalWerkurenPerWeekMaximaal', 0, 99),
    needsAdaptation: yesOrNo(needs, 'indicatieAanpassingWerkomgeving'),
    needsGuidance: yesOrNo(needs, 'indicatieBegeleiding'),
    durations: seeker.each('contractvorm').flatMap((one) => one.code('codeTypeArbeidscontract', CONTRACT_DURATIONS) ?? []),
    occupations: seeker.each('bemiddelingsberoep').flatMap(occupationOf),
    level: seeker.in('arbeidsmarktkwalificatie').whole('codeWerkEnDenkniveauWerkzoekende', LEVELS.lowest, LEVELS.highest),
    availableFrom: flexibility.date('datumAanvangBeschikbaarVoorWerk'),
    availableUntil: flexibility.date('datumEindeBeschikbaarVoorWerk'),
  };
}

/** Both forms of the specifications: the name at once, or inside what says whether it is coded. */
function occupationOf(occupation: Loose): string[] {
  const coded = occupation.in('beroepsnaamGecodeerd');
  const found = [
    occupation.text('naamBeroepOngecodeerd', LONGEST_TITLE), occupation.text('omschrijvingBeroepsnaam', LONGEST_TITLE),
    occupation.in('beroepsnaamOngecodeerd').text('naamBeroepOngecodeerd', LONGEST_TITLE), coded.text('omschrijvingBeroepsnaam', LONGEST_TITLE),
  ];
  return found.filter((name) => name !== null).slice(0, 1);
}

function yesOrNo(needs: Loose, name: string): boolean | null {
  const known = needs.code(name, KNOWN);
  return known === 'YES' ? true : known === 'NO' ? false : null;
}

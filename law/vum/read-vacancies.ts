/** VUM and UM-Pilot `Vacature`: what matching needs of the vacancies of another body. Contact details that may stand in them are not taken over: matching does without. */
import { CONTRACT_DURATIONS, CONTRACT_TYPES, type ContractDuration, LEVELS, LONGEST_ID, LONGEST_TITLE, RADIUS_KILOMETRES } from './codes.js';
import { Loose, type ProfileFault, profilesIn } from './loose.js';

export interface ExternalVacancy {
  readonly id: string;
  readonly title: string | null;
  /** 0 to 7; null: not said. */
  readonly level: number | null;
  readonly hoursMin: number | null;
  readonly hoursMax: number | null;
  readonly durations: readonly ContractDuration[];
  readonly types: readonly string[];
  readonly closesOn: string | null;
  readonly from: string | null;
  /** The last day of the work. Its description in the source speaks of an address; its name and form say what is meant. */
  readonly until: string | null;
  readonly postcodeArea: string | null;
  readonly radiusKilometres: number | null;
}

export interface ReadVacancies {
  readonly vacancies: readonly ExternalVacancy[];
  readonly faults: readonly ProfileFault[];
  /** The source has more than it gave. */
  readonly more: boolean;
  /** Profiles with contact details, which were left behind. */
  readonly withContacts: number;
}

const CONTACTS = ['emailadres', 'telefoonnummer', 'contactpersoon', 'contactPersoon', 'sollicitatiewijze', 'webadres'];

export function readVacancies(message: unknown): ReadVacancies {
  const { profiles, more } = profilesIn(message, ['vacatures', 'vacature']);
  const faults: ProfileFault[] = [];
  const loose = profiles.map((one, index) => new Loose(one, index, faults));
  const vacancies = loose.flatMap((one) => readVacancy(one) ?? []);
  return { vacancies, faults, more, withContacts: loose.filter((one) => CONTACTS.some((name) => one.has(name) || one.in('werkgever').has(name))).length };
}

/** Null without an id, by which it is answered: such a one cannot be asked about. */
function readVacancy(vacancy: Loose): ExternalVacancy | null {
  const id = vacancy.text('idVacature', LONGEST_ID);
  if (id === null) {
    if (!vacancy.has('idVacature')) vacancy.faults.push({ profile: vacancy.profile, field: 'idVacature', text: 'Zonder nummer is over deze vacature niets te vragen.' });
    return null;
  }
  const contracts = vacancy.each('contractvorm');
  const [hours, work] = [vacancy.in('werktijden'), vacancy.in('arbeidsVoorwaarden')];
  const flexibility = vacancy.in('flexibiliteit');
  return {
    id,
    title: vacancy.text('naamVacature', LONGEST_TITLE) ?? vacancy.in('beroep').text('naamBeroepOngecodeerd', LONGEST_TITLE),
    level: vacancy.whole('codeWerkEnDenkniveauMinimaal', LEVELS.lowest, LEVELS.highest),
    hoursMin: hours.whole('aantalWerkurenPerWeekMinimaal', 0, 99),
    hoursMax: hours.whole('aantalWerkurenPerWeekMaximaal', 0, 99),
    durations: contracts.flatMap((one) => one.code('codeTypeArbeidscontract', CONTRACT_DURATIONS) ?? []),
    types: contracts.flatMap((one) => one.code('codeTypeOvereenkomst', CONTRACT_TYPES) ?? []),
    closesOn: vacancy.date('sluitingsDatumVacature') ?? vacancy.date('sluitingsdatumVacature'),
    from: work.date('datumAanvangWerkzaamheden') ?? flexibility.date('datumAanvangBeschikbaarVoorWerk'),
    until: work.date('datumEindeWerkzaamheden'),
    postcodeArea: vacancy.in('werkgever').postcodeArea('postcode') ?? vacancy.in('mobiliteit').postcodeArea('bemiddelingspostcode'),
    radiusKilometres: radiusOf(flexibility),
  };
}

export function radiusOf(flexibility: Loose): number | null {
  const code = flexibility.whole('codeRegiostraal', 1, 9);
  return code === null ? null : RADIUS_KILOMETRES[code as keyof typeof RADIUS_KILOMETRES];
}

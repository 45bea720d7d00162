/** The whole pilot population: made once, the same every time, and handed to the writers of the bodies' files. */
import { BsnIssuer } from './bsn.js';
import { clientsOf, type Client } from './clients.js';
import { makeEmployers } from './employers.js';
import { IndicationOffice } from './indications.js';
import { residenceOf, type CompanyPopulation, type Employer, type Indication } from './model.js';
import { COMPANIES, JOINT_SERVICE, type CompanyCode } from './parameters.js';
import { municipalityOfArea } from './registers.js';
import { workersOf } from './workers.js';
import { placesAndPlacements } from './workplaces.js';

export interface Population {
  readonly companies: Readonly<Record<CompanyCode, CompanyPopulation>>;
  readonly clients: readonly Client[];
  /** By citizen service number, oldest decision first: workers of the three municipalities and of the arrangement, and the waiting list. */
  readonly indications: ReadonlyMap<string, readonly Indication[]>;
  /** Those of residents of the three municipalities. */
  readonly residentsIndications: readonly Indication[];
  /** Firms in the three municipalities. */
  readonly localEmployers: readonly Employer[];
}

export function makePopulation(): Population {
  const issuer = new BsnIssuer();
  const employers = makeEmployers();
  const company = (code: CompanyCode): CompanyPopulation => placesAndPlacements(code, workersOf(code, issuer), employers[code]);
  const companies = { 'zoetermeer-rijswijk': company('zoetermeer-rijswijk'), leiden: company('leiden'), wassenaar: company('wassenaar') };
  const clients = clientsOf(COMPANIES.flatMap((code) => companies[code].workers), issuer);
  const indications = indicationsFor(companies, clients);
  return {
    companies,
    clients,
    indications,
    residentsIndications: [...indications.values()].flat().filter((one) => isLocal(residenceOf(one.person))),
    localEmployers: localEmployersOf(Object.values(employers).flat()),
  };
}

const isLocal = (municipality: string): boolean => (JOINT_SERVICE as readonly string[]).includes(municipality);

function indicationsFor(companies: Population['companies'], clients: readonly Client[]): Map<string, Indication[]> {
  const office = new IndicationOffice();
  const residents = COMPANIES.flatMap((code) => companies[code].workers.filter((one) => isLocal(residenceOf(one.person))));
  const others = companies.wassenaar.workers.filter((one) => !isLocal(residenceOf(one.person)));
  const waiting = clients.filter((one) => one.kind === 'waiting');
  const all = [...office.forWorkers(residents), ...office.forWorkers(others), ...waiting.map((one) => office.forWaiting(one.person))];
  const byPerson = new Map<string, Indication[]>();
  for (const one of all) byPerson.set(one.person.bsn, [...(byPerson.get(one.person.bsn) ?? []), one]);
  return byPerson;
}

function localEmployersOf(employers: readonly Employer[]): Employer[] {
  const byNumber = new Map(employers.map((one) => [one.kvk, one]));
  return [...byNumber.values()].filter((one) => isLocal(municipalityOfArea(one.postcodeArea))).sort((one, other) => (one.kvk < other.kvk ? -1 : 1));
}

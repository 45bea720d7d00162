/**
 * The second half of the oracle: of an open field, whose rows. It knows the people as the population was thought of, before any body
 * wrote them down, and the agreements as the directory's own tables have them.
 */
import { hasRole, type Viewer } from '#kernel/viewer.js';
import { makePopulation } from '../../../local/population/population.js';
import { residenceOf, type Worker } from '../../../local/population/model.js';
import { COMPANIES, JOINT_SERVICE } from '../../../local/population/parameters.js';
import { rowsOf } from '../../kit/imports.js';
import { personOf, today } from '../../kit/stack.js';
import type { Kind } from './oracle.js';

interface Employed {
  readonly person: string;
  /** Body id. */
  readonly company: string;
  readonly paying: string;
}

interface Agreed {
  readonly person: string;
  /** Bodies that act for a party. */
  readonly bodies: readonly string[];
  /** Those of them that read the person himself: his college's body and the company that places him. */
  readonly confidants: readonly string[];
  /** Bodies that pay or employ: they read the money. */
  readonly payers: readonly string[];
}

/** Who moved since, because another test had it delivered. */
const RESIDENCES = 'select person_id as person, municipality from residence where from_on <= $1 and (until_on is null or until_on >= $1)';

/** What an answer was about: the things passed on the way to the field, the nearest last. */
export interface Holder {
  readonly type: 'Person' | 'SwEmployment' | 'Placement' | 'Agreement' | 'Offer';
  readonly id: string;
}

export class Rows {
  private constructor(
    private readonly residences: ReadonlyMap<string, string>,
    private readonly employments: ReadonlyMap<string, Employed>,
    /** Of each placement that a firm delivered, whose it is; those of an agreement are not among them. */
    private readonly placements: ReadonlyMap<string, Employed>,
    private readonly agreements: ReadonlyMap<string, Agreed>,
    private readonly offers: ReadonlyMap<string, { readonly person: string; readonly by: string }>,
  ) {}

  static async read(): Promise<Rows> {
    const population = makePopulation();
    const workers = COMPANIES.flatMap((code) => population.companies[code].workers);
    const people = [...workers.map(({ person }) => person), ...population.clients.map(({ person }) => person)];
    const employments = workers.map((one) => [`${one.company}:E:${one.number}`, employedAs(one)] as const);
    const placements = COMPANIES.flatMap((code) => population.companies[code].placements.map(({ number, worker }) => [`${code}:P:${number}`, employedAs(worker)] as const));
    const homes = await rowsOf<{ person: string; municipality: string }>('benefits', RESIDENCES, [today()]);
    const offers = await rowsOf<{ id: string; person: string; by: string }>('reintegration', 'select id, person, recorded_by as by from offer');
    return new Rows(new Map([...people.map((one) => [personOf(one.bsn), residenceOf(one)] as const), ...homes.map((one) => [one.person, one.municipality] as const)]), new Map(employments), new Map(placements), await agreementsNow(), new Map(offers.map((one) => [one.id, one])));
  }

  /** May this viewer see this kind of data of what holds it? Undefined: the oracle does not know what it is about. */
  allows(viewer: Viewer, kind: Kind, holders: readonly Holder[]): boolean | undefined {
    const holder = holders.at(-1);
    if (!holder) return undefined;
    if (holder.type === 'Person') return this.ofPerson(viewer, kind, holder.id, holders.at(-2));
    if (holder.type === 'SwEmployment') return this.ofEmployment(viewer, kind, holder.id);
    if (holder.type === 'Agreement') return this.ofAgreement(viewer, kind, holder.id);
    if (holder.type === 'Offer') return this.ofOffer(viewer, holder.id);
    return this.ofPlacement(viewer, holder.id, holders.at(-2));
  }

  /** The register of residents is that of the joint service: whoever lives elsewhere and works at one of the firms is not in it. */
  isRegistered(person: string): boolean {
    return (JOINT_SERVICE as readonly string[]).includes(this.residences.get(person) ?? '');
  }

  /** Has this viewer anything to do with this person? If not, the person must look as if he did not exist. */
  isStranger(viewer: Viewer, person: string): boolean {
    const kinds: readonly Kind[] = ['name', 'indication', 'employment', 'agreement', 'offer', 'access'];
    return !kinds.some((kind) => this.ofPerson(viewer, kind, person, undefined));
  }

  private ofPerson(viewer: Viewer, kind: Kind, person: string, above: Holder | undefined): boolean | undefined {
    if (hasRole(viewer, 'WORKER')) return viewer.subject === person;
    if (kind === 'access') return hasRole(viewer, 'PRIVACY_OFFICER');
    const employed = [...this.employments.values()].filter((one) => one.person === person);
    const residence = this.residences.get(person);
    // Everybody in the population has a home; somebody without one was not thought of here.
    if (residence === undefined && above) return undefined;
    const resident = hasRole(viewer, 'CASE_WORKER') && actsFor(viewer.body, residence);
    // A receiving company knows the agreement by its profile: from the person no way may lead to it.
    if (kind === 'agreement') return [...this.agreements.values()].some((one) => one.person === person && one.confidants.includes(viewer.body));
    if (kind === 'offer') return hasRole(viewer, 'CASE_WORKER') && [...this.offers.values()].some((one) => one.person === person && one.by === viewer.body);
    const own = hasRole(viewer, 'PLACEMENT_OFFICER') && employed.some(({ company }) => company === viewer.body);
    return resident || (own && (kind === 'indication' || kind === 'category' || kind === 'adaptation' || kind === 'employment'));
  }

  private ofEmployment(viewer: Viewer, kind: Kind, id: string): boolean | undefined {
    const employed = this.employments.get(id);
    if (!employed) return undefined;
    if (hasRole(viewer, 'WORKER')) return viewer.subject === employed.person;
    const own = hasRole(viewer, 'PLACEMENT_OFFICER') && viewer.body === employed.company;
    const paying = hasRole(viewer, 'CASE_WORKER') && (actsFor(viewer.body, employed.paying) || actsFor(viewer.body, this.residences.get(employed.person)));
    // After the worker's yes the firms in the negotiation read name and hours through the employment; never who he is.
    const shared = kind !== 'person' && [...this.agreements.values()].some((one) => one.person === employed.person && one.bodies.includes(viewer.body));
    return own || paying || shared;
  }

  private ofPlacement(viewer: Viewer, id: string, above: Holder | undefined): boolean | undefined {
    if (hasRole(viewer, 'WORKER')) return above?.type === 'Person' || above?.type === 'SwEmployment' ? this.allows(viewer, 'employment', [above]) : undefined;
    if (hasRole(viewer, 'PLACEMENT_OFFICER')) return viewer.body === `sw-${id.split(':')[0] ?? ''}`;
    if (!hasRole(viewer, 'CASE_WORKER')) return false;
    const placed = this.placements.get(id);
    return placed ? actsFor(viewer.body, placed.paying) : actsFor(viewer.body, JOINT_SERVICE[0]);
  }

  private ofAgreement(viewer: Viewer, kind: Kind, id: string): boolean | undefined {
    const agreed = this.agreements.get(id);
    if (!agreed) return undefined;
    if (hasRole(viewer, 'WORKER')) return viewer.subject === agreed.person;
    if (!hasRole(viewer, 'CASE_WORKER', 'PLACEMENT_OFFICER')) return false;
    if (kind === 'finance') return agreed.payers.includes(viewer.body);
    return (kind === 'person' || kind === 'representation' ? agreed.confidants : agreed.bodies).includes(viewer.body);
  }

  private ofOffer(viewer: Viewer, id: string): boolean | undefined {
    const offer = this.offers.get(id);
    if (!offer) return undefined;
    return hasRole(viewer, 'WORKER') ? viewer.subject === offer.person : hasRole(viewer, 'CASE_WORKER') && viewer.body === offer.by;
  }
}

const employedAs = ({ person, company, payingMunicipality }: Worker): Employed => ({ person: personOf(person.bsn), company: `sw-${company}`, paying: payingMunicipality });

/** The mandates of 29 November 2011: the joint service acts for its three colleges, and every other college for itself. */
function actsFor(body: string, municipality: string | undefined): boolean {
  if (municipality === undefined) return false;
  const joint = (JOINT_SERVICE as readonly string[]).includes(municipality);
  return joint ? body === 'werk-en-inkomen' : body === `gm-${municipality}`;
}

async function agreementsNow(): Promise<Map<string, Agreed>> {
  const agreements = await rowsOf<{ id: string; person: string; placing: string }>('reintegration', 'select id, person, placing_body as placing from agreement');
  const parties = await rowsOf<{ agreement: string; role: string; body: string }>('reintegration', 'select agreement, role, acting_body as body from agreement_party');
  return new Map(
    agreements.map(({ id, person, placing }) => {
      const own = parties.filter(({ agreement }) => agreement === id);
      const residence = own.filter(({ role }) => role === 'RESIDENCE_AUTHORITY').map(({ body }) => body);
      const employers = own.filter(({ role }) => role === 'FORMAL_EMPLOYER').map(({ body }) => body);
      return [id, { person, bodies: own.map(({ body }) => body), confidants: [placing, ...residence], payers: [placing, ...residence, ...employers] }];
    }),
  );
}

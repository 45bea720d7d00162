/**
 * The oracle: who may see what of a worker, written from the law and the minimum-data rule of the domain brief (2.10; Wsw art. 15,
 * Wgs art. 8, AVG art. 15) by hand. It reads neither the directives nor the register of activities, on purpose: where it and the
 * product differ, one of the two is wrong, and a person decides which.
 */
import type { Role, Viewer } from '#kernel/viewer.js';
import { coordinate, type Path } from './paths.js';

export type Kind =
  | 'person' | 'bsn' | 'name' | 'birth' | 'residence' | 'representation' | 'application' | 'benefit' | 'debt' | 'indication' | 'category'
  | 'adaptation' | 'trajectory' | 'employment' | 'placement' | 'offer' | 'agreement' | 'finance' | 'option' | 'task' | 'access'
  | 'debt delivery';

const REGISTER: readonly Kind[] = ['person', 'bsn', 'name', 'birth', 'residence', 'representation'];
const OWN_FILE: readonly Kind[] = [...REGISTER, 'application', 'benefit', 'debt', 'indication', 'category', 'adaptation', 'trajectory', 'employment', 'placement', 'offer', 'agreement', 'finance', 'task', 'access'];

/** Role, purpose, kinds. What is not here is nobody's: analysts, policy officers, councils and operators see no person at all. */
export const TABLE: readonly (readonly [Role, string, readonly Kind[]])[] = [
  // The college of residence carries out the Wsw for its residents: everything but their debts.
  ['CASE_WORKER', 'wsw', [...REGISTER, 'application', 'benefit', 'indication', 'category', 'adaptation', 'trajectory', 'employment', 'placement', 'offer', 'agreement', 'finance', 'option', 'task']],
  ['CASE_WORKER', 'bijstand', [...REGISTER, 'application', 'benefit', 'trajectory', 'task']],
  ['CASE_WORKER', 'schuldhulp', [...REGISTER, 'application', 'benefit', 'debt']],
  // The half-yearly delivery (Regeling uitvoering sw art. 11): what its record holds, no name, no advice on adaptations, no placement.
  ['CASE_WORKER', 'levering-statistiek-wsw', ['person', 'bsn', 'birth', 'residence', 'indication', 'category', 'employment']],
  // Deliveries that the law asks: what the record has in it. Debts leave by a question between bodies that no client's schema has.
  ['CASE_WORKER', 'levering-ddas', ['bsn', 'debt delivery']],
  ['CASE_WORKER', 'levering-srg', ['person', 'bsn', 'birth', 'trajectory']],
  // The employing firm: indication, category (for finance), adaptations, hours; no benefits, debts, household, address.
  ['PLACEMENT_OFFICER', 'wsw', ['person', 'name', 'indication', 'category', 'adaptation', 'employment', 'placement', 'agreement', 'finance', 'option', 'task']],
  ['WIJKTEAM', 'schuldhulp', ['person', 'name', 'birth', 'residence', 'representation', 'debt']],
  // The worker: everything about himself, and who looked.
  ['WORKER', 'inzage', OWN_FILE],
  ['ANALYST', 'statistiek', []],
  ['POLICY_OFFICER', 'statistiek', []],
  ['POLICY_OFFICER', 'beleid', []],
  ['COUNCIL_MEMBER', 'beleid', []],
  ['PARTICIPATION_COUNCIL', 'beleid', []],
  // Who looked, and nothing of what was seen; he must be able to say at whom.
  ['PRIVACY_OFFICER', 'toezicht', ['person', 'access']],
  ['OPERATOR', 'beheer', []],
];

export const purposesOf = (role: Role): string[] => TABLE.filter(([one]) => one === role).map(([, purpose]) => purpose);

export function kindsFor({ roles, purpose }: Viewer): ReadonlySet<Kind> {
  return new Set(TABLE.filter(([role, one]) => roles.includes(role) && one === purpose).flatMap(([, , kinds]) => kinds));
}

/** What kind of data a field is; `Company` stands for each company's own type and for the interface. */
const FIELDS: Readonly<Record<string, readonly Kind[]>> = {
  'Query.person': ['person'],
  'Query.accessEntries': ['access'],
  'Query.personByBsn': ['person', 'bsn'],
  'Query.clients': ['person'],
  'Query.applications': ['application'],
  'Query.tasks': ['task'],
  'Query.agreement': ['agreement'],
  'Query.agreements': ['agreement'],
  'Query.groupOrder': ['agreement'],
  'Query.groupOrders': ['agreement'],
  'Query.workplaceOptions': ['option'],
  'Query.candidateOptions': ['option'],
  'Person.bsn': ['bsn'],
  'Person.name': ['name'],
  'Person.birthDate': ['birth'],
  'Person.residence': ['residence'],
  'Person.representatives': ['representation'],
  'Person.applications': ['application'],
  'Person.benefits': ['benefit'],
  'Person.debtTrajectories': ['debt'],
  'Person.indications': ['indication'],
  'Person.trajectories': ['trajectory'],
  'Person.employments': ['employment'],
  'Person.offers': ['offer'],
  'Person.agreements': ['agreement'],
  'Person.accessLog': ['access'],
  'Application.person': ['person'],
  'Indication.category': ['category'],
  'Indication.adaptations': ['adaptation'],
  'Indication.adviceSupervisedEmployment': ['adaptation'],
  'Representative.name': ['name'],
  'SwEmployment.person': ['person'],
  'SwEmployment.workerName': ['name'],
  'SwCompany.employments': ['employment'],
  'SwCompany.placements': ['placement'],
  'SwEmployment.hoursPerWeek': ['employment'],
  'Placement.employment': ['employment'],
  'Placement.agreement': ['agreement'],
  'Placement.supervisor': ['placement'],
  'Agreement.person': ['person'],
  'Agreement.employment': ['employment'],
  'Agreement.amends': ['agreement'],
  // Labour years tell the category: for who pays or employs, and for himself.
  'Agreement.finance': ['finance'],
  'Agreement.financeRecalculation': ['finance'],
  'Terms.finance': ['finance'],
  'FinanceRecalculation.finance': ['finance'],
  'Agreement.groupOrder': ['agreement'],
  'GroupOrder.places': ['agreement'],
  'GroupOrderPlace.agreement': ['agreement'],
  'Refusal.agreement': ['agreement'],
  'Offer.person': ['person'],
  'Offer.representative': ['representation'],
  'WorkerStep.representative': ['representation'],
  'WorkerStep.alsoDecided': ['representation'],
  'Task.person': ['person'],
  'Task.agreement': ['agreement'],
};

const COMPANY_TYPE = /^(?:ZoetermeerRijswijk|Leiden|Wassenaar)(SwEmployment|SwCompany|Placement|SwEmploymentConnection|PlacementConnection)$/;

export const abstractName = (type: string): string => COMPANY_TYPE.exec(type)?.[1] ?? type;

export function kindsOf(parent: string, field: string): readonly Kind[] {
  return FIELDS[`${abstractName(parent)}.${field}`] ?? [];
}

export const isProtected = (parent: string, field: string): boolean => kindsOf(parent, field).length > 0;
/** All protected coordinates by hand, to see whether the schema still has each of them. */
export const PROTECTED: readonly string[] = Object.keys(FIELDS);

/** The first coordinate on the way that is closed to these kinds; null: the whole way is open. */
export function closedAt(path: Path, kinds: ReadonlySet<Kind>): string | null {
  const closed = path.find(({ parent, field }) => kindsOf(parent, field).some((kind) => !kinds.has(kind)));
  return closed ? coordinate(closed) : null;
}

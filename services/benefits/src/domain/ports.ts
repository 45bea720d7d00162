/**
 * What the graph may ask of the store. Whoever implements these was given a `Reading` when it was made, so that there is no way to
 * read without a scope: what the viewer may not see is not in the answer.
 */
import type { DebtHelpClient, DebtHelpFacts } from '#law/ddas/facts.js';
import type { DecidedApplication } from './application-statistics.js';
import type {
  ApplicationFacts,
  BenefitFacts,
  DebtTrajectoryFacts,
  MunicipalityFacts,
  PersonFacts,
  PolicyFacts,
  RegionMembership,
  RepresentativeFacts,
  Residence,
  SuspensionFacts,
} from './facts.js';
import type { PersonScope } from './policy.js';

/** For whom one request reads. */
export interface Reading {
  readonly scope: PersonScope;
  /** Whether the viewer may see figures about everybody. */
  readonly figures: boolean;
  /** Whether the viewer may see who asked for debt help. */
  readonly debts: boolean;
  /** CBS codes of the municipalities whose debt trajectories the viewer may deliver. */
  readonly debtDeliveries: readonly string[];
  /** Business date, YYYY-MM-DD. */
  readonly on: string;
}

export interface Slice {
  readonly first: number;
  /** Sort key of the row before; null for the first page. */
  readonly after: readonly string[] | null;
}

/** At most `first + 1` rows, in order, and how many there are without the page. */
export interface Found<T> {
  readonly rows: readonly T[];
  readonly totalCount: number;
}

export interface PersonReader {
  persons(ids: readonly string[]): Promise<readonly PersonFacts[]>;
  residences(persons: readonly string[]): Promise<readonly Residence[]>;
  representativesOf(persons: readonly string[]): Promise<readonly RepresentativeFacts[]>;
  representatives(numbers: readonly string[]): Promise<readonly RepresentativeFacts[]>;
  /** By name, then id; `search`: the beginning of any word of the name. */
  clients(filter: { municipality?: string | null; search?: string | null }, slice: Slice): Promise<Found<PersonFacts>>;
}

export interface FileReader {
  applicationsOf(persons: readonly string[]): Promise<readonly ApplicationFacts[]>;
  applications(numbers: readonly string[]): Promise<readonly ApplicationFacts[]>;
  suspensions(applications: readonly string[]): Promise<readonly SuspensionFacts[]>;
  benefitsOf(persons: readonly string[]): Promise<readonly BenefitFacts[]>;
  debtTrajectoriesOf(persons: readonly string[]): Promise<readonly DebtTrajectoryFacts[]>;
  /** Earliest due first; the sort key is [day, number]. */
  applicationList(filter: ApplicationListFilter, slice: Slice): Promise<Found<ApplicationFacts & { readonly dueKey: string }>>;
  /** Everybody's, without persons; nothing for a viewer who may not see figures. */
  decidedApplications(): Promise<readonly DecidedApplication[]>;
}

export interface ApplicationListFilter {
  readonly municipality?: string | null;
  readonly open?: boolean | null;
  /** By the last day as it rolls. */
  readonly dueFrom?: string | null;
  readonly dueBefore?: string | null;
}

/** The debt trajectories of a responsible municipality that ran on a day of a period, by number; nothing outside `Reading.debtDeliveries`. */
export interface DebtDeliveryReader {
  debtHelp(question: DebtDeliveryQuestion, slice: { readonly first: number; readonly after: string | null }): Promise<readonly IdentifiedDebtHelp[]>;
}

/** With the person id of each client, so that who asks can write down whom it was about. */
export interface IdentifiedDebtHelp extends DebtHelpFacts {
  readonly clients: readonly (DebtHelpClient & { readonly person: string })[];
}

export interface DebtDeliveryQuestion {
  readonly municipality: string;
  readonly from: string;
  readonly until: string;
}

/** Open data: no scope. */
export interface MunicipalityReader {
  municipalities(): Promise<readonly MunicipalityFacts[]>;
  municipalitiesByCode(codes: readonly string[]): Promise<readonly MunicipalityFacts[]>;
  regions(): Promise<readonly RegionMembership[]>;
  policies(): Promise<readonly PolicyFacts[]>;
  /** Day of the last delivery of each kind of file; null where it came without one. */
  deliveries(): Promise<ReadonlyMap<string, string | null>>;
}

/** One request's loaders: however many rows a list has, each kind of fact is one statement. */
import DataLoader from 'dataloader';
import type { ApplicationFacts, BenefitFacts, DebtTrajectoryFacts, MunicipalityFacts, PersonFacts, PolicyFacts, RegionMembership, RepresentativeFacts, Residence, SuspensionFacts } from '../domain/facts.js';
import { groupBy } from '../domain/group-by.js';
import type { DebtDeliveryReader, FileReader, MunicipalityReader, PersonReader } from '../domain/ports.js';

export interface Readers {
  readonly persons: PersonReader;
  readonly files: FileReader;
  readonly debtDeliveries: DebtDeliveryReader;
  readonly municipalities: MunicipalityReader;
}

export interface Loaders {
  /** Null for a person whom the viewer may not see, or who does not exist. */
  readonly person: DataLoader<string, PersonFacts | null>;
  readonly residences: DataLoader<string, Residence[]>;
  readonly representativesOf: DataLoader<string, RepresentativeFacts[]>;
  readonly representative: DataLoader<string, RepresentativeFacts | null>;
  readonly applicationsOf: DataLoader<string, ApplicationFacts[]>;
  readonly application: DataLoader<string, ApplicationFacts | null>;
  readonly suspensions: DataLoader<string, SuspensionFacts[]>;
  readonly benefits: DataLoader<string, BenefitFacts[]>;
  readonly debtTrajectories: DataLoader<string, DebtTrajectoryFacts[]>;
  /** One by code: of a country there are hundreds, and a page names a few. */
  readonly municipality: DataLoader<string, MunicipalityFacts | null>;
  municipalities(): Promise<ReadonlyMap<string, MunicipalityFacts>>;
  regions(): Promise<ReadonlyMap<string, RegionMembership[]>>;
  policies(): Promise<readonly PolicyFacts[]>;
  deliveries(): Promise<ReadonlyMap<string, string | null>>;
}

export function createLoaders({ persons, files, municipalities }: Pick<Readers, 'persons' | 'files' | 'municipalities'>): Loaders {
  return {
    person: oneBy((ids) => persons.persons(ids), (one) => one.id),
    residences: manyBy((ids) => persons.residences(ids), (one) => one.person),
    representativesOf: manyBy((ids) => persons.representativesOf(ids), (one) => one.person),
    representative: oneBy((numbers) => persons.representatives(numbers), (one) => one.number),
    applicationsOf: manyBy((ids) => files.applicationsOf(ids), (one) => one.person),
    application: oneBy((numbers) => files.applications(numbers), (one) => one.number),
    suspensions: manyBy((numbers) => files.suspensions(numbers), (one) => one.application),
    benefits: manyBy((ids) => files.benefitsOf(ids), (one) => one.person),
    debtTrajectories: manyBy((ids) => files.debtTrajectoriesOf(ids), (one) => one.person),
    municipality: oneBy((codes) => municipalities.municipalitiesByCode(codes), (one) => one.code),
    municipalities: once(async () => new Map((await municipalities.municipalities()).map((one) => [one.code, one]))),
    regions: once(async () => groupBy(await municipalities.regions(), (one) => one.municipality)),
    policies: once(() => municipalities.policies()),
    deliveries: once(() => municipalities.deliveries()),
  };
}

type Read<T> = (keys: readonly string[]) => Promise<readonly T[]>;

function oneBy<T>(read: Read<T>, keyOf: (row: T) => string): DataLoader<string, T | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

function manyBy<T>(read: Read<T>, keyOf: (row: T) => string): DataLoader<string, T[]> {
  return new DataLoader(async (keys) => {
    const rows = groupBy(await read(keys), keyOf);
    return keys.map((key) => rows.get(key) ?? []);
  });
}

/** Small tables are read whole, the first time somebody asks. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => (answer ??= read());
}

/** One statement per list, however many persons a request shows. Made per request, so that nothing outlives its viewer. */
import DataLoader from 'dataloader';
import type { PersonScope } from '../domain/directory-policy.js';
import type { DirectoryReads, EmploymentPointer, Trajectory } from '../domain/directory-ports.js';
import type { ResidenceMove } from '../domain/finance-facts.js';
import type { FinanceReads } from '../domain/finance-ports.js';
import type { Indication } from '../domain/indication.js';

type ListLoader<R> = DataLoader<string, readonly R[]>;

/** By person id; a person without visible rows has an empty list. */
export interface DirectoryLoaders {
  readonly indications: ListLoader<Indication>;
  readonly trajectories: ListLoader<Trajectory>;
  readonly employments: ListLoader<EmploymentPointer>;
  readonly moves: ListLoader<ResidenceMove>;
}

export function directoryLoaders(reads: DirectoryReads, finance: FinanceReads, scope: PersonScope): DirectoryLoaders {
  return {
    indications: listLoader((persons) => reads.indicationsOf(persons, scope)),
    trajectories: listLoader((persons) => reads.trajectoriesOf(persons, scope)),
    employments: listLoader((persons) => reads.employmentsOf(persons, scope)),
    moves: listLoader((persons) => finance.movesOf(persons, scope)),
  };
}

function listLoader<R>(read: (persons: readonly string[]) => Promise<ReadonlyMap<string, readonly R[]>>): ListLoader<R> {
  return new DataLoader(async (persons) => {
    const rows = await read(persons);
    return persons.map((person) => rows.get(person) ?? []);
  });
}

/** The directory's reads of one request, all through its one transaction. */
import { isEmpty, type PersonScope } from '../domain/directory-policy.js';
import type { DirectoryReads } from '../domain/directory-ports.js';
import { EmploymentPointerStore } from './employment-pointer.store.js';
import { IndicationStore } from './indication.store.js';
import type { Reader } from './reader.js';
import { TrajectoryStore } from './trajectory.store.js';

export function directoryReads(reader: Reader): DirectoryReads {
  const indications = new IndicationStore(reader);
  const trajectories = new TrajectoryStore(reader);
  const pointers = new EmploymentPointerStore(reader);
  return {
    indicationsOf: (persons, scope) => indications.ofPersons(persons, scope),
    trajectoriesOf: (persons, scope) => trajectories.ofPersons(persons, scope),
    employmentsOf: (persons, scope) => pointers.ofPersons(persons, scope),
    isVisible: (person, scope) => isVisible(reader, person, scope),
    trajectoryCells: (until) => trajectories.cells(until),
    waitingCandidates: (on) => indications.waitingCandidates(on),
    employedCandidates: (on) => indications.employedCandidates(on),
  };
}

async function isVisible(reader: Reader, person: string, scope: PersonScope): Promise<boolean> {
  if (isEmpty(scope)) return false;
  const indications = await new IndicationStore(reader).ofPersons([person], scope);
  if (indications.size > 0) return true;
  const pointers = await new EmploymentPointerStore(reader).ofPersons([person], scope);
  if (pointers.size > 0) return true;
  const trajectories = await new TrajectoryStore(reader).ofPersons([person], scope);
  return trajectories.size > 0;
}

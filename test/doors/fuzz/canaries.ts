/**
 * What must not come out for each of the five who ask: numbers and names of invented people who are none of theirs. The names of the
 * fixed people are in no list of first and family names that anything else is made of, and each is there once.
 */
import type { Viewer } from '#kernel/viewer.js';
import { demoWorker, fixedPeople, fixedWorkers } from '../../../local/population/fixed-people.js';
import { residenceOf } from '../../../local/population/model.js';
import { JOINT_SERVICE } from '../../../local/population/parameters.js';
import { makePopulation } from '../../../local/population/population.js';
import { personNumbersIn } from '../../kit/canary.js';
import { viewerOf } from '../asking/people.js';

export interface Watched {
  readonly viewer: Viewer;
  /** Names and numbers in the text that this viewer may not see. */
  seenWithoutRight(text: string): string[];
}

export function watched(): Watched[] {
  const population = makePopulation();
  const residents = new Set([...population.clients.map(({ person }) => person), ...Object.values(population.companies).flatMap(({ workers }) => workers.map(({ person }) => person))]
    .filter((person) => (JOINT_SERVICE as readonly string[]).includes(residenceOf(person))).map(({ bsn }) => bsn));
  const everyName = fixedPeople.map(({ name }) => name);
  const strangers = fixedWorkers.filter(({ company }) => company !== 'leiden').map(({ name }) => name);
  const others = fixedPeople.filter(({ bsn }) => bsn !== demoWorker.bsn).map(({ name }) => name);
  const watch = (viewer: Viewer, names: readonly string[], mayReadNumber: (bsn: string) => boolean): Watched => ({
    viewer,
    seenWithoutRight: (text) => [...personNumbersIn(text).filter((bsn) => !mayReadNumber(bsn)), ...names.filter((name) => text.includes(name))],
  });
  return [
    watch(viewerOf('CASE_WORKER', 'werk-en-inkomen', 'wsw'), [], (bsn) => residents.has(bsn)),
    watch(viewerOf('PLACEMENT_OFFICER', 'sw-leiden', 'wsw'), strangers, () => false),
    watch(viewerOf('ANALYST', 'werk-en-inkomen', 'statistiek'), everyName, () => false),
    watch(viewerOf('PRIVACY_OFFICER', 'werk-en-inkomen', 'toezicht'), everyName, () => false),
    watch(viewerOf('WORKER', 'gm-0626', 'inzage'), others, (bsn) => bsn === demoWorker.bsn),
  ];
}

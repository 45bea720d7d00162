/** One case: a federation, and questions to it with something that goes wrong. Made of tapes, so that it shrinks part by part. */
import fc from 'fast-check';
import { downFaults, fieldFaults, NO_FAULTS, TWISTS, twistFaults, type Faults } from './faults.js';
import { requiredNames, type FederationModel } from './model.js';
import { nameOf } from './print.js';
import { Tape } from './tape.js';

export interface Case {
  readonly federation: readonly number[];
  readonly world: number;
  readonly questions: readonly Asking[];
}

export interface Asking {
  readonly document: readonly number[];
  readonly faults: readonly number[];
}

/** The small numbers first: a tape of zeros is the simplest case. */
const tape = (length: number): fc.Arbitrary<number[]> => fc.noBias(fc.array(fc.nat(1 << 20), { minLength: Math.floor(length / 2), maxLength: length, size: 'max' }));

export const cases: fc.Arbitrary<Case> = fc.record({
  federation: tape(220),
  world: fc.nat(50),
  questions: fc.noBias(fc.array(fc.record({ document: tape(140), faults: tape(4) }), { minLength: 4, maxLength: 12, size: 'max' })),
});

export type FaultKind = 'none' | 'fields' | 'down' | 'twist';

export function faultsOf(numbers: readonly number[], model: FederationModel): { readonly kind: FaultKind; readonly faults: Faults } {
  const tape = new Tape(numbers);
  const kind = tape.pick(['none', 'none', 'fields', 'fields', 'down', 'twist'] as const);
  const seed = tape.below(1000);
  if (kind === 'fields') return { kind, faults: fieldFaults(seed, 3 + tape.below(6), isFree(model)) };
  if (kind === 'down') return { kind, faults: downFaults(seed, new Map([[nameOf(tape.below(model.subgraphs)), tape.pick(['at once', 'late'] as const)]])) };
  if (kind === 'twist') return { kind, faults: twistFaults(seed, tape.pick(TWISTS)) };
  return { kind, faults: NO_FAULTS };
}

/** Of keys and of what a @requires needs, a fault reaches further in a federation than in one schema: those fail by a subgraph that is down. */
function isFree(model: FederationModel): (field: string) => boolean {
  const needed = new Set(requiredNames(model));
  for (const { name, strict } of [...model.objects.flatMap(({ fields }) => fields), ...model.queries]) if (strict.length > 0) needed.add(name);
  return (field) => !needed.has(field);
}

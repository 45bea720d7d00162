/** For `npm run test:doors -- metamorphic --count 10000`: decisions by the thousand, and the data of a sample from the running stack. */
import type { FaultArgs, Figures } from '../../faults/measures/part.js';
import { metamorphicRun } from './run.js';
import { asDemoUser, knownIds } from './with-stack.js';

const SHORT = 300;
const LONG = 10_000;

export function metamorphic({ count, long, seed, say }: FaultArgs & { readonly count?: number | undefined }): Promise<Figures> {
  return metamorphicRun({ rewrites: count ?? (long ? LONG : SHORT), seed, say, ask: asDemoUser(), ids: knownIds() });
}

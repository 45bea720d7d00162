/**
 * Where the library is known to be wrong, by name. A difference counts as known only if its name fits the case; that each is a fault of the library
 * and not of ours is shown on a supergraph of its own in known-faults.test.ts.
 */
import type { Verdict } from './answer.js';
import type { Difference } from './compare.js';
import type { JudgedCase } from './judged-case.js';
import { featuresOf, requiredNames } from './model.js';

interface KnownFault {
  readonly name: string;
  fits(asked: JudgedCase, verdict: Verdict, difference: Difference): boolean;
}

/** The first that fits names a difference. */
export const KNOWN_FAULTS: readonly KnownFault[] = [
  { name: 'order of keys', fits: (_asked, _verdict, { kind }) => kind === 'order of keys' },
  { name: 'commands twice, or out of order', fits: ({ question }) => question.text.startsWith('mutation') },
  { name: 'an alias that is the name of a key', fits: ({ question, federation }) => [...question.text.matchAll(/(\w+): \w/g)].some(([, alias = '']) => requiredNames(federation.model).has(alias)) },
  { name: 'an interface object takes the type away', fits: ({ federation: { model } }, _verdict, { kind }) => kind === 'data' && model.interfaces.some(({ objectAt }) => objectAt !== undefined) },
  { name: 'nulls that rise are told beside the errors', fits: (_asked, { completion }, { kind }) => kind === 'places of errors' && completion.length > 0 },
  { name: 'error index behind lists of several types', fits: ({ kind, federation: { model } }, _verdict, difference) => kind === 'fields' && difference.kind === 'places of errors' && model.interfaces.length + model.unions.length > 0 },
  { name: '@requires with arguments', fits: ({ federation }) => featuresOf(federation.model).requiresWithArguments },
];

export function knownFault(asked: JudgedCase, verdict: Verdict, difference: Difference): string {
  return KNOWN_FAULTS.find((fault) => fault.fits(asked, verdict, difference))?.name ?? 'unknown';
}

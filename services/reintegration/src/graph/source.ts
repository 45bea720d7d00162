/** Where a row of the joint service's registers comes from: the municipality that delivered it. */
import type { Source } from '#shell/value-types.js';
import { isFresh } from '../domain/indication.js';
import type { DirectoryParts } from './directory.context.js';

export function municipalSource({ municipality, asOf }: { readonly municipality: string; readonly asOf: string }, directory: DirectoryParts): Source {
  return { body: directory.registers.body(`gm-${municipality}`), asOf, fresh: isFresh(asOf, directory.ground.on) };
}

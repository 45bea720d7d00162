/** The list of known operations that is committed with the schema. */
import { readFileSync } from 'node:fs';
import { inRepository } from '../../local/paths.js';

/** Id by the operation's name. */
export function loadManifestIds(): ReadonlyMap<string, string> {
  const { operations } = JSON.parse(readFileSync(inRepository('schema', 'operations', 'manifest.json'), 'utf8')) as { operations: { id: string; name: string }[] };
  return new Map(operations.map(({ id, name }) => [name, id]));
}

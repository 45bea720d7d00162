/** The public operations, as files: what the portal, the partner desk and the analyst send. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DocumentNode } from 'graphql';
import { SCHEMA_DIR } from './subgraphs.js';

export function loadOperations(dir: string = join(SCHEMA_DIR, 'operations')): ReadonlyMap<string, DocumentNode> {
  const files = readdirSync(dir).filter((file) => file.endsWith('.graphql'));
  return new Map(files.sort().map((file) => [file, parse(readFileSync(join(dir, file), 'utf8'))]));
}

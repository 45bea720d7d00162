/**
 * A list of known operations (persisted documents), in the format of Apollo's manifests. Guarantees that an id is the SHA-256 of its
 * text: a list that was edited by hand, and so would run something else under a known name, stops the start.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { sha256Hex } from '#kernel/canonical.js';

const ID = /^(?:sha256:)?([0-9a-f]{64})$/;

const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().regex(ID), name: z.string(), type: z.enum(['query', 'mutation', 'subscription']), body: z.string().min(1) })),
});

/** Text by id; an id is `sha256:` and 64 hexadecimal digits. */
export type KnownTexts = ReadonlyMap<string, string>;

export function loadManifest(file: string): KnownTexts {
  const { operations } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const texts = new Map<string, string>();
  for (const { id, name, body } of operations) {
    const own = sha256Hex(body);
    if (ID.exec(id)?.[1] !== own) throw new Error(`${file}: the id of operation ${name} is not the SHA-256 of its text`);
    texts.set(`sha256:${own}`, body);
  }
  return texts;
}

/**
 * What outlives a restart: the last supergraph that was served, and which operations were asked recently. Guarantees that what is read was written
 * whole: a file is put in place at once and carries the checksum of its content.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const SUPERGRAPH = 'supergraph.graphql';
const OPERATIONS = 'operations.json';
/** A comment in GraphQL, so that the file can be used as it is. */
const HEAD = /^# sha256:([0-9a-f]{64})\n/;

export interface State {
  /** As it was read from the file; null when there is none that is whole. */
  supergraph(): Promise<string | null>;
  keepSupergraph(text: string): Promise<void>;
  operations(): Promise<readonly string[]>;
  keepOperations(texts: readonly string[]): Promise<void>;
}

/** `folder` undefined: nothing is kept. */
export function stateIn(folder: string | undefined): State {
  if (folder === undefined) return { supergraph: async () => null, keepSupergraph: async () => undefined, operations: async () => [], keepOperations: async () => undefined };
  const operations = z.array(z.string());
  return {
    supergraph: () => read(join(folder, SUPERGRAPH)),
    keepSupergraph: (text) => write(folder, SUPERGRAPH, text),
    operations: async () => {
      const text = await read(join(folder, OPERATIONS));
      return text === null ? [] : operations.parse(JSON.parse(text));
    },
    keepOperations: (texts) => write(folder, OPERATIONS, JSON.stringify(texts)),
  };
}

async function read(file: string): Promise<string | null> {
  const whole = await readFile(file, 'utf8').catch(() => '');
  const sum = HEAD.exec(whole)?.[1];
  if (sum === undefined) return null;
  const text = whole.slice(whole.indexOf('\n') + 1);
  return sumOf(text) === sum ? text : null;
}

async function write(folder: string, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const besides = join(folder, `.${name}.${randomUUID()}`);
  try {
    const handle = await open(besides, 'wx', 0o600);
    try {
      await handle.writeFile(`# sha256:${sumOf(text)}\n${text}`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(besides, join(folder, name));
  } catch (error) {
    await rm(besides, { force: true });
    throw error;
  }
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

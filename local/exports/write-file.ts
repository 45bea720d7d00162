/**
 * Puts a file that comes in parts where it was asked: to standard output, or under its name when it is whole and not before. It may hold personal
 * data: nobody else on this machine may read it.
 */
import { once } from 'node:events';
import { open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';

export interface Written {
  readonly bytes: number;
}

/** `told` hears how many bytes there are, part by part. */
export async function writeParts(parts: AsyncIterable<string>, out: string | null, stdout: Writable, told: (bytes: number) => void): Promise<Written> {
  return out === null ? toStream(parts, stdout, told) : toFile(parts, out, told);
}

async function toStream(parts: AsyncIterable<string>, stream: Writable, told: (bytes: number) => void): Promise<Written> {
  let bytes = 0;
  for await (const part of parts) {
    if (!stream.write(part)) await once(stream, 'drain');
    told((bytes += Buffer.byteLength(part)));
  }
  return { bytes };
}

async function toFile(parts: AsyncIterable<string>, out: string, told: (bytes: number) => void): Promise<Written> {
  const unfinished = `${out}.${process.pid}.part`;
  const file = await open(unfinished, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const part of parts) {
      await file.writeFile(part);
      told((bytes += Buffer.byteLength(part)));
    }
    await file.sync();
    await file.close();
    await rename(unfinished, out);
    return { bytes };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

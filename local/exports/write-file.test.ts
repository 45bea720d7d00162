import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { writeParts } from './write-file.js';

async function* parts(breaksOff: boolean): AsyncGenerator<string> {
  yield 'één;';
  yield 'twee';
  if (breaksOff) throw new Error('broke off');
}
const folders: string[] = [];
async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'schakel-export-'));
  folders.push(made);
  return made;
}
afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true }))));
const nowhere = new PassThrough();

describe('a file that comes in parts', () => {
  it('stands under its name when it is whole, for its owner alone, in place of an older one', async () => {
    const out = join(await folder(), 'file.txt');
    await writeFile(out, 'older');
    const heard: number[] = [];
    expect(await writeParts(parts(false), out, nowhere, (bytes) => heard.push(bytes))).toEqual({ bytes: 10 });
    expect([await readFile(out, 'utf8'), (await stat(out)).mode & 0o777, heard]).toEqual(['één;twee', 0o600, [6, 10]]);
  });

  it('that breaks off leaves nothing behind, and the older one as it was', async () => {
    const where = await folder();
    await writeFile(join(where, 'file.txt'), 'older');
    await expect(writeParts(parts(true), join(where, 'file.txt'), nowhere, () => undefined)).rejects.toThrow('broke off');
    expect([await readdir(where), await readFile(join(where, 'file.txt'), 'utf8')]).toEqual([['file.txt'], 'older']);
  });

  it('goes to standard output when no name is given', async () => {
    const stdout = new PassThrough();
    expect(await writeParts(parts(false), null, stdout, () => undefined)).toEqual({ bytes: 10 });
    expect(stdout.read().toString()).toBe('één;twee');
  });
});

/** Puts the files of every body in its own folder, and the deliberately bad ones beside them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { benefitsFiles } from './files/benefits-files.js';
import { leidenFiles } from './files/leiden-files.js';
import { reintegrationFiles } from './files/reintegration-files.js';
import type { FileText } from './files/table.js';
import { laterWassenaarFiles, wassenaarFiles } from './files/wassenaar-files.js';
import { zoetermeerRijswijkFiles } from './files/zoetermeer-rijswijk-files.js';
import { faultyFiles } from './faulty/faulty-files.js';
import type { Population } from './population.js';

/** Path relative to the output folder, with forward slashes, to text: all that a run writes. */
export function populationFiles(population: Population): ReadonlyMap<string, string> {
  const { companies } = population;
  const good = [
    ...under('benefits', benefitsFiles(population)),
    ...under('reintegration', reintegrationFiles(population)),
    ...under('sw-zoetermeer-rijswijk', zoetermeerRijswijkFiles(companies['zoetermeer-rijswijk'])),
    ...under('sw-leiden', leidenFiles(companies.leiden)),
    ...under('sw-wassenaar', wassenaarFiles(population)),
  ];
  const later = under('later/sw-wassenaar', laterWassenaarFiles(population));
  return new Map([...good, ...later, ...under('faulty', faultyFiles(new Map(good)))]);
}

function under(folder: string, files: readonly FileText[]): FileText[] {
  return files.map(([name, text]) => [`${folder}/${name}`, text]);
}

export function writeFiles(outdir: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const target = join(outdir, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

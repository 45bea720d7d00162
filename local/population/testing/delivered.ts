/** For tests: the delivered files of one run, read back as records. */
import { parse } from 'csv-parse/sync';
import { makePopulation } from '../population.js';
import { populationFiles } from '../write.js';

export type Row = Readonly<Record<string, string>>;

export class Delivered {
  readonly files = populationFiles(makePopulation());

  text(path: string): string {
    const text = this.files.get(path);
    if (text === undefined) throw new RangeError(`${path} is not written`);
    return text;
  }

  rows(path: string): Row[] {
    return parse(this.text(path), { columns: true, delimiter: path.startsWith('sw-leiden/') ? ';' : ',' }) as Row[];
  }

  lines(path: string): string[] {
    return this.text(path).trimEnd().split('\n');
  }
}

/** The value of a column; throws where the file has no such column, so that a test cannot pass on a missing one. */
export function value(row: Row, column: string): string {
  const found = row[column];
  if (found === undefined) throw new RangeError(`no column ${column}`);
  return found;
}

export const column = (rows: readonly Row[], name: string): string[] => rows.map((row) => value(row, name));

export function shareOf<T>(items: readonly T[], isCounted: (item: T) => boolean): number {
  return items.filter(isCounted).length / items.length;
}

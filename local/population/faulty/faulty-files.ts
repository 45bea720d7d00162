/**
 * Small copies of delivered files with one good line and then one bad value on each line, for tests of the imports. The list of
 * what an import must refuse is in `expected-faults.json`: file, line (the header of a CSV file is line 1), field and fault class.
 */
import { parse } from 'csv-parse/sync';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { csvFile, type FileText } from '../files/table.js';
import { SPOILT_CSV_FILES, SPOILT_STATISTICS, type SpoiltField, type SpoiltFile } from './spoilt-fields.js';

export interface ExpectedFault {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly valueClass: string;
}

interface Spoilt {
  readonly file: FileText;
  readonly faults: readonly ExpectedFault[];
}

/** `good`: path to text of the delivered files. */
export function faultyFiles(good: ReadonlyMap<string, string>): FileText[] {
  const spoilt = [...SPOILT_CSV_FILES.map((one) => spoilCsv(one, textOf(good, one))), spoilStatistics(textOf(good, SPOILT_STATISTICS))];
  const expected = { note: 'One good line in each file; every other line has the one fault listed here.', faults: spoilt.flatMap((one) => one.faults) };
  return [...spoilt.map((one) => one.file), ['expected-faults.json', `${JSON.stringify(expected, null, 2)}\n`]];
}

function textOf(good: ReadonlyMap<string, string>, { path }: SpoiltFile): string {
  const text = good.get(path);
  if (text === undefined) throw new RangeError(`${path} is not delivered`);
  return text;
}

const spoil = ({ value }: SpoiltField, good: string): string => (typeof value === 'string' ? value : value(good));

function spoilCsv({ path, fields }: SpoiltFile, text: string): Spoilt {
  const delimiter = path.startsWith('sw-leiden/') ? ';' : ',';
  const [header = [], ...rows] = parse(text, { delimiter }) as string[][];
  const bad = fields.map((spoilt, index) => rowOf(rows, index + 1).map((cell, column) => (header[column] === spoilt.field ? spoil(spoilt, cell) : cell)));
  return {
    file: csvFile(path, header, [rowOf(rows, 0), ...bad], delimiter),
    faults: fields.map(({ field, valueClass }, index) => ({ file: path, line: index + 3, field, valueClass })),
  };
}

function rowOf(rows: readonly string[][], index: number): string[] {
  const row = rows[index];
  if (!row) throw new RangeError('the delivered file is too short to spoil');
  return row;
}

/** A spoilt field on each line, then a line that stops too early and one that goes on too long. */
function spoilStatistics(text: string): Spoilt {
  const lines = text.split('\n');
  const [first = ''] = lines;
  const bad = SPOILT_STATISTICS.fields.map((spoilt, index) => spoilPosition(lines[index + 1] ?? '', spoilt));
  const other = lines[bad.length + 1] ?? '';
  const { path: file, fields } = SPOILT_STATISTICS;
  return {
    file: [file, `${[first, ...bad, other.slice(0, 130), `${other}00`].join('\n')}\n`],
    faults: [
      ...fields.map((spoilt, index) => ({ file, line: index + 2, field: numbered(spoilt), valueClass: spoilt.valueClass })),
      { file, line: fields.length + 2, field: 'record', valueClass: 'too-short' },
      { file, line: fields.length + 3, field: 'record', valueClass: 'too-long' },
    ],
  };
}

/** A fault of one field is named by number and name; a fault between two fields by the name alone. */
function numbered({ field, valueClass }: SpoiltField): string {
  if (valueClass === 'end-before-start') return field;
  return `${LAYOUT_2008.fields.find(({ name }) => name === field)?.number ?? 0} ${field}`;
}

function spoilPosition(line: string, spoilt: SpoiltField): string {
  const index = LAYOUT_2008.fields.findIndex(({ name }) => name === spoilt.field);
  const start = LAYOUT_2008.fields.slice(0, index).reduce((total, { width }) => total + width, 0);
  const end = start + (LAYOUT_2008.fields[index]?.width ?? 0);
  return `${line.slice(0, start)}${spoil(spoilt, line.slice(start, end))}${line.slice(end)}`;
}

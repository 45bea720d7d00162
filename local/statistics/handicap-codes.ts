/**
 * Handicap codes, which no body of the federation holds, filled into a half-yearly delivery at the machine of whoever delivers it: from a file of
 * his own, in memory, line by line as the delivery comes. The sex too, which the layout of 2015 asks and nobody here holds. Nothing is written but
 * the delivery itself, and nothing is told but counts (health data: AVG art. 9).
 */
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { LAYOUT_2015 } from '#law/statistics/layout-2015.js';
import type { FieldName, Layout } from '#law/statistics/wsw-field.js';
import { readRecord, writeRecord } from '#law/statistics/wsw-record.js';

type Codes = Partial<Readonly<Record<FieldName, string>>>;

const COLUMNS: readonly (readonly [column: FieldName, form: RegExp])[] = [
  ['handicapcode_1', /^\d{0,3}$/], ['handicapcode_2', /^\d{0,3}$/], ['handicapcode_3', /^\d{0,3}$/], ['geslacht', /^[012]?$/],
];

/** CSV with a header: bsn, handicapcode_1, handicapcode_2, handicapcode_3 and, if need be, geslacht (1 man, 2 vrouw). Throws with the number of the first wrong line. */
export function readHandicapCodes(text: string): ReadonlyMap<string, Codes> {
  const [head = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = head.split(',').map((name) => name.trim());
  if (!header.includes('bsn') || !header.includes('handicapcode_1')) throw new Error('de eerste regel noemt de kolommen: bsn,handicapcode_1,handicapcode_2,handicapcode_3 en eventueel geslacht');
  const codes = new Map<string, Codes>();
  rest.forEach((line, index) => {
    if (line.trim() === '') return;
    const cells = new Map(line.split(',').map((cell, at) => [header[at] ?? '', cell.trim()]));
    const bsn = cells.get('bsn') ?? '';
    const wrong = COLUMNS.some(([column, form]) => !form.test(cells.get(column) ?? ''));
    if (!/^\d{9}$/.test(bsn) || wrong || codes.has(bsn)) throw new Error(`regel ${index + 2} van de handicapcodes klopt niet, of noemt iemand voor de tweede keer`);
    codes.set(bsn, Object.fromEntries(COLUMNS.map(([column]) => [column, cells.get(column) ?? ''])));
  });
  return codes;
}

/** A delivery in parts as they come in, with the codes in it as they go out. */
export class HandicapCodeFiller {
  private rest = '';
  private readonly used = new Set<string>();
  /** Records of somebody of whom the file says nothing. */
  withoutCodes = 0;

  constructor(private readonly codes: ReadonlyMap<string, Codes>) {}

  /** The whole lines of what came so far. */
  fill(part: string): string {
    const lines = `${this.rest}${part}`.split('\n');
    this.rest = lines.pop() ?? '';
    return lines.map((line) => `${this.filled(line)}\n`).join('');
  }

  /** Throws where the delivery broke off within a line: what came is not whole. */
  end(): void {
    if (this.rest !== '') throw new Error('de levering is afgebroken: zij is niet volledig');
  }

  /** People in the file who are not in the delivery. */
  get unused(): number {
    return this.codes.size - this.used.size;
  }

  private filled(line: string): string {
    const layout = layoutOfLine(line);
    const read = readRecord(layout, line);
    if (!('record' in read)) throw new Error('de levering heeft een regel die geen record van de Statistiek Wsw is');
    const bsn = read.record.bsn ?? '';
    const codes = this.codes.get(bsn);
    if (!codes) this.withoutCodes += 1;
    else this.used.add(bsn);
    const known = Object.fromEntries(layout.fields.flatMap(({ name }) => (codes?.[name] ? [[name, codes[name]]] : [])));
    return writeRecord(layout, { ...read.record, ...known });
  }
}

function layoutOfLine(line: string): Layout {
  return line.length === LAYOUT_2015.positions ? LAYOUT_2015 : LAYOUT_2008;
}

/**
 * `npm run bench:partners`: composition, cold plans, warm latency per row and memory at 3, 10, 30 and 90 companies.
 * --short            3 and 10 companies, a few questions; nothing is written
 * --companies N,...  other numbers; nothing is written into the documentation
 * --json FILE
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fromUserFolder } from '../../../local/paths.js';
import { writePart } from '../kit/performance-page.js';
import { pinMeasuring } from '../kit/pinned.js';
import { measureSize, type SizeFigures } from './measure.js';
import { report } from './report.js';

const { values } = parseArgs({ options: { short: { type: 'boolean', default: false }, companies: { type: 'string' }, json: { type: 'string' } } });
const counts = (values.companies ?? (values.short ? '3,10' : '3,10,30,90')).split(',').map(Number);
const amounts = values.short ? { cold: 3, warm: 20 } : { cold: 12, warm: 400 };
const folder = mkdtempSync(join(tmpdir(), 'schakel-partners-'));
pinMeasuring();
try {
  const sizes: SizeFigures[] = [];
  for (const count of counts) sizes.push(await measureSize(count, folder, amounts, (line) => process.stderr.write(`${line}\n`)));
  const text = report(sizes, new Date().toISOString().slice(0, 10));
  process.stdout.write(`${text}\n`);
  if (values.json) writeFileSync(fromUserFolder(values.json), JSON.stringify(sizes, null, 2));
  if (!values.short && values.companies === undefined) writePart('partners', text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

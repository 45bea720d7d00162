/** The figures per number of companies, and the target: the price of a row, and the event loop. */
import type { OperationFigures, SizeFigures } from './measure.js';
import { OPERATIONS } from './operations.js';

export const TARGETS = { perRow: 1.5, blockedMs: 20 };

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string => [row(heads), row(heads.map(() => '---:')), ...rows.map(row)].join('\n');

export function report(sizes: readonly SizeFigures[], at: string): string {
  const general = table(['companies', 'composition ms', 'peak RSS MiB of the gateway'], sizes.map(({ companies, compositionMs, peakRssMiB }) => [companies, compositionMs.toFixed(0), peakRssMiB.toFixed(0)]));
  return [`Measured ${at}, one gateway with the whole profile, one client that asks one thing at a time, the planner given all the time that it takes (by default it refuses what takes more than 2 s), Node ${process.version}.`, general, ...OPERATIONS.map(({ name, title }) => `**${title}**\n\n${ofOperation(sizes, name)}`), verdict(sizes)].join('\n\n');
}

function ofOperation(sizes: readonly SizeFigures[], name: string): string {
  const heads = ['companies', 'objects in the answer', 'cold ms', 'warm ms', 'warm ms per object', 'loop blocked, cold, ms', 'loop blocked, warm, ms'];
  const cells = ({ rows, coldMs, warmMs, warmMsPerRow, blockedColdMs, blockedWarmMs }: OperationFigures): (string | number)[] => [rows, coldMs.toFixed(1), warmMs.toFixed(1), warmMsPerRow.toFixed(3), blockedColdMs.toFixed(1), blockedWarmMs.toFixed(1)];
  return table(heads, sizes.flatMap(({ companies, operations }) => (operations[name] ? [[companies, ...cells(operations[name])]] : [])));
}

/** Of the largest against the smallest. */
export function growth(sizes: readonly SizeFigures[], name: string): number {
  const [smallest, largest] = [sizes[0]?.operations[name], sizes.at(-1)?.operations[name]];
  return smallest && largest ? largest.warmMsPerRow / smallest.warmMsPerRow : Number.NaN;
}

function verdict(sizes: readonly SizeFigures[]): string {
  const blocked = Math.max(...sizes.flatMap(({ operations }) => Object.values(operations).map(({ blockedColdMs }) => blockedColdMs)));
  const growths = OPERATIONS.map(({ name, title }) => `${title} ${growth(sizes, name).toFixed(2)}x`);
  return `Warm latency per object at ${sizes.at(-1)?.companies} companies against ${sizes[0]?.companies} (asked: at most ${TARGETS.perRow}x for the deepest): ${growths.join(', ')}. The event loop stood still for at most ${blocked.toFixed(1)} ms while new questions were planned (asked: ${TARGETS.blockedMs} ms).`;
}

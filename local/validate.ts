/**
 * `npm run validate -- FORMAT FILE`: judges an official delivery before it is sent, line by line, with nothing but the file and the law's tables.
 * Exit code 0: no fault; 1: faults, one on each line of standard output; 2: not judged, and the message says why.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { RecordFault } from '#law/statistics/record-fault.js';
import { runCommand } from './command.js';
import { fromUserFolder } from './paths.js';
import { DEBT_HELP, judgeDebtHelp } from './validate/debt-help.js';
import { FORMATS, halfYearIn, registeredMunicipalities, TableJudge, tableNamed, WswJudge, type Judge } from './validate/judges.js';
import { linesOf } from './validate/lines.js';

const USAGE = `usage: npm run validate -- FORMAT FILE [options]
  FORMAT                 ${FORMATS.join(', ')}
  --half-year 20132      of the Statistiek Wsw; without it the name of the file tells it
  --previous FILE        of the Statistiek Wsw: the delivery of the half-year before, to see that nobody was lost
  --responsible 00629    of the Statistiek Wsw: field 2 of every record
  --municipalities FILE  of the Statistiek Wsw: known codes, one on a line; without it those of the federation's registers`;

const OPTIONS = { 'half-year': { type: 'string' }, previous: { type: 'string' }, responsible: { type: 'string' }, municipalities: { type: 'string' } } as const;

// Whoever reads may stop reading (`| head`): then there is nothing to tell any more.
process.stdout.on('error', () => process.exit(2));
let faults: number | null = null;
await runCommand(async () => {
  const { values, positionals } = parseArgs({ args: process.argv.slice(2), options: OPTIONS, allowPositionals: true });
  const [format = '', file = '', ...rest] = positionals;
  if (!FORMATS.includes(format) || file === '' || rest.length > 0) throw new Error(USAGE);
  const path = existing(file);
  if (format === DEBT_HELP) {
    faults = await judgeDebtHelp(path, print);
    return;
  }
  const table = tableNamed(format);
  const municipalities = values.municipalities === undefined ? registeredMunicipalities() : codesIn(existing(values.municipalities));
  const judge = table ? new TableJudge(table) : new WswJudge(halfYearIn(file, values['half-year']), { municipalities, responsible: values.responsible });
  if (values.previous !== undefined && judge instanceof WswJudge) for await (const [number, text] of linesOf(existing(values.previous))) judge.former(number, text);
  faults = await judgeFile(judge, path);
});
process.exitCode = faults === null ? 2 : faults > 0 ? 1 : 0;

async function judgeFile(judge: Judge, file: string): Promise<number> {
  let count = 0;
  const tell = async (found: readonly RecordFault[], where = ''): Promise<void> => {
    count += found.length;
    for (const fault of found) await print(`${where}${fault.record}: ${judge.numbered(fault.field)}: ${fault.text} [${fault.rule}]`);
  };
  for await (const [number, text] of linesOf(file)) await tell(judge.line(number, text));
  await tell(judge.end());
  await tell(judge.lost(), 'vorige levering ');
  const summary = judge.records === 0 ? 'Er staat geen record in het bestand.' : `${judge.records} records, ${count} fouten.`;
  process.stderr.write(`${[summary, ...judge.notes()].join('\n')}\n`);
  return judge.records === 0 ? count + 1 : count;
}

/** Waits while whoever reads is slow: a list of a million faults is not gathered here. */
async function print(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

function existing(path: string): string {
  const file = fromUserFolder(path);
  if (!existsSync(file)) throw new Error(`no such file: ${file}\n${USAGE}`);
  return file;
}

function codesIn(file: string): Set<string> {
  return new Set(readFileSync(file, 'utf8').split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== ''));
}

/**
 * Where numbers and names of people may not be, looked at after everything else has run: every log, PostgreSQL's own included, and every row
 * of every table but those whose work it is to keep them. Any nine digits that pass the eleven-test count, whoever's they are.
 */
import { Client } from 'pg';
import { passesElevenTest } from '../../../local/population/bsn.js';
import { fixedPeople } from '../../../local/population/fixed-people.js';
import { databaseUrl } from '../../../local/postgres.js';
import { SERVICES, type Service } from '../../../local/services.js';
import { postgresPort, readStackSettings } from '../../../local/settings.js';
import { allLogs, personNumbersIn } from '../../kit/canary.js';

export interface Scan {
  /** Logs and tables looked at. */
  readonly sinks: number;
  readonly characters: number;
  /** `where: what`, without the number or name itself: this report is a log too. */
  readonly hits: readonly string[];
}

/** The one place where numbers are kept; it alone answers them (architecture, section 3). */
const KEEPS_NUMBERS = new Set(['benefits.person']);
/** Each body's own file of its own people and of who stands by them. */
const KEEPS_NAMES = new Set(['benefits.person', 'benefits.representative', 'sw-leiden.werknemer', 'sw-zoetermeer-rijswijk.worker', 'sw-wassenaar.rooster', 'sw-wassenaar.employment']);
const NAMES = fixedPeople.map(({ name }) => name);

export async function scanSinks(): Promise<Scan> {
  const logs = allLogs().map(({ name, text }) => ({ where: name, text, numbers: true, names: true }));
  const tables = (await Promise.all(SERVICES.map(tablesOf))).flat();
  const sinks = [...logs, ...tables];
  return { sinks: sinks.length, characters: sinks.reduce((sum, { text }) => sum + text.length, 0), hits: sinks.flatMap(hitsIn) };
}

interface Sink {
  readonly where: string;
  readonly text: string;
  readonly numbers: boolean;
  readonly names: boolean;
}

function hitsIn({ where, text, numbers, names }: Sink): string[] {
  const found = numbers ? allNumbersIn(text).length : 0;
  const named = names ? NAMES.filter((name) => text.includes(name)).length : 0;
  return [...(found > 0 ? [`${where}: ${found} numbers of people`] : []), ...(named > 0 ? [`${where}: ${named} names of people`] : [])];
}

/** Beside the invented numbers any other that could be somebody's; not the digits of a fraction. */
export function allNumbersIn(text: string): string[] {
  const alone = [...text.matchAll(/(?<![A-Za-z0-9_.-])\d{9}(?![A-Za-z0-9_-])/g)].map(([digits]) => digits);
  return [...personNumbersIn(text), ...alone.filter((digits) => !digits.startsWith('99') && passesElevenTest(digits))];
}

/** As the owner, and through the door of the system: behind the rows that a reader may see. */
async function tablesOf({ name, database }: Service): Promise<Sink[]> {
  const settings = readStackSettings(process.env);
  const client = new Client({ connectionString: databaseUrl(settings.dataDir, postgresPort(settings), database, 'owner'), options: '-c schakel.door=system' });
  await client.connect();
  try {
    const sql = `select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`;
    const sinks: Sink[] = [];
    for (const table of (await client.query<{ schema: string; name: string }>(sql)).rows) {
      const { rows } = await client.query<{ line: string }>(`select one::text as line from "${table.schema}"."${table.name}" one`);
      const where = `${name}.${table.name}`;
      sinks.push({ where: `table ${where}`, text: rows.map(({ line }) => line).join('\n'), numbers: !KEEPS_NUMBERS.has(where), names: !KEEPS_NAMES.has(where) });
    }
    return sinks;
  } finally {
    await client.end();
  }
}

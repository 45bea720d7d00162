/**
 * The verb `audit` of a service: `audit heads` prints the heads of other chains that it keeps, one JSON object per line;
 * `audit [FILE...]` verifies its own chain, also against the heads in the files (`-` is standard input), which the other bodies printed.
 */
import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Anchor, AuditFault } from './chain-verifier.js';
import { verifyChain, type ChainReport } from './verify-chain.js';

export interface Audited {
  readonly name: string;
  readonly dataSource: DataSource;
  /** What only the service itself can compare. */
  readonly more?: ((manager: EntityManager) => Promise<readonly AuditFault[]>) | undefined;
}

const STANDARD_INPUT = 0;
const lineShape = z.object({ holder: z.string(), body: z.string(), seq: z.string().regex(/^\d+$/), hash: z.string() });

/** What to print, and whether all is well. */
export async function auditCommand({ name, dataSource, more }: Audited, args: readonly string[]): Promise<{ text: string; clean: boolean }> {
  if (args[0] === 'heads') return { text: await heads(name, dataSource), clean: true };
  const told = args.flatMap(readHeads).filter(({ body }) => body === name);
  const report = await verifyChain(dataSource, told, more);
  return { text: auditText(name, report), clean: report.faults.length === 0 };
}

async function heads(holder: string, dataSource: DataSource): Promise<string> {
  const rows = await dataSource.query<{ body: string; seq: string; hash: string }[]>('select body, seq::text as seq, hash from audit_anchor order by body, seq');
  return rows.map(({ body, seq, hash }) => `${JSON.stringify({ holder, body, seq, hash })}\n`).join('');
}

function readHeads(file: string): (Anchor & { body: string })[] {
  const lines = readFileSync(file === '-' ? STANDARD_INPUT : file, 'utf8').split('\n').filter((line) => line !== '');
  return lines.map((line) => lineShape.parse(JSON.parse(line)));
}

function auditText(name: string, { rows, head, anchors, accesses, unlinked, faults }: ChainReport): string {
  const end = head ? `${head.seq} ${head.hash.slice(0, 12)}` : 'none';
  const looked = `accesses ${String(accesses).padStart(8)} (${unlinked} not linked)`;
  const counts = `${name.padEnd(24)} rows ${String(rows).padStart(8)}   head ${end.padEnd(22)} ${looked}   kept elsewhere ${String(anchors).padStart(6)}   ${faults.length === 0 ? 'clean' : `FAULTS ${faults.length}`}\n`;
  return counts + faults.map(({ seq, what }) => `  ${name}, row ${seq}: ${what}\n`).join('');
}

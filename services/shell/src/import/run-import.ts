/**
 * Imports delivered files: each file all or nothing in one transaction, bad records to quarantine and counted. The same file
 * twice changes nothing; the same content under another name is another delivery (next week's may be equal), and so is a file
 * that comes back after another content had its name (a correction that is taken back).
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { sha256Hex } from '#kernel/canonical.js';
import type { FieldFault, ImportedFile, ImportFacts, ImportFormat, Numbered, StoreOutcome } from './format.js';
import { UnreadableFile } from './unreadable-file.js';

export interface ImportResult extends StoreOutcome {
  readonly kind: string;
  readonly file: string;
  readonly delivered: number;
  readonly accepted: number;
  readonly refused: number;
  /** True when this content was imported before and nothing was done. */
  readonly known: boolean;
}

interface Refused {
  readonly line: number;
  readonly faults: readonly FieldFault[];
}

/** The order of the formats is the order of import, whatever order the files were named in; so references find their targets. */
export async function importFiles(
  dataSource: DataSource,
  formats: readonly ImportFormat[],
  paths: readonly string[],
  facts: ImportFacts,
  businessDate: string | null,
  onResult: (result: ImportResult) => void,
): Promise<void> {
  const unknown = paths.filter((path) => !formats.some((format) => format.accepts(basename(path))));
  if (unknown.length > 0) throw new UnknownFiles(unknown.map((path) => basename(path)), formats.map((format) => format.kind));
  for (const format of formats) {
    for (const path of paths.filter((one) => format.accepts(basename(one))).sort()) {
      onResult(await importFile(dataSource, format, path, facts, businessDate));
    }
  }
}

export class UnknownFiles extends Error {
  constructor(files: readonly string[], kinds: readonly string[]) {
    super(`No format of this body accepts ${files.join(', ')}. It knows: ${kinds.join(', ')}.`);
    this.name = 'UnknownFiles';
  }
}

async function importFile(dataSource: DataSource, format: ImportFormat, path: string, facts: ImportFacts, businessDate: string | null): Promise<ImportResult> {
  const file: ImportedFile = { name: basename(path), businessDate };
  try {
    const text = readable(await readFile(path));
    return await dataSource.transaction(async (manager) => {
      const sha256 = sha256Hex(text);
      return (await lastTime(manager, format, file, sha256)) ?? (await importText(manager, format, text, sha256, file, facts));
    });
  } catch (error) {
    throw error instanceof UnreadableFile ? new UnreadableFile(error.reason, file.name) : error;
  }
}

/** Any other encoding would be stored as other names than were delivered. */
function readable(bytes: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() !== '') return text;
  } catch {
    throw new UnreadableFile('it is not UTF-8');
  }
  throw new UnreadableFile('it is empty');
}

/** What the last import under this name came to, when that was this content. Imports of one kind go one after the other, so that two of the same file do too. */
async function lastTime(manager: EntityManager, format: ImportFormat, file: ImportedFile, sha256: string): Promise<ImportResult | null> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`import of ${format.kind}`]);
  const [last]: (Omit<ImportResult, 'known'> & { sha256: string })[] = await manager.query(
    `select kind, file, sha256, delivered, accepted, refused, duplicates from import_run where kind = $1 and file = $2 order by id desc limit 1`,
    [format.kind, file.name],
  );
  if (last?.sha256 !== sha256) return null;
  const { sha256: _same, ...counts } = last;
  return { ...counts, inserted: 0, updated: 0, unchanged: counts.accepted, known: true };
}

async function importText(manager: EntityManager, format: ImportFormat, text: string, sha256: string, file: ImportedFile, facts: ImportFacts): Promise<ImportResult> {
  const lines = format.parse(text, facts, file.name);
  const readable: Numbered<unknown>[] = lines.filter((line) => 'record' in line);
  const unreadable: Refused[] = lines.filter((line) => 'faults' in line);
  const inconsistent = (await format.check?.(manager, readable)) ?? [];
  const refused = [...unreadable, ...inconsistent];
  const refusedLines = new Set(refused.map(({ line }) => line));
  const accepted = readable.filter(({ line }) => !refusedLines.has(line)).map(({ record }) => record);
  const outcome = await format.store(manager, accepted, file);
  const result = { kind: format.kind, file: file.name, delivered: lines.length, accepted: accepted.length, refused: refusedLines.size, ...outcome, known: false };
  await recordRun(manager, result, sha256, refused);
  return result;
}

async function recordRun(manager: EntityManager, result: ImportResult, sha256: string, refused: readonly Refused[]): Promise<void> {
  const [run]: { id: string }[] = await manager.query(
    `insert into import_run (kind, file, sha256, delivered, accepted, refused, duplicates, inserted, updated, unchanged)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
    [result.kind, result.file, sha256, result.delivered, result.accepted, result.refused, result.duplicates, result.inserted, result.updated, result.unchanged],
  );
  const rows = refused.flatMap(({ line, faults }) => faults.map((one) => ({ line, field: one.field, value_class: one.valueClass, reason: one.reason })));
  await manager.query(
    `insert into import_quarantine (run, file, line, field, value_class, reason)
     select $1, $2, line, field, value_class, reason from jsonb_to_recordset($3::jsonb) as fault(line int, field text, value_class text, reason text)`,
    [run?.id, result.file, JSON.stringify(rows)],
  );
}

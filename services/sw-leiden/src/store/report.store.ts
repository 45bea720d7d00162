/** The company's part of the reconciliation report: what a later full delivery no longer names, and where file and federation differ. */
import type { EntityManager } from 'typeorm';

/** Numbers that one line of the report names. */
const SHOWN = 20;

interface Counts {
  readonly persons: number;
  readonly employments: number;
  readonly running: number;
  readonly missing: number[];
  readonly missing_places: number[];
  readonly reserved_gone: number[];
}

export async function reportLines(em: EntityManager): Promise<string> {
  const [counts] = await em.query<Counts[]>(
    `SELECT (SELECT count(*)::integer FROM werknemer) AS persons,
            (SELECT count(*)::integer FROM dienstverband) AS employments,
            (SELECT count(*)::integer FROM dienstverband WHERE einddat = 0) AS running,
            ARRAY(SELECT dvnr FROM dienstverband WHERE einddat = 0 AND levts < (SELECT max(levts) FROM dienstverband) ORDER BY dvnr) AS missing,
            ARRAY(SELECT wpnr FROM werkplek WHERE levts < (SELECT max(levts) FROM werkplek) ORDER BY wpnr) AS missing_places,
            ARRAY(SELECT w.wpnr FROM werkplek w JOIN reservering r ON r.wpnr = w.wpnr AND r.stand = 'R' WHERE w.levstatus <> 'V' ORDER BY w.wpnr) AS reserved_gone`,
  );
  if (!counts) return '';
  return [
    `${counts.employments} employments of ${counts.persons} persons, ${counts.running} without an end date`,
    list('running employments that the last full delivery no longer names (kept)', counts.missing),
    list('workplaces that the last full delivery no longer names (kept)', counts.missing_places),
    list('workplaces reserved by an agreement that the delivery calls taken or closed (reservation kept)', counts.reserved_gone),
  ].join('\n');
}

function list(text: string, numbers: readonly number[]): string {
  if (numbers.length === 0) return `${text}: 0`;
  const rest = numbers.length > SHOWN ? ' and others' : '';
  return `${text}: ${numbers.length} (${numbers.slice(0, SHOWN).join(', ')}${rest})`;
}

/** I6: as many audit rows as effects, and each row hangs on the one before it. A body that keeps no chain is not judged. */
import type { AuditKept } from '../bodies.js';
import type { Run, Violation } from '../violation.js';

export function auditMatchesEffects({ bodies }: Run): Violation[] {
  return [...Object.entries(bodies.audits).flatMap(([body, rows]) => (rows === null ? [] : [...broken(body, rows), ...unaccounted(body, rows, bodies.inboxes[body] ?? [])])), ...stepsWithoutRow(bodies)];
}

/** What the coordinator did by itself has a row too: agreement and last revision of the step. */
function stepsWithoutRow({ audits, history }: Run['bodies']): Violation[] {
  const rows = audits['reintegration'];
  if (!rows) return [];
  const told = new Map<string, number>();
  for (const { actor, command } of rows) {
    const [, agreement = '', revision = ''] = (actor === 'coordinator' && /^(.*):(\d+)$/.exec(command ?? '')) || [];
    if (agreement !== '') told.set(agreement, Math.max(told.get(agreement) ?? 0, Number(revision)));
  }
  const last = new Map<string, number>();
  for (const { agreement, revision, actor } of history) if (actor === null) last.set(agreement, revision);
  return [...last].filter(([id, revision]) => (told.get(id) ?? 0) !== revision).map(([id, revision]) => ({ invariant: 'I6', subject: id, evidence: `the coordinator's step to revision ${revision} has no audit row` }));
}

function broken(body: string, rows: readonly AuditKept[]): Violation[] {
  const first = rows.findIndex((row, index) => index > 0 && (row.prev !== rows[index - 1]?.hash || row.seq !== (rows[index - 1]?.seq ?? 0) + 1));
  return first < 0 ? [] : [{ invariant: 'I6', subject: body, evidence: `row ${rows[first]?.seq} does not hang on the row before it` }];
}

function unaccounted(body: string, rows: readonly AuditKept[], inbox: readonly { readonly actor: string; readonly command: string }[]): Violation[] {
  const counted = new Map<string, number>();
  for (const { actor, command } of rows) if (command !== null) counted.set(`${actor} ${command}`, (counted.get(`${actor} ${command}`) ?? 0) + 1);
  const wrong = inbox.filter(({ actor, command }) => counted.get(`${actor} ${command}`) !== 1);
  return wrong.slice(0, 20).map(({ actor, command }) => ({ invariant: 'I6', subject: command, evidence: `${body} did it for ${actor} once and wrote ${counted.get(`${actor} ${command}`) ?? 0} audit rows` }));
}

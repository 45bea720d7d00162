/** I6: as many audit rows as effects, and each row hangs on the one before it. A body that keeps no chain is not judged. */
import type { AuditKept } from '../bodies.js';
import type { Run, Violation } from '../checker.js';

export function auditMatchesEffects({ bodies }: Run): Violation[] {
  return Object.entries(bodies.audits).flatMap(([body, rows]) => (rows === null ? [] : [...broken(body, rows), ...unaccounted(body, rows, bodies.inboxes[body] ?? [])]));
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

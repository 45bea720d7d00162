/** I7: an agreement that has ended stays so, for its history and for everybody who looked. And the row is what its history says. */
import type { HistoryKept } from '../bodies.js';
import type { Run, Violation } from '../violation.js';
import type { Seen } from '../recorder.js';
import { historiesOf, stateAfter, TERMINAL } from './states.js';

export function leftStaysLeft({ bodies, recorded }: Run): Violation[] {
  return [...[...historiesOf(bodies.history).values()].flatMap(goesOn), ...seenToGoBack({ recorded })];
}

function goesOn(history: readonly HistoryKept[]): Violation[] {
  let state = '';
  for (const entry of history) {
    if (TERMINAL.includes(state)) return [{ invariant: 'I7', subject: entry.agreement, evidence: `${state}, and then ${entry.type} (revision ${entry.revision})` }];
    state = stateAfter(state, entry);
  }
  return [];
}

/** Who begins to look after somebody was told a version is told no earlier one; and an end is final. */
function seenToGoBack({ recorded }: Pick<Run, 'recorded'>): Violation[] {
  const latest = new Map<string, Seen>();
  return recorded.flatMap((entry): Violation[] => {
    if (entry.type !== 'seen') return [];
    const before = latest.get(entry.agreement);
    if (!before || before.version < entry.version || (TERMINAL.includes(entry.state) && before.state !== entry.state)) latest.set(entry.agreement, entry);
    const back = before !== undefined && entry.asked > before.at && (entry.version < before.version || (TERMINAL.includes(before.state) && entry.state !== before.state));
    return back ? [{ invariant: 'I7', subject: entry.agreement, evidence: `seen as ${before.state} version ${before.version}, later as ${entry.state} version ${entry.version}` }] : [];
  });
}

export function foldEqualsRow({ bodies }: Run): Violation[] {
  const histories = historiesOf(bodies.history);
  return bodies.agreements.flatMap((row) => {
    const history = histories.get(row.id) ?? [];
    const last = history.at(-1);
    const state = history.reduce(stateAfter, '');
    const terms = history.reduce((number, entry) => entry.termsVersion ?? number, 0);
    const gaps = history.some((entry, index) => entry.revision !== index + 1);
    const same = last?.revision === row.revision && last.version === row.version && state === row.state && terms === row.termsVersion && !gaps;
    const told = `row ${row.state} version ${row.version} revision ${row.revision} terms ${row.termsVersion}, history ${state} version ${last?.version} revision ${last?.revision} terms ${terms}${gaps ? ', with gaps' : ''}`;
    return same ? [] : [{ invariant: 'I5' as const, subject: row.id, evidence: told }];
  });
}

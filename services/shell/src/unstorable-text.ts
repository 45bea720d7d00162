// Text that no database of the federation can hold: the character U+0000. Refused once, at the door, so that it is the
// client's mistake (BAD_USER_INPUT) and never a failed statement; whichever way it is written: raw, or as an escape.
import { Kind, parse, visit } from 'graphql';

const NUL = '\u0000';

/** True when any text of a question, in its document or its variables, names included, holds U+0000. */
export function holdsUnstorableText(question: object): boolean {
  const { query, ...rest } = question as { query?: unknown };
  return holdsNul(rest) || holdsNul(query) || (typeof query === 'string' && literalsHoldNul(query));
}

/** Walks with a list of what is still to be seen: a question may be nested deeper than the stack. */
export function holdsNul(value: unknown): boolean {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one === 'string' && one.includes(NUL)) return true;
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, below] of Object.entries(one)) waiting.push(key, below);
  }
  return false;
}

/** Reads the document a second time only when it has an escape that could be one. */
function literalsHoldNul(query: string): boolean {
  if (!/\\u(?:0000|\{0+\})/.test(query)) return false;
  let found = false;
  try {
    visit(parse(query), { [Kind.STRING]: ({ value }) => void (found ||= value.includes(NUL)) });
  } catch {
    // Not a document: the engine says what is wrong with it.
  }
  return found;
}

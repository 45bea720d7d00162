/** Makes a failing case small: the question that fails alone, then shorter tapes, then zeros. Quicker than a general shrinker, for a case costs a composition. */
import type { Asking, Case } from './case.js';

type Fails = (one: Case) => Promise<boolean>;

/** At most so many tries on the federation; a try on a document is cheap. */
const TRIES = { federation: 120, document: 200 };

export async function shrunk(one: Case, fails: Fails): Promise<Case> {
  const question = await failing(one, fails);
  if (!question) return one;
  let small: Case = { ...one, questions: [question] };
  small = await shorter(small, TRIES.document, (tape) => ({ ...small, questions: [{ ...question, document: tape }] }), question.document, fails);
  const [asking = question] = small.questions;
  return shorter(small, TRIES.federation, (tape) => ({ ...small, federation: tape, questions: [asking] }), small.federation, fails);
}

async function failing(one: Case, fails: Fails): Promise<Asking | undefined> {
  for (const question of one.questions) if (await fails({ ...one, questions: [question] })) return question;
  return undefined;
}

async function shorter(start: Case, tries: number, withTape: (tape: readonly number[]) => Case, tape: readonly number[], fails: Fails): Promise<Case> {
  let best = tape;
  let left = tries;
  for (let size = Math.ceil(tape.length / 2); size >= 1 && left > 0; size = Math.floor(size / 2)) {
    for (let from = Math.max(0, best.length - size); from >= 0 && left > 0; from -= size) {
      for (const smaller of [[...best.slice(0, from), ...best.slice(from + size)], best.map((number, n) => (n >= from && n < from + size ? 0 : number))]) {
        if (smaller.every((number, n) => number === best[n]) && smaller.length === best.length) continue;
        left -= 1;
        if (await fails(withTape(smaller))) {
          best = smaller;
          break;
        }
      }
    }
  }
  return best === tape ? start : withTape(best);
}

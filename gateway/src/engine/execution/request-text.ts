/** The body of a request to a subgraph, put together from texts that are known. */
import type { FetchNode } from '../plan.js';
import type { Run } from './run.js';

/** The planner counts its fetches in the name of the operation; without the count two fetches that ask the same have the same text. */
const COUNTED = /^(\s*(?:query|mutation)\s+\w+?)__\d+\b/;

export function withoutCount(operation: string): string {
  return operation.replace(COUNTED, '$1');
}

const REPRESENTATIONS = 'representations';

export class RequestText {
  private readonly start: string;
  private readonly variables: readonly { readonly name: string; readonly before: string }[];

  constructor({ operation, variableUsages, requires }: FetchNode) {
    if (requires && variableUsages.includes(REPRESENTATIONS)) throw new TypeError('a variable of the client stands where representations go');
    this.start = `{"query":${JSON.stringify(withoutCount(operation))},"variables":{`;
    this.variables = variableUsages.map((name) => ({ name, before: `${JSON.stringify(name)}:` }));
  }

  /** `representations`: null for a fetch at the root. */
  of(run: Run, representations: readonly string[] | null): string {
    let text = this.start;
    let comma = '';
    if (representations) {
      text += `"${REPRESENTATIONS}":[${representations.join(',')}]`;
      comma = ',';
    }
    for (const { name, before } of this.variables) {
      const value = run.textOfVariable(name);
      if (value === null) continue;
      text += comma + before + value;
      comma = ',';
    }
    return `${text}}}`;
  }
}

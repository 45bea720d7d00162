/** The body of a request to a subgraph, put together from texts that are known. */
import type { FetchNode } from '../plan.js';
import type { Run } from './run.js';

/**
 * A planner names its fetches after the client's operation, the subgraph and a count. Under the client's own name two fetches that ask the same have the
 * same text, and who keeps a log behind the subgraph writes what the client called it.
 */
export function underOwnName(operation: string, serviceName: string): string {
  const planned = new RegExp(`^(\\s*(?:query|mutation)\\s+\\w+?)(?:__${serviceName.replaceAll(/\W/g, '_')})?__\\d+\\b`);
  return operation.replace(planned, '$1');
}

const REPRESENTATIONS = 'representations';

export class RequestText {
  private readonly start: string;
  private readonly variables: readonly { readonly name: string; readonly before: string }[];

  constructor({ serviceName, operation, variableUsages, requires }: FetchNode) {
    if (requires && variableUsages.includes(REPRESENTATIONS)) throw new TypeError('a variable of the client stands where representations go');
    this.start = `{"query":${JSON.stringify(underOwnName(operation, serviceName))},"variables":{`;
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

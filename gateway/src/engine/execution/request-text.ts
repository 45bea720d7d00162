/** The body of a request to a subgraph, put together from texts that are known. */
import type { FetchNode } from '../plan.js';
import type { Run } from './run.js';

/**
 * A planner names its fetches after the client's operation, the subgraph and a count. Under the client's own name two fetches that ask the same have the
 * same text, and who keeps a log behind the subgraph writes what the client called it.
 */
export function underOwnName(operation: string, serviceName: string): string {
  return operation.replace(/^(\s*(?:query|mutation)\s+)(\w+)__\d+\b/, (_planned, before: string, name: string) => before + withoutSubgraph(name, `__${serviceName.replaceAll(/\W/g, '_')}`));
}

function withoutSubgraph(name: string, subgraph: string): string {
  return name.endsWith(subgraph) && name.length > subgraph.length ? name.slice(0, -subgraph.length) : name;
}

export const REPRESENTATIONS = 'representations';

/** Representations under the name of their variable, each as JSON text. */
export type Representing = readonly (readonly [variable: string, texts: readonly string[]])[];

export class RequestText {
  private readonly start: string;
  private readonly variables: readonly { readonly name: string; readonly before: string }[];

  constructor(query: string, variableUsages: readonly string[]) {
    this.start = `{"query":${JSON.stringify(query)},"variables":{`;
    this.variables = variableUsages.map((name) => ({ name, before: `${JSON.stringify(name)}:` }));
  }

  of(run: Run, representing: Representing): string {
    let text = this.start;
    let comma = '';
    for (const [variable, texts] of representing) {
      text += `${comma}"${variable}":[${texts.join(',')}]`;
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

/** `query`: what it asks, under the client's own name. */
export function requestOf({ variableUsages, requires }: FetchNode, query: string): RequestText {
  if (requires && variableUsages.includes(REPRESENTATIONS)) throw new TypeError('a variable of the client stands where representations go');
  return new RequestText(query, variableUsages);
}

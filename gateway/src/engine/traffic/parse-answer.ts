/** What counts as an answer of a subgraph. */
import { NoAnswer } from './no-answer.js';
import type { SubgraphAnswer, SubgraphError } from '../subgraph.js';

/** A proxy or a service that is starting says so with these: nothing was done. */
const UNAVAILABLE = new Set([502, 503, 504]);

/** A GraphQL answer counts with any status of its own; a redirect, a page or an empty body does not. */
export function parseAnswer(text: string, status: number): SubgraphAnswer | NoAnswer {
  if (status >= 300 && status < 400) return new NoAnswer('status');
  const answer = parseObject(text);
  if (answer && ('data' in answer || Array.isArray(answer['errors']))) return { data: isRecord(answer['data']) ? answer['data'] : null, errors: errorsOf(answer['errors']) };
  if (status === 200) return new NoAnswer('not-graphql');
  return new NoAnswer(UNAVAILABLE.has(status) ? 'unavailable' : 'status');
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function errorsOf(value: unknown): SubgraphError[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.filter(isRecord).map(({ message, path, extensions }) => ({
    message: typeof message === 'string' ? message : '',
    path: Array.isArray(path) ? path.filter((part) => typeof part === 'string' || typeof part === 'number') : undefined,
    extensions: isRecord(extensions) ? extensions : undefined,
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

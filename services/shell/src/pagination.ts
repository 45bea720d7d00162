/** Keyset pages: a cursor is the sort key of the last row, so a page costs the same wherever it lies. */
import { badInput } from '#kernel/faults.js';
import { holdsNul } from './unstorable-text.js';

export const MAX_PAGE = 200;

export interface PageRequest {
  /** 1 to 200. */
  readonly first: number;
  /** Sort key of the row before the page; null for the first page. */
  readonly after: readonly string[] | null;
}

export interface Page<T> {
  readonly nodes: T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** Refuses, rather than clamps, a page that is too large: a client must know that it did not get what it asked for. */
export function pageRequest(args: { first?: number | null; after?: string | null }, keyParts: number): PageRequest {
  const first = args.first ?? 25;
  if (first < 1 || first > MAX_PAGE) throw badInput(`first moet tussen 1 en ${MAX_PAGE} liggen.`);
  return { first, after: args.after ? decodeCursor(args.after, keyParts) : null };
}

export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

function decodeCursor(cursor: string, keyParts: number): readonly string[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === keyParts && key.every((part) => typeof part === 'string') && !holdsNul(key)) return key as string[];
  } catch {
    // Falls through to the refusal: a cursor is opaque, so what is wrong with it does not matter to the client.
  }
  throw badInput('Deze after is geen cursor van deze lijst.');
}

/** `rows` holds up to `first + 1` rows: the extra one only tells that there is more. */
export function pageOf<R, T>(rows: readonly R[], request: PageRequest, totalCount: number, keyOf: (row: R) => readonly string[], toNode: (row: R) => T): Page<T> {
  const shown = rows.slice(0, request.first);
  const last = shown.at(-1);
  return {
    nodes: shown.map(toNode),
    pageInfo: { hasNextPage: rows.length > request.first, endCursor: last ? encodeCursor(keyOf(last)) : null },
    totalCount,
  };
}

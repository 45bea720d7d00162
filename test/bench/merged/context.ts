/** What the resolvers of one request have. */
import type { Body, Registers } from '#kernel/registers.js';
import type { Session } from './session.js';
import type { Asking } from './viewer.js';

export interface Merged {
  readonly registers: Registers;
  readonly bodies: ReadonlyMap<string, Body>;
  /** Texts of the register of adaptations. */
  readonly adaptations: ReadonlyMap<string, string>;
  /** For searches: ways between postcode areas and the like, made once. */
  readonly ground: (on: string) => object & { readonly on: string };
}

export interface Context extends Merged {
  readonly session: Session;
  readonly asking: Asking;
}

export class Refused extends Error {
  readonly extensions: { readonly code: string };

  constructor(code: string) {
    super('Niet gevonden of niet voor u.');
    this.extensions = { code };
  }
}

/** Null, as where a register does not know it. */
export function bodyOf({ bodies }: Merged, id: string | null): Body | null {
  return id === null ? null : (bodies.get(id) ?? null);
}

/** The group must be open to this viewer for this purpose; root fields are refused, lists below a person are null. */
export function isOpen({ asking }: Context, group: string): boolean {
  return asking.rights.groups.has(group);
}

export function demand(context: Context, group: string): void {
  if (!isOpen(context, group)) throw new Refused('UNAUTHORIZED_FIELD_OR_TYPE');
}

/** Answers what `read` reads where it was asked and is open, else null. */
export function list<T>(context: Context, asked: boolean, group: string, read: () => Promise<T>): Promise<T | null> {
  return asked && isOpen(context, group) ? read() : Promise.resolve(null);
}

export const instant = (date: string | null): string | null => date && `${date}T00:00:00.000Z`;

export function grouped<R>(rows: readonly R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const found = groups.get(key);
    if (found) found.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

export function cursorOf(...key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

export function keyOf(cursor: string | undefined | null): readonly string[] | null {
  return cursor ? (JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as string[]) : null;
}

export function page<R, N>(rows: readonly R[], first: number, totalCount: number, key: (row: R) => string, node: (row: R) => N): object {
  const shown = rows.slice(0, first);
  const last = shown.at(-1);
  return { nodes: shown.map(node), totalCount, pageInfo: { hasNextPage: rows.length > first, endCursor: last ? key(last) : null } };
}

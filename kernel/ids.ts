/** The grammar of ids that carry their owner: `<owner code>:<kind letter>:<local id>`, for example `leiden:W:1042`. */

export interface OwnedId {
  readonly owner: string;
  readonly kind: string;
  readonly local: string;
}

const LOCAL = '[A-Za-z0-9][A-Za-z0-9._-]{0,80}';
const GRAMMAR = new RegExp(`^([a-z][a-z0-9-]{0,60}):([A-Z]):(${LOCAL})$`);
const LOCAL_ALONE = new RegExp(`^${LOCAL}$`);

/** May this text be the last part of an id? */
export function isLocalPart(text: string): boolean {
  return LOCAL_ALONE.test(text);
}

export function formatId({ owner, kind, local }: OwnedId): string {
  const id = `${owner}:${kind}:${local}`;
  if (!GRAMMAR.test(id)) throw new TypeError('an id part is outside the grammar');
  return id;
}

/** Null for anything that is not an id of this grammar; the text is never echoed. */
export function parseId(id: string): OwnedId | null {
  const parts = GRAMMAR.exec(id);
  return parts ? { owner: parts[1]!, kind: parts[2]!, local: parts[3]! } : null;
}

/** The owner's prefix of a concrete type: `zoetermeer-rijswijk`, `SwCompany` -> `ZoetermeerRijswijkSwCompany`. */
export function typeName(owner: string, suffix: string): string {
  const prefix = owner
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return prefix + suffix;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

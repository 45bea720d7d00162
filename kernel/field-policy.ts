/**
 * Who may read a field, said once as directives in the subgraphs (architecture, decision 9) and decided by this one function at the
 * gateway and again in every service. What a field group holds is said by the directives; who gets which group for what purpose is
 * said by the register of processing activities (schema/activities.json; domain brief 2.10).
 */
import type { Purpose } from './registers.js';
import type { Viewer } from './viewer.js';

/** The directives of one schema coordinate as data. Lists of lists: one of the lists must be met, that one in full. */
export interface FieldPolicy {
  /** @authenticated */
  readonly authenticated: boolean;
  /** @requiresScopes: scopes of the client application. Null: the directive is not there. */
  readonly scopes: readonly (readonly string[])[] | null;
  /** @policy: field groups. Null: the directive is not there. */
  readonly groups: readonly (readonly string[])[] | null;
}

/** What one viewer may, for the purpose that he named; the same for every field of a request. */
export interface Rights {
  readonly authenticated: boolean;
  readonly scopes: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

export function rightsOf(viewer: Viewer, purposes: readonly Purpose[]): Rights {
  const named = purposes.find(({ code }) => code === viewer.purpose);
  const groups = viewer.roles.flatMap((role) => named?.fields[role] ?? []);
  return { authenticated: viewer.roles.length > 0, scopes: new Set(viewer.scopes), groups: new Set(groups) };
}

/** Every directive that is there must be met. */
export function isOpen(policy: FieldPolicy, rights: Rights): boolean {
  if (policy.authenticated && !rights.authenticated) return false;
  return meetsOne(policy.scopes, rights.scopes) && meetsOne(policy.groups, rights.groups);
}

/** The purposes that would open the field to somebody with these roles: what the refusal can advise. Empty: none would. */
export function openingPurposes(policy: FieldPolicy, viewer: Viewer, purposes: readonly Purpose[]): readonly Purpose[] {
  return purposes.filter(({ code }) => isOpen(policy, rightsOf({ ...viewer, purpose: code }, purposes)));
}

function meetsOne(lists: FieldPolicy['scopes'], held: ReadonlySet<string>): boolean {
  return lists === null || lists.some((list) => list.every((one) => held.has(one)));
}

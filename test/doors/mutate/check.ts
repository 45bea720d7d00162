/** Guards and register held against the oracle, place by place and viewer by viewer, in a few milliseconds: this is what must notice a mutant. */
import { isOpen, type Rights, rightsOf } from '#kernel/field-policy.js';
import type { Purpose } from '#kernel/registers.js';
import { ROLES, SCOPES, type Role, type Viewer } from '#kernel/viewer.js';
import { type Kind, kindsFor, TABLE } from '../matrix/oracle.js';
import { type Guard, isBare } from './guards.js';
import { expectedAt, type Expected, GROUPS } from './places.js';

export interface Tables {
  readonly guards: readonly Guard[];
  /** As filtersOf tells them. */
  readonly filters: readonly string[];
  /** Of this schema: a subgraph has those of its own fields only. */
  readonly filtersExpected: readonly string[];
  readonly purposes: readonly Purpose[];
}

/** Who negotiates: who carries the Wsw out (domain brief 8.1). */
const NEGOTIATORS: readonly Role[] = ['CASE_WORKER', 'PLACEMENT_OFFICER'];

/** What is not as it must be. */
export function faultsOf({ guards, filters, filtersExpected, purposes }: Tables, viewers: readonly Viewer[] = viewersOf(purposes)): string[] {
  const readers = viewers.map((viewer) => ({ viewer, rights: rightsOf(viewer, purposes) }));
  const unmarked = filtersExpected.filter((one) => !filters.includes(one)).map((one) => `${one}: not marked`);
  const marked = filters.filter((one) => !filtersExpected.includes(one)).map((one) => `${one}: a mark that the oracle does not know`);
  return [...linesOf(purposes), ...unmarked, ...marked, ...guards.flatMap((guard) => faultsAt(guard, readers))];
}

/** Line by line: who may name a purpose, and which groups he gets for it. */
function linesOf(purposes: readonly Purpose[]): string[] {
  return ROLES.flatMap((role) =>
    purposes.flatMap(({ code, fields }) => {
      const line = TABLE.find(([one, purpose]) => one === role && purpose === code);
      const expected = line && [...line[2].map((kind) => GROUPS[kind]), ...(code === 'wsw' && NEGOTIATORS.includes(role) ? [GROUPS.negotiation] : [])];
      const same = JSON.stringify([...(fields[role] ?? ['nothing'])].sort()) === JSON.stringify([...(expected ?? ['nothing'])].sort());
      return same ? [] : [`${role} for ${code}: the register says ${fields[role]?.join(' ') ?? 'nothing'}, the law ${expected?.join(' ') ?? 'nothing'}`];
    }),
  );
}

interface Reader {
  readonly viewer: Viewer;
  readonly rights: Rights;
}

export function viewersOf(purposes: readonly Purpose[]): Viewer[] {
  const codes = [...purposes.map(({ code }) => code), null];
  const scopes = [SCOPES, [], ...SCOPES.map((scope) => [scope])];
  const somebody = ROLES.flatMap((role) => codes.flatMap((purpose) => scopes.map((held) => ({ subject: role, body: 'werk-en-inkomen', roles: [role], scopes: held, purpose }))));
  return [...somebody, { subject: 'nobody', body: 'nobody', roles: [], scopes: [], purpose: null }];
}

function faultsAt(guard: Guard, readers: readonly Reader[]): string[] {
  const expected = expectedAt(guard.place);
  if (!expected) return isBare(guard) ? [] : [`${guard.at}: a guard that the oracle does not know`];
  const wrong = readers.find(({ viewer, rights }) => isOpen(guard.policy, rights) !== mayPass(expected, viewer))?.viewer;
  if (!wrong) return wordsAt(guard, expected);
  return [`${guard.at}: ${wrong.roles.join()} for ${wrong.purpose ?? 'no purpose'}, scopes ${wrong.scopes.join(' ') || 'none'}: ${mayPass(expected, wrong) ? 'closed, must be open' : 'open, must be closed'}`];
}

/**
 * Today's register gives some groups to the same people, so that one could stand for the other unnoticed until the register changes. Hence
 * readers who hold everything but one group or scope, or one alone: a guard must ask for exactly its own.
 */
function wordsAt({ at, policy }: Guard, { kinds, scope }: Expected): string[] {
  const asked = new Set(kinds.map((kind) => GROUPS[kind]));
  const opens = (groups: readonly string[], scopes: readonly string[]): boolean => isOpen(policy, { authenticated: true, groups: new Set(groups), scopes: new Set(scopes) });
  const scopes = scope === null ? [] : [scope];
  const withoutOne = EVERY_GROUP.filter((group) => opens(EVERY_GROUP.filter((one) => one !== group), SCOPES) === asked.has(group));
  const alone = EVERY_GROUP.filter((group) => opens([group], SCOPES) && !(asked.size === 0 || (asked.size === 1 && asked.has(group))));
  const enough = opens([...asked], scopes) ? [] : ['its own'];
  const scopesWrong = SCOPES.filter((one) => opens(EVERY_GROUP, SCOPES.filter((other) => other !== one)) === (one === scope));
  return [...withoutOne, ...alone, ...enough, ...scopesWrong].slice(0, 1).map((word) => `${at}: asks for something else than it must, seen by ${word}`);
}

const EVERY_GROUP: readonly string[] = Object.values(GROUPS);

function mayPass({ kinds, scope }: Expected, viewer: Viewer): boolean {
  if (viewer.roles.length === 0) return false;
  if (scope !== null && !(viewer.scopes as readonly string[]).includes(scope)) return false;
  const held = kindsFor(viewer);
  return kinds.every((kind) => (kind === 'negotiation' ? viewer.purpose === 'wsw' && viewer.roles.some((role) => NEGOTIATORS.includes(role)) : held.has(kind as Kind)));
}

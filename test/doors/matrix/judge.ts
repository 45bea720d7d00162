/** One answer held against the oracle, path by path: what was seen without right, and what was hidden that is somebody's to see. */
import type { Viewer } from '#kernel/viewer.js';
import type { DoorError } from '../asking/doors.js';
import { abstractName, closedAt, kindsFor, kindsOf } from './oracle.js';
import { coordinate, pathText, type Path } from './paths.js';
import type { Holder, Rows } from './rows.js';

export type Outcome = 'seen' | 'hidden' | 'nothing there';

export interface Verdict {
  readonly outcome: Outcome;
  /** Null: as the oracle says. */
  readonly mismatch: string | null;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

interface Found {
  readonly value: Json;
  readonly holders: readonly Holder[];
}

const NAMES_A_PERSON = new Set(['Query.accessEntries']);
const HOLDERS: readonly string[] = ['Person', 'SwEmployment', 'Placement', 'Agreement', 'Offer'];
/** What everybody in the registers has. Null at these means that it was hidden. */
const ALWAYS = new Set(['Person.bsn', 'Person.name', 'Person.birthDate', 'Person.residence', 'Person.benefits', 'Person.indications', 'Person.employments', 'Indication.category', 'SwEmployment.person']);

/** `asked`: the person whom the question itself names, for a root that answers about him without showing him. */
export function judge(viewer: Viewer, rows: Rows, path: Path, data: Json, errors: readonly DoorError[], asked: string | null = null): Verdict {
  const found = walk(path, 0, data, asked !== null && NAMES_A_PERSON.has(coordinate(path[0]!)) ? [{ type: 'Person', id: asked }] : []);
  const closed = closedAt(path, kindsFor(viewer));
  const seen = found.filter(({ value }) => isSomething(value));
  if (closed !== null) return { outcome: seen.length > 0 ? 'seen' : found.length > 0 || errors.length > 0 ? 'hidden' : 'nothing there', mismatch: seen.length > 0 ? `seen, though ${closed} is closed` : null };
  const foreign = seen.find(({ holders }) => about(viewer, rows, path, holders) === false);
  if (foreign) return { outcome: 'seen', mismatch: `seen of ${told(foreign.holders)}, which is none of the viewer's` };
  const missing = isAlwaysThere(path) && !anybodyAway(errors) ? found.find(({ value, holders }) => value === null && about(viewer, rows, path, holders) === true && isCertain(viewer, rows, holders)) : undefined;
  if (missing) return { outcome: 'hidden', mismatch: `hidden of ${told(missing.holders)}, though it is the viewer's to see` };
  return { outcome: seen.length > 0 ? 'seen' : found.some(({ value }) => value === null) || errors.length > 0 ? 'hidden' : 'nothing there', mismatch: null };
}

export const cellText = (door: string, viewer: string, owner: string, path: Path): string => `${door}: ${viewer}, about ${owner}, by ${pathText(path)}`;

function about(viewer: Viewer, rows: Rows, path: Path, holders: readonly Holder[]): boolean | undefined {
  const last = path.at(-1);
  const kinds = last ? kindsOf(last.parent, last.field) : [];
  const decided = kinds.map((kind) => rows.allows(viewer, kind, holders));
  return decided.includes(false) ? false : decided.every((one) => one === true) && decided.length > 0 ? true : undefined;
}

/** The lower bound is claimed only where nothing but the rules can stand between: people in the register, by their own college or themselves. */
function isCertain(viewer: Viewer, rows: Rows, holders: readonly Holder[]): boolean {
  const holder = holders.at(-1);
  if (!holder) return false;
  return holder.type !== 'Person' || (rows.isRegistered(holder.id) && rows.allows(viewer, 'name', [holder]) === true);
}

const isAlwaysThere = (path: Path): boolean => {
  const last = path.at(-1);
  return last !== undefined && ALWAYS.has(`${abstractName(last.parent)}.${last.field}`);
};
const anybodyAway = (errors: readonly DoorError[]): boolean => errors.some(({ extensions }) => extensions?.code === 'UNAVAILABLE' || extensions?.code === 'LIMIT_EXCEEDED');
const isSomething = (value: Json): boolean => value !== null && !(Array.isArray(value) && value.every((one) => one === null));
const told = (holders: readonly Holder[]): string => holders.map(({ type, id }) => `${type} ${id}`).join(' > ');

/** Every place where the path ends in this answer; nothing where a part of the way is null or of another type. */
function walk(path: Path, at: number, value: Json, holders: readonly Holder[]): Found[] {
  if (isList(value)) return value.flatMap((one) => walk(path, at, one, holders));
  if (value === null || typeof value !== 'object') return at === path.length && at > 0 ? [{ value, holders }] : [];
  const held = withHolder(value, holders);
  const step = path[at];
  if (!step) return [{ value, holders }];
  if (step.narrowed && value['__typename'] !== step.parent) return [];
  const next = value[step.field];
  if (next === undefined) return [];
  if (at === path.length - 1) return [{ value: next, holders: held }];
  return walk(path, at + 1, next, held);
}

function withHolder(value: { readonly [key: string]: Json }, holders: readonly Holder[]): readonly Holder[] {
  const type = abstractName(String(value['__typename'])) as Holder['type'];
  return HOLDERS.includes(type) && typeof value['id'] === 'string' ? [...holders, { type, id: value['id'] }] : holders;
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

export const lastCoordinate = (path: Path): string => coordinate(path.at(-1)!);

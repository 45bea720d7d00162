/** All fetches of a plan, each ready to start; what they have in common (places, overlays, equal questions) is found first. */
import type { FetchNode, PathStep, PlanNode } from '../plan.js';
import type { Subgraphs } from '../subgraph.js';
import { Breather } from './breather.js';
import { EntityFetch } from './entity-fetch.js';
import { groupingsOf, onlyKeyOf, tellsApart, type Asking, type Grouping } from './groupings.js';
import { askingAlone, JointQuestion } from './joint-question.js';
import { Merging, type Overlays } from './merging.js';
import { overlaysOf } from './overlays.js';
import { stepsBelow, trusting, type Way, type WayStep } from './placing.js';
import { keysIn, narrows, Positions, type Position } from './positions.js';
import { beginningTogether, QuestionParts, type QuestionPart } from './question-parts.js';
import type { Asked } from './reply.js';
import { representations, type Representations } from './representations.js';
import { requestOf, underOwnName } from './request-text.js';
import { renamedKeys } from './rewrites.js';
import { RootFetch } from './root-fetch.js';
import type { Run } from './run.js';
import type { SupergraphTypes } from './types.js';
import { selectedBy, type Selected } from './selected.js';

/** Who can be asked, and what the supergraph says of types. */
export interface CompilingPlan {
  readonly subgraphs: Subgraphs;
  readonly types: SupergraphTypes;
}

export interface Fetch {
  start(run: Run): Promise<void> | undefined;
}

export interface CompiledFetches {
  readonly fetches: ReadonlyMap<PlanNode, Fetch>;
  /** By place: the key by which objects are one there. */
  readonly identities: readonly (string | null)[];
}

interface Draft extends PlacedFetch {
  /** What it asks, under the client's own name. */
  readonly text: string;
  readonly position: Position;
  /** Null at the root. */
  readonly representations: Representations | null;
  /** Of each object that it adds to. */
  readonly selected: Selected;
  /** The answer says of which type each object is. */
  readonly tellsType: boolean;
  readonly renamed: ReadonlyMap<string, string>;
}

export async function compileFetches(root: PlanNode | null, compiling: CompilingPlan): Promise<CompiledFetches> {
  const positions = new Positions();
  const breather = new Breather();
  const drafts = await breather.map(root ? fetchesIn(root, []) : [], ({ node, path }) => draft(node, path, positions, compiling));
  const overlays = overlaysBetween(drafts, compiling);
  await breather.pause();
  const ways = await breather.map(drafts, (one, at) => waysOf(one, overlays[at] as Overlays, positions, compiling));
  const groupings = groupingsOf(drafts.map(asking));
  settleIdentities(drafts, groupings);
  await breather.pause();
  const questions = questionsOf(drafts);
  await breather.pause();
  const joints = await jointsIn(root, drafts, breather);
  const fetches = await breather.map(drafts, (one, at) => {
    const found = { joint: joints.get(one.node) ?? null, overlays: overlays[at] as Overlays, question: questions[at] ?? null, grouping: groupings[at] ?? null, ...(ways[at] as Ways) };
    return [one.node, compiledFetch(one, found, compiling)] as const;
  });
  return { fetches: new Map(fetches), identities: positions.identities };
}

function overlaysBetween(drafts: readonly Draft[], { types }: CompilingPlan): readonly Overlays[] {
  const bringing = drafts.map(({ path, representations: ofObjects, selected }) => ({ base: keysIn(path), names: ofObjects?.names ?? null, selected }));
  const narrowed = drafts.filter(({ path }) => narrows(path)).map(({ path }) => keysIn(path));
  return overlaysOf(bringing, narrowed, (condition, name) => types.covers(condition, name));
}

interface PlacedFetch {
  readonly node: FetchNode;
  readonly path: readonly PathStep[];
}

function fetchesIn(node: PlanNode, path: readonly PathStep[]): PlacedFetch[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ node, path }];
    case 'Flatten':
      return fetchesIn(node.node, [...path, ...node.path]);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((one) => (one ? fetchesIn(one, path) : []));
    default:
      return node.nodes.flatMap((one) => fetchesIn(one, path));
  }
}

function draft(node: FetchNode, path: readonly PathStep[], positions: Positions, { types }: CompilingPlan): Draft {
  const position = positions.at(path);
  const renamed = renamedKeys(node.outputRewrites ?? []);
  const whole = selectedBy(node.operation, renamed);
  const selected = node.requires ? whole.flatMap(({ key, parts }) => (key === '_entities' && parts ? parts : [])) : whole;
  if (!narrows(path) && path.length > 0) position.isTarget = true;
  for (const { key } of selected) position.added.add(key);
  const fields = selected.filter(({ key }) => key !== '__typename');
  const ofObjects = node.requires ? representations(node.requires, node.inputRewrites ?? [], types) : null;
  return { node, path, text: underOwnName(node.operation, node.serviceName), position, selected: fields, tellsType: fields.length < selected.length, renamed, representations: ofObjects };
}

/** A number for each question that more than one fetch asks. None where commands are given: what was read before one is not true after it. */
function questionsOf(drafts: readonly Draft[]): readonly (number | null)[] {
  if (drafts.some(({ node }) => node.operationKind === 'mutation')) return [];
  const asking = new Map<string, number[]>();
  drafts.forEach(({ node, text }, at) => {
    const question = JSON.stringify([node.serviceName, text, node.outputRewrites ?? []]);
    asking.set(question, [...(asking.get(question) ?? []), at]);
  });
  const numbers = new Map([...asking.values()].filter((several) => several.length > 1).flatMap((several, number) => several.map((at) => [at, number] as const)));
  return drafts.map((_, at) => numbers.get(at) ?? null);
}

interface Joint {
  readonly question: JointQuestion;
  readonly part: QuestionPart;
}

/** A fetch of which the text cannot stand beside others goes alone, as ever. */
async function jointsIn(root: PlanNode | null, drafts: readonly Draft[], breather: Breather): Promise<ReadonlyMap<FetchNode, Joint>> {
  const texts = new Map(drafts.map(({ node, text }) => [node, text]));
  const joints = new Map<FetchNode, Joint>();
  for (const fetches of beginningTogether(root)) {
    const [question, parts] = [new JointQuestion(), new QuestionParts()];
    await breather.map(fetches, (fetch) => {
      const part = parts.of(texts.get(fetch) ?? '', fetch.variableUsages);
      if (part) joints.set(fetch, { question, part });
    });
  }
  return joints;
}

function asking({ node, path, position, representations: ofObjects, selected }: Draft): Asking {
  return { position, requires: narrows(path) ? null : (node.requires ?? null), brings: selected.map(({ key }) => key), textOf: (object) => ofObjects?.textOf(object) ?? null };
}

/** Where all fetches tell the objects apart by one key, and nobody brings more of them than that key, a second object of the key is the first. */
function settleIdentities(drafts: readonly Draft[], groupings: readonly (Grouping | null)[]): void {
  const firstAt = new Map(drafts.map(({ position }, at) => [position, at] as const).toReversed());
  const differing = new Set(drafts.flatMap(({ position }, at) => (onlyKeyOf(groupings[at]) === null || groupings[at] !== groupings[firstAt.get(position) ?? at] ? [position] : [])));
  drafts.forEach(({ position }, at) => {
    const key = onlyKeyOf(groupings[at]);
    if (key === null || differing.has(position) || position.mayRepeat) return;
    if ([...position.provided].every((one) => one === key || one === '__typename')) position.identity = key;
  });
}

interface Ways {
  readonly shared: readonly WayStep[];
  readonly owned: readonly WayStep[];
}

function waysOf({ position, selected }: Draft, overlays: Overlays, positions: Positions, { types }: CompilingPlan): Ways {
  const steps = stepsBelow(position, selected, types);
  const owned = steps.filter(({ key }) => overlays.has(key)).map((step) => ({ ...step, way: trusting(step.way) }));
  for (const { way } of owned) repeatsAlong(way, positions);
  return { shared: steps.filter(({ key }) => !overlays.has(key)), owned };
}

/** Each target, and each fetch that brings parts of these objects, comes by here. */
function repeatsAlong({ index, items, steps }: Way, positions: Positions): void {
  positions.mayRepeat(index);
  if (items) repeatsAlong(items, positions);
  for (const { way } of steps) repeatsAlong(way, positions);
}

function compiledFetch(one: Draft, found: Ways & { readonly joint: Joint | null; readonly overlays: Overlays; readonly question: number | null; readonly grouping: Grouping | null }, { subgraphs, types }: CompilingPlan): Fetch {
  const { node, path, renamed, selected } = one;
  const subgraph = subgraphs.get(node.serviceName);
  if (!subgraph) throw new Error(`the plan asks subgraph ${node.serviceName}, which is not known`);
  const asked: Asked = { subgraph, mutating: node.operationKind === 'mutation', rewrites: node.outputRewrites ?? [], types };
  const merging = new Merging(selected, found.overlays, types);
  const parts = { ...found, path, position: narrows(path) ? null : one.position, asked, merging, origin: { serviceName: node.serviceName, renamed } };
  const keys = new Set(selected.map(({ key }) => key));
  const request = requestOf(node, one.text);
  if (!one.representations) return new RootFetch({ ...parts, request, onlyKey: keys.size === 1 ? [...keys].join() : null });
  const alone = askingAlone(asked, request);
  const ask = found.joint ? found.joint.question.asking({ asked, alone, part: found.joint.part }) : alone;
  return new EntityFetch({ ...parts, ask, representations: one.representations, tellsType: one.tellsType, tellsApart: tellsApart(found.grouping, node) });
}

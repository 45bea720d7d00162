/** A query plan as the engine reads it, whichever planner made it: which subgraph is asked what, after what, and where the answer belongs. */
export interface QueryPlan {
  /** Null: nothing has to be fetched. */
  readonly node: PlanNode | null;
}

export type PlanNode = SequenceNode | ParallelNode | FetchNode | FlattenNode | ConditionNode;

/** One after the other. */
export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

/** All at once. */
export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

export interface FetchNode {
  readonly kind: 'Fetch';
  readonly serviceName: string;
  /** Text of the document for the subgraph; with `requires`, a question for `_entities(representations: $representations)`. */
  readonly operation: string;
  readonly operationKind: 'query' | 'mutation';
  /** Names of the client's variables that the document uses. */
  readonly variableUsages: readonly string[];
  /** What of each object makes its representation; absent for a fetch at the root. */
  readonly requires?: readonly RequiredSelection[] | undefined;
  /** Done to each representation before it is sent, in order. */
  readonly inputRewrites?: readonly Rewrite[] | undefined;
  /** Done to the data that came back, in order. */
  readonly outputRewrites?: readonly Rewrite[] | undefined;
}

/** The fetch below is about the objects at `path`. */
export interface FlattenNode {
  readonly kind: 'Flatten';
  readonly path: readonly PathStep[];
  readonly node: PlanNode;
}

/** By the value of a Boolean variable. */
export interface ConditionNode {
  readonly kind: 'Condition';
  readonly condition: string;
  readonly ifClause?: PlanNode | undefined;
  readonly elseClause?: PlanNode | undefined;
}

/** A response key; '@': every object in the list, and in the lists in it; or: only objects of these types. */
export type PathStep = string | { readonly types: readonly string[] };

export type RequiredSelection = RequiredField | RequiredFragment;

export interface RequiredField {
  readonly kind: 'Field';
  /** Under which it stands in the objects. */
  readonly name: string;
  /** Under which it is sent, when that is another: the same field may be wanted twice, with other arguments. */
  readonly alias?: string | undefined;
  readonly selections?: readonly RequiredSelection[] | undefined;
}

export interface RequiredFragment {
  readonly kind: 'InlineFragment';
  readonly typeCondition?: string | undefined;
  readonly selections: readonly RequiredSelection[];
}

/** `path`: response keys, '@' for lists, and '... on T' for objects of type T only. */
export type Rewrite =
  | { readonly kind: 'ValueSetter'; readonly path: readonly string[]; readonly setValueTo: unknown }
  | { readonly kind: 'KeyRenamer'; readonly path: readonly string[]; readonly renameKeyTo: string };

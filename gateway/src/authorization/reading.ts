/**
 * A question split in two: what its viewer may read, which is planned and fetched, and the whole of it, into which the answer is put
 * back. Decided per schema coordinate, never per name in the answer (Cosmo #1815: an alias was enough to go round it).
 */
import {
  getNamedType, getNullableType, isAbstractType, isCompositeType, isInterfaceType, isListType, isObjectType, Kind,
  SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef,
  type DocumentNode, type FieldNode, type FragmentDefinitionNode, type FragmentSpreadNode, type GraphQLCompositeType, type GraphQLField, type GraphQLOutputType,
  type GraphQLSchema, type InlineFragmentNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import { isOpen, rightsOf, type FieldPolicy, type Rights } from '#kernel/field-policy.js';
import type { Purpose } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import { documentOf, freshKey, tellsTypes, typenameAs } from './documents.js';
import { Given } from './given.js';
import type { PolicyTable } from './policy-table.js';
import { whyHidden, type WhyHidden } from './why-hidden.js';

/** A field that is not for this viewer, once for each place in the answer. */
export interface Hidden {
  readonly why: WhyHidden;
  /** Names in the answer, from the root. */
  readonly path: readonly string[];
  /** Somewhere above it stands a list: only the answer knows the full path. */
  readonly belowList: boolean;
}

export interface Reading {
  /** Null: nothing is left to ask. The very document that was sent, when there is nothing to change. */
  readonly asked: DocumentNode | null;
  /** All of it, with its fragments filled in. */
  readonly whole: DocumentNode;
  /** Fields of `whole`. */
  readonly closed: ReadonlyMap<FieldNode, Hidden>;
  /** In the order of the question, without what @skip and @include leave out. */
  readonly hidden: readonly Hidden[];
  /** The name by which `asked` asks for the type of an object. */
  readonly typeKey: string;
  /** That of the table by which it was decided. */
  readonly schema: GraphQLSchema;
  /** With other variables it could come out otherwise. */
  readonly heedsVariables: boolean;
}

/** A validated document, and which of its operations runs. */
export interface Question {
  readonly operation: OperationDefinitionNode | undefined;
  readonly document: DocumentNode;
  /** As they were sent. */
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Asking {
  readonly table: PolicyTable;
  readonly viewer: Viewer;
  readonly purposes: readonly Purpose[];
  /** Whether the engine loses what stands in fragments on types where the type is not asked. */
  readonly losesTypes: boolean;
}

export function readingOf({ operation, document, variables }: Question, asking: Asking): Reading {
  const root = operation && asking.table.schema.getRootType(operation.operation);
  if (!root) throw new TypeError('an operation that the schema does not have');
  const given = new Given(operation, variables);
  const walk = new Walk(asking, fragmentsOf(document), given, freshKey(document));
  const { whole, open } = walk.selections(operation.selectionSet, root, { path: [], included: true, belowList: false, above: null });
  const isUntouched = walk.closed.size === 0 && (walk.tellsTypes || !asking.losesTypes);
  return {
    asked: isUntouched ? document : open.length === 0 ? null : documentOf(operation, open),
    whole: isUntouched ? document : documentOf(operation, whole),
    closed: walk.closed,
    hidden: [...walk.hidden.values()],
    typeKey: walk.typeKey,
    schema: asking.table.schema,
    heedsVariables: given.heeded,
  };
}

interface Place {
  readonly path: readonly string[];
  readonly included: boolean;
  readonly belowList: boolean;
  /** The closed field that this is below. */
  readonly above: Hidden | null;
}

/** `open`: nothing when it is closed. */
interface Part {
  readonly whole: SelectionNode;
  readonly open: readonly SelectionNode[];
}

class Walk {
  readonly closed = new Map<FieldNode, Hidden>();
  /** False: somewhere the engine would lose what stands in fragments on types, because the question does not ask the type. */
  tellsTypes = true;
  /** By place in the answer. */
  readonly hidden = new Map<string, Hidden>();
  private readonly rights: Rights;
  private readonly decided = new Map<readonly FieldPolicy[], WhyHidden | null>();

  constructor(
    private readonly asking: Asking,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly given: Given,
    readonly typeKey: string,
  ) {
    this.rights = rightsOf(asking.viewer, asking.purposes);
  }

  private get schema(): GraphQLSchema {
    return this.asking.table.schema;
  }

  selections(set: SelectionSetNode, type: GraphQLCompositeType, place: Place): { whole: SelectionNode[]; open: SelectionNode[] } {
    const parts = set.selections.map((one) => (one.kind === Kind.FIELD ? this.field(one, type, place) : this.fragment(one, type, place)));
    return { whole: parts.map(({ whole }) => whole), open: parts.flatMap(({ open }) => open) };
  }

  private fragment(selection: InlineFragmentNode | FragmentSpreadNode, type: GraphQLCompositeType, place: Place): Part {
    const { typeCondition, selectionSet } = this.contentOf(selection);
    const narrowed = typeCondition ? this.schema.getType(typeCondition.name.value) : type;
    if (!isCompositeType(narrowed)) throw new TypeError('a fragment on no type');
    const { whole, open } = this.selections(selectionSet, narrowed, { ...place, included: place.included && this.given.includes(selection) });
    const inline = (selections: readonly SelectionNode[]): InlineFragmentNode => ({
      kind: Kind.INLINE_FRAGMENT,
      typeCondition,
      directives: selection.directives,
      selectionSet: { kind: Kind.SELECTION_SET, selections },
    });
    return { whole: inline(whole), open: open.length > 0 ? [inline(open)] : [] };
  }

  private contentOf(selection: InlineFragmentNode | FragmentSpreadNode): InlineFragmentNode | FragmentDefinitionNode {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
    const fragment = this.fragments.get(selection.name.value);
    if (!fragment) throw new TypeError('a fragment that is not there');
    return fragment;
  }

  private field(field: FieldNode, parent: GraphQLCompositeType, place: Place): Part {
    const definition = this.definitionOf(field, parent);
    const path = [...place.path, (field.alias ?? field.name).value];
    const included = place.included && this.given.includes(field);
    const above = place.above ?? this.closedAt(field, parent, definition, { ...place, path, included });
    const type = getNamedType(definition.type);
    if (field.selectionSet && isAbstractType(type) && !tellsTypes(field.selectionSet)) this.tellsTypes = false;
    const below = field.selectionSet && isCompositeType(type) ? this.selections(field.selectionSet, type, { path, included, above, belowList: place.belowList || hasList(definition.type) }) : null;
    const whole = withSelections(field, below?.whole);
    if (above) this.closed.set(whole, above);
    return { whole, open: above ? [] : [withSelections(field, below && this.complete(below.open, type))] };
  }

  /** An object whose type must be known gets it asked; so does one of which nothing else may be read: it is there or it is not. */
  private complete(open: readonly SelectionNode[], type: unknown): readonly SelectionNode[] {
    return isAbstractType(type) || open.length === 0 ? [...open, typenameAs(this.typeKey)] : open;
  }

  private closedAt(field: FieldNode, parent: GraphQLCompositeType, definition: GraphQLField<unknown, unknown>, { path, included, belowList }: Place): Hidden | null {
    const { table } = this.asking;
    const asked = table.field(parent.name, field.name.value);
    const filters = this.given.filters(table, parent.name, field, definition);
    const why = filters.length > 0 ? this.whyClosed([...asked, ...filters]) : this.whyClosedAlways(asked);
    if (!why) return null;
    const key = path.join('.');
    const hidden = this.hidden.get(key) ?? { why, path, belowList };
    if (included) this.hidden.set(key, hidden);
    return hidden;
  }

  /** Asked for every field, and a question may have thousands: the table gives the same list for the same coordinate. */
  private whyClosedAlways(asked: readonly FieldPolicy[]): WhyHidden | null {
    const known = this.decided.get(asked);
    const why = known === undefined ? this.whyClosed(asked) : known;
    this.decided.set(asked, why);
    return why;
  }

  private whyClosed(asked: readonly FieldPolicy[]): WhyHidden | null {
    const { viewer, purposes } = this.asking;
    return asked.every((policy) => isOpen(policy, this.rights)) ? null : whyHidden(asked, viewer, purposes);
  }

  private definitionOf({ name: { value } }: FieldNode, parent: GraphQLCompositeType): GraphQLField<unknown, unknown> {
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].find((one) => one.name === value);
    const own = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[value] : undefined;
    const definition = meta ?? own;
    if (!definition) throw new TypeError('a field that the schema does not have');
    return definition;
  }
}

function withSelections(field: FieldNode, selections: readonly SelectionNode[] | null | undefined): FieldNode {
  return { ...field, selectionSet: selections ? { kind: Kind.SELECTION_SET, selections } : undefined };
}

function hasList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  return new Map(document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
}

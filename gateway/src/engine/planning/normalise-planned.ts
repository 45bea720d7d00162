/** Of an operation in normal form, the text for the planner: without what we answer ourselves, and with no selection empty. */
import { getNamedType, isCompositeType, isIntrospectionType, Kind, print, visit, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLSchema, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { compositeNamed, fieldOf } from './normalise-selections.js';

const TYPENAME: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };

/** Null: nothing has to be fetched. */
export function plannedText(schema: GraphQLSchema, root: GraphQLCompositeType, operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string | null {
  const planned = new PlannedSelections(schema, fragments);
  const selectionSet = planned.of(operation.selectionSet, root);
  if (selectionSet.selections.length === 0) return null;
  const used = planned.used();
  const variables = variablesIn([selectionSet, ...used]);
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => variables.has(variable.name.value));
  return print({ kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions, selectionSet }, ...used] });
}

class PlannedSelections {
  private readonly planned = new Map<string, FragmentDefinitionNode>();
  private readonly roots: ReadonlySet<unknown>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {
    this.roots = new Set([schema.getQueryType(), schema.getMutationType()]);
  }

  used(): FragmentDefinitionNode[] {
    return [...this.planned.values()].filter(({ selectionSet }) => selectionSet.selections.length > 0);
  }

  of(set: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode {
    return { ...set, selections: set.selections.flatMap((selection) => this.selection(selection, parent) ?? []) };
  }

  private selection(selection: SelectionNode, parent: GraphQLCompositeType): SelectionNode | null {
    if (selection.kind === Kind.FIELD) return this.field(selection, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.hasAnything(selection.name.value) ? selection : null;
    const selectionSet = this.of(selection.selectionSet, selection.typeCondition ? compositeNamed(this.schema, selection.typeCondition.name.value) : parent);
    return selectionSet.selections.length > 0 ? { ...selection, selectionSet } : null;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): FieldNode | null {
    const type = getNamedType(fieldOf(parent, node.name.value).type);
    if (isIntrospectionType(type) || (node.name.value === '__typename' && this.roots.has(parent))) return null;
    if (!node.selectionSet || !isCompositeType(type)) return node;
    const selectionSet = this.of(node.selectionSet, type);
    return { ...node, selectionSet: selectionSet.selections.length > 0 ? selectionSet : TYPENAME };
  }

  private hasAnything(name: string): boolean {
    const known = this.planned.get(name) ?? this.plan(name);
    return known.selectionSet.selections.length > 0;
  }

  private plan(name: string): FragmentDefinitionNode {
    const fragment = this.fragments.get(name);
    if (!fragment) throw new TypeError('a fragment that is not in the document');
    this.planned.set(name, fragment);
    const planned = { ...fragment, selectionSet: this.of(fragment.selectionSet, compositeNamed(this.schema, fragment.typeCondition.name.value)) };
    this.planned.set(name, planned);
    return planned;
  }
}

function variablesIn(nodes: readonly (SelectionSetNode | FragmentDefinitionNode)[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodes) visit(node, { Variable: ({ name }) => void names.add(name.value) });
  return names;
}

/**
 * How deep an operation goes, after its fragments are filled in. A federated graph has rings (a person has employments, an
 * employment a person): the planner's work doubles with every turn, and a question of 300 bytes could stop the process.
 */
import { type DocumentNode, type FieldNode, type FragmentDefinitionNode, getNamedType, type GraphQLNamedType, type GraphQLSchema, isCompositeType, isInterfaceType, isObjectType, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

export interface NestingBounds {
  /** Fields from the root to a leaf. */
  readonly depth: number;
  /** How often one type may stand on the way from the root to a leaf. */
  readonly turns: number;
}

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly bounds: NestingBounds;
}

/** True when some way from the root to a leaf is longer, or passes one type more often, than the bounds allow. */
export function nestsTooDeep(document: DocumentNode, operation: OperationDefinitionNode, schema: GraphQLSchema, bounds: NestingBounds): boolean {
  const definitions = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const walk: Walk = { schema, bounds, fragments: new Map(definitions.map((one) => [one.name.value, one])) };
  const root = schema.getRootType(operation.operation);
  return root ? setIsTooDeep(walk, operation.selectionSet, root, []) : false;
}

/** `path`: the types of the fields above. Fragments are free of rings: the document was validated. */
function setIsTooDeep(walk: Walk, set: SelectionSetNode, type: GraphQLNamedType, path: readonly string[]): boolean {
  return set.selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return fieldIsTooDeep(walk, selection, type, path);
    const inner = selection.kind === Kind.FRAGMENT_SPREAD ? walk.fragments.get(selection.name.value) : selection;
    if (!inner) return false;
    const narrowed = inner.typeCondition ? walk.schema.getType(inner.typeCondition.name.value) : type;
    return setIsTooDeep(walk, inner.selectionSet, narrowed ?? type, path);
  });
}

function fieldIsTooDeep(walk: Walk, field: FieldNode, parent: GraphQLNamedType, path: readonly string[]): boolean {
  // Introspection is answered here and never planned.
  if (field.name.value.startsWith('__') || !(isObjectType(parent) || isInterfaceType(parent))) return false;
  const definition = parent.getFields()[field.name.value];
  if (!definition) return false;
  const type = getNamedType(definition.type);
  const below = [...path, type.name];
  if (below.length > walk.bounds.depth) return true;
  if (!isCompositeType(type) || !field.selectionSet) return false;
  const turns = below.filter((name) => name === type.name).length;
  return turns > walk.bounds.turns || setIsTooDeep(walk, field.selectionSet, type, below);
}

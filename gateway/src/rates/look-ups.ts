/** How many people an operation looks up by their number: every field with an argument of type BSN, each alias and each fragment for itself. */
import {
  getNamedType, isCompositeType, isInputObjectType, isInterfaceType, isObjectType, Kind,
  type DocumentNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';

const NUMBER_OF_A_PERSON = 'BSN';

/** Of a validated operation whose selections were bounded. */
export function lookUpsIn(document: DocumentNode, operation: OperationDefinitionNode, schema: GraphQLSchema): number {
  const root = schema.getRootType(operation.operation);
  if (!root || !schema.getType(NUMBER_OF_A_PERSON)) return 0;
  const definitions = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return countIn(operation.selectionSet, root, { schema, fragments: new Map(definitions.map((one) => [one.name.value, one])) });
}

interface Counting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

function countIn({ selections }: SelectionSetNode, type: GraphQLNamedType, counting: Counting): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind !== Kind.FIELD) {
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? counting.fragments.get(selection.name.value) : selection;
      const narrowed = inner?.typeCondition ? counting.schema.getType(inner.typeCondition.name.value) : type;
      return inner && narrowed ? sum + countIn(inner.selectionSet, narrowed, counting) : sum;
    }
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined;
    if (!field) return sum;
    const below = getNamedType(field.type);
    return sum + (takesNumber(field) ? 1 : 0) + (selection.selectionSet && isCompositeType(below) ? countIn(selection.selectionSet, below, counting) : 0);
  }, 0);
}

function takesNumber({ args }: GraphQLField<unknown, unknown>): boolean {
  return args.some(({ type }) => holdsNumber(getNamedType(type), new Set()));
}

function holdsNumber(type: GraphQLNamedType, seen: Set<GraphQLNamedType>): boolean {
  if (!isInputObjectType(type) || seen.has(type)) return type.name === NUMBER_OF_A_PERSON;
  seen.add(type);
  return Object.values(type.getFields()).some((field) => holdsNumber(getNamedType(field.type), seen));
}

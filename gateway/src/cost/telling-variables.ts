/** Which variables of an operation have a say in its cost: all but those that surely have none. Told once for each operation. */
import {
  getNamedType, isInputObjectType, isNonNullType, Kind, TypeInfo, visit, visitWithTypeInfo,
  type ArgumentNode, type GraphQLArgument, type OperationDefinitionNode, type ValueNode,
} from 'graphql';
import type { ResolvedOperation } from '../per-operation.js';
import type { CostTable } from './cost-table.js';

/** @skip and @include are not believed, so a variable in a directive says nothing. */
export function tellingVariables({ document, operation, schema }: ResolvedOperation, table: CostTable): readonly string[] {
  const telling = new Set<string>();
  const lengths = new Set([...table.lists.values()].flatMap(({ slicingArguments }) => slicingArguments.map((path) => path.split('.')[0])));
  const weighed = new Set([...table.weights.keys()].flatMap((coordinate) => /\((\w+):\)$/.exec(coordinate)?.[1] ?? []));
  const types = new TypeInfo(schema);
  const saysNothing = ({ name: { value: name }, value }: ArgumentNode, argument: GraphQLArgument): boolean => {
    const type = getNamedType(argument.type);
    if (value.kind !== Kind.VARIABLE || isInputObjectType(type) || lengths.has(name) || weighed.has(name)) return false;
    // A null where none may be is refused while the cost is told.
    return !table.weights.has(type.name) && !(isNonNullType(argument.type) && mayBeNull(operation, value.name.value));
  };
  const visitor = {
    Directive: () => false,
    VariableDefinition: () => false,
    Argument: (node: ArgumentNode) => {
      const argument = types.getArgument();
      if (!argument || !saysNothing(node, argument)) for (const name of variablesIn(node.value)) telling.add(name);
    },
  } as const;
  visit(document, visitWithTypeInfo(types, visitor));
  return [...telling];
}

function mayBeNull({ variableDefinitions }: OperationDefinitionNode, name: string): boolean {
  return variableDefinitions?.find(({ variable }) => variable.name.value === name)?.type.kind !== Kind.NON_NULL_TYPE;
}

function variablesIn(value: ValueNode): string[] {
  if (value.kind === Kind.VARIABLE) return [value.name.value];
  if (value.kind === Kind.LIST) return value.values.flatMap(variablesIn);
  return value.kind === Kind.OBJECT ? value.fields.flatMap((one) => variablesIn(one.value)) : [];
}

/** What a request gave: which selections it includes, and which filters it uses, by literal, by variable or by a variable's default. */
import {
  getNamedType, getNullableType, isInputObjectType, isListType, Kind, valueFromASTUntyped,
  type FieldNode, type GraphQLField, type GraphQLInputType, type OperationDefinitionNode, type SelectionNode, type ValueNode,
} from 'graphql';
import type { FieldPolicy } from '#kernel/field-policy.js';
import type { PolicyTable } from './policy-table.js';

type Values = Readonly<Record<string, unknown>>;

export class Given {
  private readonly variables: Values;
  /** A variable had a say in what was told, whatever its value. */
  heeded = false;

  /** `variables` as they were sent. */
  constructor(operation: OperationDefinitionNode, variables: Values) {
    const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
      const name = variable.name.value;
      const sent = Object.hasOwn(variables, name) ? variables[name] : undefined;
      values[name] = sent !== undefined || !defaultValue ? sent : valueFromASTUntyped(defaultValue);
    }
    this.variables = values;
  }

  /** False only when @skip or @include surely leaves it out. */
  includes({ directives }: SelectionNode): boolean {
    return !directives?.some(({ name, arguments: [condition] = [] }) => {
      if (!condition || (name.value !== 'skip' && name.value !== 'include')) return false;
      this.heeded ||= condition.value.kind === Kind.VARIABLE;
      return this.read(condition.value) === (name.value === 'skip');
    });
  }

  /** What the filters that the field is given ask. Null is no filter. */
  filters(table: PolicyTable, type: string, field: FieldNode, definition: GraphQLField<unknown, unknown>): readonly FieldPolicy[] {
    return (field.arguments ?? []).flatMap(({ name, value }) => {
      const argument = definition.args.find((one) => one.name === name.value);
      const own = table.argument(type, field.name.value, name.value);
      if (!argument || (own.length === 0 && !table.filtersIn(argument.type))) return [];
      this.heeded ||= holdsVariable(value);
      const given = this.read(value);
      return isNothing(given) ? [] : [...own, ...within(table, given, argument.type)];
    });
  }

  private read(value: ValueNode): unknown {
    return valueFromASTUntyped(value, this.variables);
  }
}

function holdsVariable(value: ValueNode): boolean {
  if (value.kind === Kind.LIST) return value.values.some(holdsVariable);
  return value.kind === Kind.OBJECT ? value.fields.some((one) => holdsVariable(one.value)) : value.kind === Kind.VARIABLE;
}

function within(table: PolicyTable, given: unknown, declared: GraphQLInputType): readonly FieldPolicy[] {
  const type = getNullableType(declared);
  if (isListType(type)) return (Array.isArray(given) ? given : [given]).flatMap((one: unknown) => within(table, one, type.ofType));
  if (!isInputObjectType(type) || typeof given !== 'object' || given === null) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const field = Object.hasOwn(type.getFields(), name) ? type.getFields()[name] : undefined;
    return !field || isNothing(value) ? [] : [...table.input(getNamedType(type).name, name), ...within(table, value, field.type)];
  });
}

const isNothing = (value: unknown): boolean => value === null || value === undefined;

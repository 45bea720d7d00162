/**
 * Literals of a document become variables, so that documents that differ in values only are one text. Guarantees that the variable means what the
 * literal meant; a literal for which that is not certain stays where it is.
 */
import { isEnumType, isInputObjectType, isListType, isNonNullType, isSpecifiedScalarType, Kind, parseType, type GraphQLInputType, type GraphQLScalarType, type ObjectValueNode, type ValueNode, type VariableDefinitionNode } from 'graphql';

/** JSON; undefined: it cannot be told in JSON what the literal says, or a variable stands in it. */
export function jsonOf(node: ValueNode, type: GraphQLInputType): unknown {
  if (node.kind === Kind.VARIABLE) return undefined;
  if (isNonNullType(type)) return jsonOf(node, type.ofType);
  if (node.kind === Kind.NULL) return null;
  if (isListType(type)) return whole((node.kind === Kind.LIST ? node.values : [node]).map((one) => jsonOf(one, type.ofType)));
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return node.kind === Kind.OBJECT ? objectOf(node, (name, value) => fields[name] && jsonOf(value, fields[name].type)) : undefined;
  }
  if (isEnumType(type)) return node.kind === Kind.ENUM ? node.value : undefined;
  return isSpecifiedScalarType(type) ? standardScalar(node, type) : anyScalar(node);
}

/** The variables that stand for the literals of one operation. */
export class LiftedLiterals {
  readonly definitions: VariableDefinitionNode[] = [];
  readonly values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  private readonly names = new Map<string, string>();

  /** `taken`: names of the client's variables. */
  constructor(private readonly taken: ReadonlySet<string>) {}

  /** `place` names the argument: of the same place and type is the same variable. */
  lift(node: ValueNode, type: GraphQLInputType, place: string): ValueNode {
    const value = jsonOf(node, type);
    if (value !== undefined) return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: this.nameFor(`${place} ${String(type)}`, type, value) } };
    return this.liftParts(node, isNonNullType(type) ? type.ofType : type, place);
  }

  private liftParts(node: ValueNode, type: GraphQLInputType, place: string): ValueNode {
    if (isListType(type)) {
      if (node.kind !== Kind.LIST) return this.liftParts(node, isNonNullType(type.ofType) ? type.ofType.ofType : type.ofType, place);
      return { ...node, values: node.values.map((one, at) => this.lift(one, type.ofType, `${place}.${at}`)) };
    }
    if (!isInputObjectType(type) || node.kind !== Kind.OBJECT) return node;
    const known = type.getFields();
    return { ...node, fields: node.fields.map((field) => ({ ...field, value: this.lift(field.value, known[field.name.value]?.type ?? type, `${place}.${field.name.value}`) })) };
  }

  private nameFor(place: string, type: GraphQLInputType, value: unknown): string {
    const known = this.names.get(place);
    if (known !== undefined) return known;
    let name = `l${this.definitions.length}`;
    while (this.taken.has(name)) name = `_${name}`;
    this.names.set(place, name);
    this.values[name] = value;
    this.definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }, type: parseType(String(type), { noLocation: true }) });
    return name;
  }
}

/** As graphql-js reads them. A number that JSON cannot carry stays a literal. */
function standardScalar(node: ValueNode, { name }: GraphQLScalarType): unknown {
  if (name === 'ID') return node.kind === Kind.INT || node.kind === Kind.STRING ? node.value : undefined;
  if (name === 'String') return node.kind === Kind.STRING ? node.value : undefined;
  if (name === 'Boolean') return node.kind === Kind.BOOLEAN ? node.value : undefined;
  const number = node.kind === Kind.INT || node.kind === Kind.FLOAT ? Number(node.value) : NaN;
  return Number.isFinite(number) && !Object.is(number, -0) ? number : undefined;
}

/** Of a scalar that only its subgraph knows: what has the same text in JSON. */
function anyScalar(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.NULL:
      return null;
    case Kind.STRING:
    case Kind.BOOLEAN:
      return node.value;
    case Kind.INT:
    case Kind.FLOAT:
      return JSON.stringify(Number(node.value)) === node.value ? Number(node.value) : undefined;
    case Kind.LIST:
      return whole(node.values.map(anyScalar));
    case Kind.OBJECT:
      return objectOf(node, (_name, value) => anyScalar(value));
    default:
      return undefined;
  }
}

function whole(values: readonly unknown[]): readonly unknown[] | undefined {
  return values.includes(undefined) ? undefined : values;
}

/** Without a prototype: a field may be called __proto__. */
function objectOf(node: ObjectValueNode, valueOf: (name: string, value: ValueNode) => unknown): Record<string, unknown> | undefined {
  const object = Object.create(null) as Record<string, unknown>;
  for (const { name, value } of node.fields) {
    const own = valueOf(name.value, value);
    if (own === undefined) return undefined;
    object[name.value] = own;
  }
  return object;
}

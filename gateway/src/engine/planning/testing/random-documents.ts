/** Schemas and documents that use everything which the normal form must leave as it means: for property tests. */
import fc from 'fast-check';
import { getNamedType, isAbstractType, isCompositeType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType, type GraphQLArgument, type GraphQLCompositeType, type GraphQLField, type GraphQLInputType, type GraphQLSchema } from 'graphql';

const ARGUMENTS = ['n: Int', 'e: E = B', 'ids: [ID!] = ["q"]', 'input: I', 'inputs: [I!]', 'j: J', 'f: Float! = 2.5', 'grid: [[Int]]', 'b: Boolean', 's: String = "d"'];

const argumentList = fc.subarray(ARGUMENTS, { maxLength: 3 }).map((args) => (args.length > 0 ? `(${args.join(' ')})` : ''));
const fieldType = fc.constantFrom('String', '[String]', 'T0', '[T1!]', 'N', '[N]', 'U', '[U!]', 'Query');
const fieldsOf = (prefix: string): fc.Arbitrary<string> => fc.array(fc.tuple(argumentList, fieldType), { minLength: 2, maxLength: 4 }).map((fields) => fields.map(([args, type], at) => `${prefix}${at}${args}: ${type}`).join('\n'));

export const schemaText = fc.tuple(argumentList, fieldsOf('a'), fieldsOf('b'), fieldsOf('c'), fieldsOf('q')).map(([args, a, b, c, q]) => {
  const shared = `id: String name${args}: String`;
  return `enum E { A B C } scalar J
    input I { n: Int = 3 e: E ids: [ID!] inner: I list: [[Int]] j: J f: Float }
    interface N { ${shared} } union U = T0 | T1
    type T0 implements N { ${shared} ${a} } type T1 implements N { ${shared} ${b} } type T2 implements N { ${shared} ${c} }
    type Query { ${q} any: N all: [N] }`;
});

interface Written {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Valid for the schema but for conflicts of types that cannot be told beforehand. */
export function documentFor(schema: GraphQLSchema, numbers: Iterable<number>): Written {
  return new DocumentWriter(schema, numbers[Symbol.iterator]()).write();
}

const LITERALS: Readonly<Record<string, readonly string[]>> = {
  Int: ['0', '-7', '42'],
  Float: ['1', '2.50', '-1e3'],
  ID: ['7', '"x"', '12345678901234567890'],
  String: ['""', '"q\\"\\n"', '"""block"""'],
  Boolean: ['true', 'false'],
  J: ['null', '{a: [1, 2.50, NAME], __proto__: 1}', '{a: [1, 2.5, "x"]}', '12345678901234567890', '"j"', '[true]'],
};
const VARIABLES = { v: 'Int', l0: 'E = A', flag: 'Boolean!', word: 'String' };
const VALUES = { v: 5, flag: true, word: null };

class DocumentWriter {
  private readonly asked = new Map<string, string>();
  private readonly fragments = new Map<string, string>();
  private readonly used = new Set<string>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly numbers: Iterator<number>,
  ) {}

  write(): Written {
    const query = this.selections(this.schema.getQueryType()!, 4);
    const variables = Object.entries(VARIABLES).filter(([name]) => this.used.has(name));
    const definitions = variables.map(([name, type]) => `$${name}: ${type}`).join(', ');
    const values = Object.fromEntries(Object.entries(VALUES).filter(([name]) => this.used.has(name)));
    return { document: `query${definitions === '' ? '' : ` (${definitions})`} ${query}\n${[...this.fragments.values()].join('\n')}`, variables: values };
  }

  private upTo(n: number): number {
    return Number(this.numbers.next().value ?? 0) % n;
  }

  private one<T>(of: readonly T[]): T {
    return of[this.upTo(of.length)]!;
  }

  private selections(type: GraphQLCompositeType, depth: number): string {
    const count = 1 + this.upTo(4);
    return `{ ${Array.from({ length: count }, () => this.selection(type, depth)).join(' ')} }`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    const kind = this.upTo(10);
    if (kind === 0 || (!isObjectType(type) && !isInterfaceType(type) && kind < 4)) return `${this.one(['', 't: '])}__typename ${this.decision()}`;
    if (kind < 4 && depth > 0) return kind === 1 ? this.spread(type, depth - 1) : this.inline(type, depth - 1);
    if (!isObjectType(type) && !isInterfaceType(type)) return '__typename';
    const fields = Object.values(type.getFields()).filter((field) => depth > 0 || !isCompositeType(getNamedType(field.type)));
    return fields.length > 0 ? this.field(this.one(fields), depth - 1) : '__typename';
  }

  private inline(type: GraphQLCompositeType, depth: number): string {
    const on = isAbstractType(type) ? this.one(this.schema.getPossibleTypes(type)) : type;
    return `... ${this.one(['', `on ${on.name} `]) || (on === type ? '' : `on ${on.name} `)}${this.decision()} ${this.selections(on, depth)}`;
  }

  private spread(type: GraphQLCompositeType, depth: number): string {
    const name = `F${type.name}${this.upTo(2)}`;
    if (!this.fragments.has(name)) {
      const text = this.selections(type, Math.min(depth, 1));
      if (!this.fragments.has(name)) this.fragments.set(name, `fragment ${name} on ${type.name} ${text.includes(`...${name}`) ? '{ __typename }' : text}`);
    }
    return `...${name} ${this.decision()}`;
  }

  private field({ name, args, type }: GraphQLField<unknown, unknown>, depth: number): string {
    const named = getNamedType(type);
    const asked = `${name}${this.argumentsOf(args)}`;
    const wanted = this.one([name, name, 'id', 'x__arg0', 'other', '__x']);
    const free = (key: string): boolean => (this.asked.get(key) ?? asked) === asked;
    const key = free(wanted) ? wanted : `k${this.asked.size}`;
    this.asked.set(key, asked);
    return `${key === name ? '' : `${key}: `}${asked} ${this.decision()} ${isCompositeType(named) ? this.selections(named, depth) : ''}`;
  }

  private argumentsOf(args: readonly GraphQLArgument[]): string {
    const given = args.filter(() => this.upTo(3) > 0).map((argument) => `${argument.name}: ${this.value(argument.type, 2)}`);
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private value(type: GraphQLInputType, depth: number): string {
    if (isNonNullType(type)) return this.value(type.ofType, depth).replace(/^null$/, '1');
    const name = Object.entries(VARIABLES).find(([, of]) => of.replace(/[ !].*/, '') === String(type))?.[0];
    if (name !== undefined && this.upTo(3) === 0) return this.use(name);
    if (this.upTo(8) === 0) return 'null';
    if (isListType(type)) {
      const single = this.upTo(3) === 0;
      const item = (): string => this.value(type.ofType, depth - 1);
      return single ? item().replace(/^\$\w+$/, 'null') : `[${Array.from({ length: this.upTo(3) }, item).join(', ')}]`;
    }
    if (isEnumType(type)) return this.one(['A', 'B', 'C']);
    if (!isInputObjectType(type)) return this.one(LITERALS[type.name] ?? ['null']);
    const fields = depth > 0 ? Object.values(type.getFields()).filter(() => this.upTo(2) === 0) : [];
    return `{${fields.map((field) => `${field.name}: ${this.value(field.type, depth - 1)}`).join(', ')}}`;
  }

  private use(name: string): string {
    this.used.add(name);
    return `$${name}`;
  }

  private decision(): string {
    const kind = this.upTo(12);
    if (kind > 3) return '';
    const condition = kind === 0 ? this.use('flag') : this.one(['true', 'false']);
    return `@${this.one(['skip', 'include'])}(if: ${condition})`;
  }
}

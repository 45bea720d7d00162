/**
 * Documents that nobody would write by hand, made along the schema: valid ones with real ids, so that they get past the first doors and
 * meet the guards behind them, and spoilt ones. One seed, one course of documents.
 */
import { getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema, isAbstractType, isCompositeType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { Random } from '../../faults/random.js';

/** Values that mean something here, by what an argument is called; and values that mean nothing anywhere. */
export interface Words {
  readonly known: Readonly<Record<string, readonly string[]>>;
  readonly strange: readonly string[];
}

export interface FuzzDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const NO_SUCH = 'ffffffff-ffff-4fff-8fff-ffffffffffff';
const DEEPEST = 5;

export class DocumentMaker {
  private variables: Record<string, unknown> = {};
  private declared: string[] = [];
  private fragments: string[] = [];
  /** Commands get ids of nothing, so that whatever passes changes nothing. */
  private harmless = false;
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly words: Words,
    private readonly random: Random,
  ) {}

  next(): FuzzDocument {
    [this.variables, this.declared, this.fragments, this.aliases] = [{}, [], [], 0];
    this.harmless = this.random.chance(0.08);
    const [keyword, root] = this.harmless ? ['mutation', this.schema.getMutationType()] : ['query', this.schema.getQueryType()];
    const set = this.fieldsOf(root!, DEEPEST, this.harmless ? 1 : 1 + this.random.below(3));
    const declared = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    return { query: [`${keyword} F${declared} ${set}`, ...this.fragments].join('\n'), variables: this.variables };
  }

  private fieldsOf(type: GraphQLNamedType, left: number, many = 1 + this.random.below(4)): string {
    const parts: string[] = this.random.chance(0.2) ? ['__typename'] : [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()).filter((field) => left > 1 || !isCompositeType(getNamedType(field.type))) : [];
    for (let made = 0; made < many && fields.length > 0; made += 1) parts.push(this.field(this.random.pick(fields), left));
    if (isAbstractType(type) && (fields.length === 0 || this.random.chance(0.6))) {
      const narrow = this.random.pick(this.schema.getPossibleTypes(type));
      parts.push(`... on ${narrow.name}${this.condition()} ${this.fieldsOf(narrow, left - 1)}`);
    }
    if (parts.length === 0) parts.push('__typename');
    const set = `{ ${parts.join(' ')} }`;
    return isObjectType(type) && !['Query', 'Mutation'].includes(type.name) && this.random.chance(0.08) ? this.asFragment(type.name, set) : set;
  }

  private asFragment(type: string, set: string): string {
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${type} ${set}`);
    return `{ ...${name} }`;
  }

  /** Nearly always under an alias, for two fields of one name and other arguments would not go together. */
  private field(field: GraphQLField<unknown, unknown>, left: number): string {
    const type = getNamedType(field.type);
    const alias = `${this.random.pick(['a', 'bsn', 'constructor', 'toString', '_proto_'])}${(this.aliases += 1)}: `;
    return `${alias}${field.name}${this.argumentsOf(field)}${this.condition()}${isCompositeType(type) ? ` ${this.fieldsOf(type, left - 1)}` : ''}`;
  }

  private condition(): string {
    return this.random.chance(0.06) ? this.random.pick([' @include(if: true)', ' @skip(if: false)', ' @include(if: false)']) : '';
  }

  private argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((argument) => (isNonNullType(argument.type) && argument.defaultValue === undefined) || this.random.chance(0.25));
    return given.length > 0 ? `(${given.map((argument) => `${argument.name}: ${this.argument(argument, field.name)}`).join(', ')})` : '';
  }

  private argument(argument: GraphQLArgument, field: string): string {
    const value = this.valueOf(argument.type, argument.name === 'id' ? `${field}.id` : argument.name);
    if (!this.random.chance(0.4)) return literal(value, argument.type);
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: ${String(argument.type)}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private valueOf(type: GraphQLInputType, name: string): unknown {
    if (isNonNullType(type)) return this.valueOf(type.ofType, name);
    if (isListType(type)) return Array.from({ length: 1 + this.random.below(2) }, () => this.valueOf(type.ofType, name));
    if (isEnumType(type)) return this.random.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return this.scalar(type.name, name);
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) || this.random.chance(0.4));
    return Object.fromEntries(fields.map((field) => [field.name, this.valueOf(field.type, field.name)]));
  }

  private scalar(type: string, name: string): unknown {
    if (type === 'Int') return name === 'first' ? this.random.pick([1, 2, 3, 5, 10, 0, -1]) : this.random.pick([2013, 2014, 0, 7]);
    if (type === 'Boolean') return this.random.chance(0.5);
    if (type === 'Date') return this.random.pick(['2014-03-03', '2013-12-31', '2020-01-01']);
    if (type === 'Decimal') return this.random.pick(['24', '0', '36.00', '5.50']);
    if (this.harmless) return NO_SUCH;
    const known = this.words.known[type] ?? this.words.known[name];
    return known && this.random.chance(0.85) ? this.random.pick(known) : this.random.pick(this.words.strange);
  }
}

/** As the language writes it: an enum value without quotes, everything else as JSON, keys bare. */
function literal(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type)) return `[${(value as unknown[]).map((one) => literal(one, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (!isInputObjectType(type)) return JSON.stringify(value);
  return `{ ${Object.entries(value as object).map(([name, one]) => `${name}: ${literal(one, type.getFields()[name]!.type)}`).join(', ')} }`;
}

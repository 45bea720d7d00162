/** A question as a client sends it, and questions made by chance from the schema that clients see. */
import { Supergraph } from '@apollo/federation-internals';
import {
  getNamedType, getNullableType, isAbstractType, isCompositeType, isEnumType, isInputObjectType, isInterfaceType, isListType, isNonNullType, isObjectType,
  type GraphQLArgument, type GraphQLCompositeType, type GraphQLField, type GraphQLInputField, type GraphQLInputType, type GraphQLSchema,
} from 'graphql';
import type { Random } from '../../faults/random.js';

export interface Question {
  readonly query: string;
  /** Null when there is one operation only. */
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What clients see of a supergraph. */
export function clientSchema(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl, { supportedFeatures: null, validateSupergraph: false }).apiSchema().toGraphQLJSSchema();
}

const MAX_DEPTH = 4;
const MAX_FIELDS = 30;

export class Questions {
  private left = 0;

  /** `ids`: ids of things that are there, where there is something. */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
    private readonly ids: readonly string[],
  ) {}

  next(): Question {
    this.left = MAX_FIELDS;
    const root = this.schema.getQueryType();
    if (!root) throw new TypeError('a schema without questions');
    return { query: `{ ${this.selections(root, 0)} }`, operationName: null, variables: {} };
  }

  private selections(type: GraphQLCompositeType, depth: number): string {
    const own = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const fields = this.random.shuffled(own).slice(0, 1 + this.random.below(depth === 0 ? 2 : 4)).map((field) => this.field(field, depth));
    const narrowed = isAbstractType(type) && this.random.chance(0.4) ? [this.random.pick(this.schema.getPossibleTypes(type))] : [];
    const parts = [...fields, ...narrowed.map((one) => `... on ${one.name} { ${this.selections(one, depth + 1)} }`)].filter((part) => part !== '');
    return parts.length > 0 && this.random.chance(0.95) ? [...new Set(parts)].join(' ') : '__typename';
  }

  /** Nothing when it would go too far. */
  private field(field: GraphQLField<unknown, unknown>, depth: number): string {
    const type = getNamedType(field.type);
    this.left -= 1;
    if (isCompositeType(type) && (depth >= MAX_DEPTH || this.left < 0)) return '';
    const given = this.given(field.args);
    return `${field.name}${given === '' ? '' : `(${given})`}${isCompositeType(type) ? ` { ${this.selections(type, depth + 1)} }` : ''}`;
  }

  private given(offered: readonly (GraphQLArgument | GraphQLInputField)[]): string {
    const chosen = offered.filter(({ type }) => isNonNullType(type) || this.random.chance(0.4));
    return chosen.map(({ name, type }) => `${name}: ${this.value(type, name)}`).join(', ');
  }

  private value(declared: GraphQLInputType, name: string): string {
    const type = getNullableType(declared);
    if (isListType(type)) return `[${this.value(type.ofType, name)}]`;
    if (isEnumType(type)) return this.random.pick(type.getValues()).name;
    if (isInputObjectType(type)) return `{ ${this.given(Object.values(type.getFields()))} }`;
    switch (getNamedType(type).name) {
      case 'Int': return String(/year/i.test(name) ? 2014 : 1 + this.random.below(3));
      case 'Boolean': return String(this.random.chance(0.5));
      case 'Date': return '"2014-03-03"';
      case 'BSN': return '"999990019"';
      case 'Decimal': return '"8.00"';
      case 'ID': return JSON.stringify(name === 'code' ? 'leiden' : this.random.pick(this.ids));
      default: return '"a"';
    }
  }
}

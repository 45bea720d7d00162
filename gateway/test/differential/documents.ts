/** Questions about a schema: aliases, fragments, arguments, variables, conditions, introspection, several commands in a row. */
import { isCompositeType, isObjectType, parse, validate, getNamedType, type GraphQLArgument, type GraphQLCompositeType, type GraphQLField, type GraphQLSchema, isUnionType } from 'graphql';
import type { Question } from './answer.js';
import type { Tape } from './tape.js';
import { literal, valueFor } from './values.js';

const ALIASES = ['a', 'b', 'constructor', 'toString', '__typename', 'id', 'name', 'hasOwnProperty', 'a__arg0', 'alpha__alias_0'];
const MAX_DEPTH = 5;
const MAX_FIELDS = 60;

/** Response keys of one object, so that two parts of a document do not want different things under one key. */
interface Scope {
  readonly taken: Map<string, string>;
  readonly below: Map<string, Scope>;
}

const newScope = (): Scope => ({ taken: new Map(), below: new Map() });

/** Undefined when it is not valid, which is rare. */
export function growDocument(tape: Tape, schema: GraphQLSchema): Question | undefined {
  const writer = new Writer(tape, schema);
  const text = writer.operation();
  const document = parse(text);
  return validate(schema, document).length === 0 ? { text, document, variables: writer.values } : undefined;
}

class Writer {
  readonly values: Record<string, unknown> = {};
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  /** What was asked of a type, by its name: asked again of other objects, it is the same question to a subgraph. */
  private readonly written = new Map<string, { readonly text: string; readonly scope: Scope }>();
  private fields = 0;

  constructor(
    private readonly tape: Tape,
    private readonly schema: GraphQLSchema,
  ) {}

  operation(): string {
    const { tape, schema } = this;
    const mutation = schema.getMutationType();
    const isMutation = mutation && tape.oneIn(6);
    const root = isMutation ? mutation : schema.getQueryType();
    if (!root) throw new TypeError('a schema without queries');
    const selections = this.selections(root, newScope(), 0);
    if (!isMutation && tape.oneIn(12)) selections.push('__schema { queryType { name } types { name } }');
    if (!isMutation && tape.oneIn(12)) selections.push('known: __type(name: "E0") { kind name fields { name type { kind } } }');
    const head = `${isMutation ? 'mutation' : 'query'} Asked${this.declared.length > 0 ? `(${this.declared.join(', ')})` : ''}`;
    return [`${head} {\n${selections.join('\n')}\n}`, ...this.fragments].join('\n');
  }

  private selections(type: GraphQLCompositeType, scope: Scope, depth: number): string[] {
    const count = 1 + this.tape.below(depth === 0 ? 4 : 5);
    const some = Array.from({ length: count }, () => this.selection(type, scope, depth)).filter((text) => text !== '');
    return some.length > 0 ? some : [this.typename(scope)];
  }

  private selection(type: GraphQLCompositeType, scope: Scope, depth: number): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields()).filter((field) => depth < MAX_DEPTH || !isCompositeType(getNamedType(field.type)));
    const kind = this.tape.below(8);
    if (fields.length === 0 && kind < 5) return this.fragment(type, scope, depth);
    if (kind < 5) return this.field(this.tape.pick(fields), scope, depth);
    if (kind === 5) return this.typename(scope);
    return this.fragment(type, scope, depth);
  }

  private typename(scope: Scope): string {
    const alias = this.tape.oneIn(3) ? `${this.key('kind', '__typename', scope)}: ` : '';
    return `${alias}__typename${this.condition()}`;
  }

  private fragment(type: GraphQLCompositeType, scope: Scope, depth: number): string {
    if (depth >= MAX_DEPTH + 1) return this.typename(scope);
    const target = this.tape.pick([type, ...this.overlapping(type)]);
    const condition = this.condition();
    const inner = this.selections(target, scope, depth + 1).join('\n');
    if (!this.tape.oneIn(3)) return `... on ${target.name}${condition} {\n${inner}\n}`;
    const name = `F${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${target.name} {\n${inner}\n}`);
    return `...${name}${condition}`;
  }

  private overlapping(type: GraphQLCompositeType): GraphQLCompositeType[] {
    const mine = new Set(isObjectType(type) ? [type] : this.schema.getPossibleTypes(type));
    return Object.values(this.schema.getTypeMap()).filter((other): other is GraphQLCompositeType => {
      if (!isCompositeType(other) || other.name.startsWith('__')) return false;
      return isObjectType(other) ? mine.has(other) : this.schema.getPossibleTypes(other).some((possible) => mine.has(possible));
    });
  }

  private field(field: GraphQLField<unknown, unknown>, scope: Scope, depth: number): string {
    if (this.fields > MAX_FIELDS) return '';
    this.fields += 1;
    const args = field.args.flatMap((arg) => this.argument(arg));
    const signature = `${field.name}(${args.join(', ')}): ${String(field.type)}`;
    const key = this.key(field.name, signature, scope);
    const type = getNamedType(field.type);
    const inner = isCompositeType(type) ? ` {\n${this.inner(type, scope, key, depth)}\n}` : '';
    return `${key === field.name ? '' : `${key}: `}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.condition()}${inner}`;
  }

  private inner(type: GraphQLCompositeType, scope: Scope, key: string, depth: number): string {
    const known = this.written.get(type.name);
    if (known && !scope.below.has(key) && this.tape.oneIn(2)) {
      scope.below.set(key, known.scope);
      return known.text;
    }
    const below = scopeBelow(scope, key);
    const text = this.selections(type, below, depth + 1).join('\n');
    this.written.set(type.name, { text, scope: below });
    return text;
  }

  /** The field's own name or an alias, as long as nothing else has it. */
  private key(name: string, signature: string, scope: Scope): string {
    const wanted = this.tape.oneIn(4) ? this.tape.pick(ALIASES) : name;
    const key = [wanted, name, ...Array.from({ length: 50 }, (_, n) => `${name}${n}`)].find((key) => (scope.taken.get(key) ?? signature) === signature && (key !== '__typename' || signature === '__typename')) ?? name;
    scope.taken.set(key, signature);
    return key;
  }

  private argument(arg: GraphQLArgument): string[] {
    const must = arg.type.toString().endsWith('!') && arg.defaultValue === undefined;
    if (!must && !this.tape.oneIn(2)) return [];
    const value = valueFor(this.tape, arg.type);
    if (!this.tape.oneIn(2)) return [`${arg.name}: ${literal(value, arg.type)}`];
    const name = `v${this.declared.length}`;
    const hasDefault = this.tape.oneIn(4);
    this.declared.push(`$${name}: ${String(arg.type)}${hasDefault ? ` = ${literal(valueFor(this.tape, arg.type), arg.type)}` : ''}`);
    if (!(hasDefault || (!must && !arg.type.toString().endsWith('!'))) || !this.tape.oneIn(3)) this.values[name] = value;
    return [`${arg.name}: $${name}`];
  }

  private condition(): string {
    if (!this.tape.oneIn(9)) return '';
    const directive = this.tape.pick(['include', 'skip']);
    const value = this.tape.oneIn(2);
    if (this.tape.oneIn(4)) return ` @${directive}(if: ${value})`;
    const name = `v${this.declared.length}`;
    this.declared.push(`$${name}: Boolean!`);
    this.values[name] = value;
    return ` @${directive}(if: $${name})`;
  }
}

function scopeBelow(scope: Scope, key: string): Scope {
  const below = scope.below.get(key) ?? newScope();
  scope.below.set(key, below);
  return below;
}

/**
 * What reading a schema coordinate asks, whatever it is called in a question: the directives on the type, on the field and on what the
 * field answers with; of an interface or union those of every possible type (GHSA-mx7m-j9xf-62hw, GHSA-x33c-7c2v-mrj9).
 */
import { getNamedType, isAbstractType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLInputObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import type { FieldPolicy } from '#kernel/field-policy.js';
import { QUERY_OF } from '../news/as-query.js';
import type { PolicyMarks } from './policy-marks.js';

export class PolicyTable {
  private readonly known = new Map<string, readonly FieldPolicy[]>();
  private readonly filtering = new Map<string, boolean>();

  constructor(
    private readonly marks: PolicyMarks,
    /** What clients see of the same supergraph, without resolvers. */
    readonly schema: GraphQLSchema,
  ) {}

  /** Each of them must be met. */
  field(type: string, field: string): readonly FieldPolicy[] {
    return this.remembered(`${type}.${field}`, () => [
      ...this.kinds(type).flatMap((kind) => [...this.own(kind), ...this.own(`${kind}.${field}`), ...this.answer(kind, field)]),
      ...this.ofEvents(type, field),
    ]);
  }

  /** What using the argument asks, beside what the field asks. */
  argument(type: string, field: string, argument: string): readonly FieldPolicy[] {
    return this.remembered(`${type}.${field}(${argument}:)`, () => this.kinds(type).flatMap((kind) => this.filter(`${kind}.${field}(${argument}:)`)));
  }

  /** What giving the input field asks. */
  input(type: string, field: string): readonly FieldPolicy[] {
    return this.remembered(`input ${type}.${field}`, () => this.filter(`${type}.${field}`));
  }

  /** Whether some input field of it, at any depth, asks something. */
  filtersIn(declared: GraphQLInputType): boolean {
    const { name } = getNamedType(declared);
    const known = this.filtering.get(name);
    if (known !== undefined) return known;
    const found = [...inputsIn(declared, new Set())].some((one) => Object.keys(one.getFields()).some((field) => this.input(one.name, field).length > 0));
    this.filtering.set(name, found);
    return found;
  }

  private remembered(key: string, make: () => readonly FieldPolicy[]): readonly FieldPolicy[] {
    const found = this.known.get(key) ?? [...new Set(make())];
    this.known.set(key, found);
    return found;
  }

  private own(coordinate: string): readonly FieldPolicy[] {
    return this.marks.policies.get(coordinate) ?? [];
  }

  private filter(coordinate: string): readonly FieldPolicy[] {
    return (this.marks.filters.get(coordinate) ?? []).flatMap((named) => {
      const [type = '', field = ''] = named.split('.');
      return this.field(type, field);
    });
  }

  /** The type itself, and all that an object of it can be. */
  private kinds(name: string): readonly string[] {
    const type = this.schema.getType(name);
    return isAbstractType(type) ? [name, ...this.schema.getPossibleTypes(type).map((one) => one.name)] : [name];
  }

  private answer(kind: string, field: string): readonly FieldPolicy[] {
    const type = this.schema.getType(kind);
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
    return definition ? this.ofKinds(getNamedType(definition.type).name) : [];
  }

  /** Asked for each field that answers with it, of each company: without a memory, companies times companies. */
  private ofKinds(name: string): readonly FieldPolicy[] {
    return this.remembered(name, () => this.kinds(name).flatMap((one) => this.own(one)));
  }

  /** A subscription asks what its query asks. */
  private ofEvents(type: string, field: string): readonly FieldPolicy[] {
    const query = type === this.schema.getSubscriptionType()?.name ? QUERY_OF[field] : undefined;
    const root = this.schema.getQueryType();
    return query !== undefined && root ? this.field(root.name, query) : [];
  }
}

/** The input types that a value of this one can hold, itself included. */
function inputsIn(declared: GraphQLInputType, found: Set<GraphQLInputObjectType>): Set<GraphQLInputObjectType> {
  const type = getNamedType(declared);
  if (!isInputObjectType(type) || found.has(type)) return found;
  found.add(type);
  for (const field of Object.values(type.getFields())) inputsIn(field.type, found);
  return found;
}

/** The selections of one operation in normal form: marked keys, lifted literals, what @skip and @include say once and for all decided. */
import { getNamedType, isCompositeType, isInterfaceType, isIntrospectionType, isObjectType, Kind, SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef, type DirectiveNode, type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLField, type GraphQLSchema, type InlineFragmentNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { LiftedLiterals } from './normalise-literals.js';
import type { Marks } from './normalise-marks.js';

const META = new Map([SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].map((field) => [field.name, field]));

export class NormalSelections {
  /** In normal form, those that are used; in the order of their first use. */
  readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly sources: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly marks: Marks,
    private readonly literals: LiftedLiterals,
  ) {}

  /** May come out empty. */
  of(set: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode {
    return { kind: Kind.SELECTION_SET, selections: set.selections.flatMap((selection) => this.selection(selection, parent) ?? []) };
  }

  private selection(selection: SelectionNode, parent: GraphQLCompositeType): SelectionNode | null {
    const directives = decided(selection.directives ?? []);
    if (!directives) return null;
    if (selection.kind === Kind.FIELD) return this.field({ ...selection, directives }, parent);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.hasAnything(selection.name.value) ? { ...selection, directives } : null;
    return this.inline({ ...selection, directives }, parent);
  }

  private inline(fragment: InlineFragmentNode, parent: GraphQLCompositeType): InlineFragmentNode | null {
    const selectionSet = this.of(fragment.selectionSet, fragment.typeCondition ? this.typeNamed(fragment.typeCondition.name.value) : parent);
    return selectionSet.selections.length > 0 ? { ...fragment, selectionSet } : null;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): FieldNode {
    const definition = fieldOf(parent, node.name.value);
    const type = getNamedType(definition.type);
    const selectionSet = node.selectionSet && isCompositeType(type) ? this.of(node.selectionSet, type) : undefined;
    // What asks about the schema is answered here, and never planned.
    if (isIntrospectionType(parent) || isIntrospectionType(type)) return { ...node, selectionSet };
    const key = this.marks.keyOf(node, definition);
    const lifted = node.arguments?.map((argument) => {
      const known = definition.args.find(({ name }) => name === argument.name.value);
      return known ? { ...argument, value: this.literals.lift(argument.value, known.type, `${key}.${known.name}`) } : argument;
    });
    return { ...node, alias: key === node.name.value ? undefined : { kind: Kind.NAME, value: key }, arguments: lifted, selectionSet };
  }

  private hasAnything(name: string): boolean {
    const known = this.fragments.get(name);
    if (known) return known.selectionSet.selections.length > 0;
    const source = this.sources.get(name);
    if (!source) throw new TypeError('a fragment that is not in the document');
    // Its place first: fragments that it uses come after it.
    this.fragments.set(name, source);
    const selectionSet = this.of(source.selectionSet, this.typeNamed(source.typeCondition.name.value));
    this.fragments.set(name, { ...source, selectionSet });
    return selectionSet.selections.length > 0;
  }

  private typeNamed(name: string): GraphQLCompositeType {
    return compositeNamed(this.schema, name);
  }
}

export function compositeNamed(schema: GraphQLSchema, name: string): GraphQLCompositeType {
  const type = schema.getType(name);
  if (!isCompositeType(type)) throw new TypeError('a type that is not in the schema');
  return type;
}

export function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> {
  const own = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
  const field = own ?? META.get(name);
  if (!field) throw new TypeError('a field that is not in the schema');
  return field;
}

/** What is left to decide per request; null when it is never asked. */
function decided(directives: readonly DirectiveNode[]): readonly DirectiveNode[] | null {
  const open: DirectiveNode[] = [];
  for (const directive of directives) {
    const { value } = directive.name;
    const condition = value === 'skip' || value === 'include' ? directive.arguments?.find(({ name }) => name.value === 'if')?.value : undefined;
    if (condition?.kind !== Kind.BOOLEAN) open.push(directive);
    else if (condition.value === (value === 'skip')) return null;
  }
  return open;
}

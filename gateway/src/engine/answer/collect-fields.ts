/**
 * Which fields an object of one type answers, in the order of the question (GraphQL specification, 6.3.2): what stands under one response key
 * is one field, and what is asked of it in several places is asked together.
 */
import {
  isAbstractType, isInterfaceType, isObjectType, Kind,
  type FieldNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLField, type GraphQLSchema, type SelectionNode, type SelectionSetNode,
} from 'graphql';

export interface Collected {
  /** As planned. */
  readonly key: string;
  readonly name: string;
  /** Undefined for __typename, __schema and __type. */
  readonly definition: GraphQLField<unknown, unknown> | undefined;
  /** Whose field it is. */
  readonly owner: GraphQLCompositeType;
  readonly selections: SelectionSetNode[];
}

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** `type`: an object type; an abstract one for an object whose type nobody told. */
export function collectFields(asked: Asked, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): readonly Collected[] {
  const fields = new Map<string, Collected>();
  for (const set of sets) collect(asked, { type, owner: type, fields }, set);
  return [...fields.values()];
}

interface Collecting {
  readonly type: GraphQLCompositeType;
  readonly owner: GraphQLCompositeType;
  readonly fields: Map<string, Collected>;
}

function collect(asked: Asked, collecting: Collecting, { selections }: SelectionSetNode): void {
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) addField(collecting, selection);
    else collectFragment(asked, collecting, selection);
  }
}

function addField({ owner, fields }: Collecting, { alias, name, selectionSet }: FieldNode): void {
  const key = (alias ?? name).value;
  const known = fields.get(key);
  const field = known ?? { key, name: name.value, definition: definitionOf(owner, name.value), owner, selections: [] };
  if (selectionSet) field.selections.push(selectionSet);
  if (!known) fields.set(key, field);
}

function definitionOf(owner: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(owner) || isInterfaceType(owner) ? owner.getFields()[name] : undefined;
}

function collectFragment(asked: Asked, collecting: Collecting, selection: Exclude<SelectionNode, FieldNode>): void {
  const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? asked.fragments.get(selection.name.value) : selection;
  if (!fragment) throw new TypeError('a fragment that is not there');
  const owner = fragment.typeCondition ? asked.schema.getType(fragment.typeCondition.name.value) : collecting.owner;
  if (!isComposite(owner)) throw new TypeError('a fragment on no type');
  if (applies(asked.schema, owner, collecting.type)) collect(asked, { ...collecting, owner: isAbstractType(collecting.type) ? owner : collecting.type }, fragment.selectionSet);
}

function applies(schema: GraphQLSchema, condition: GraphQLCompositeType, type: GraphQLCompositeType): boolean {
  if (condition === type) return true;
  return isAbstractType(condition) && !('getTypes' in type) && schema.isSubType(condition, type);
}

function isComposite(type: unknown): type is GraphQLCompositeType {
  return isObjectType(type) || isAbstractType(type);
}

/**
 * What the subgraphs say that their fields cost (@cost, @listSize; IBM's cost specification as Apollo composes it), read from the
 * supergraph. Of an interface nothing is asked: a cost is that of the concrete type that answers.
 */
import {
  Kind, parse, valueFromASTUntyped,
  type ConstDirectiveNode, type DefinitionNode, type FieldDefinitionNode, type InputValueDefinitionNode,
} from 'graphql';

export interface ListSize {
  /** When no argument says; null: nobody knows. */
  readonly assumedSize: number | null;
  /** Arguments that say how long the list is; a dot leads into an input object. */
  readonly slicingArguments: readonly string[];
  /** The lists inside the answer that are so long; empty: the field itself. */
  readonly sizedFields: readonly string[];
}

export interface CostTable {
  /** By `Type`, `Type.field`, `Type.field(argument:)`. */
  readonly weights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  readonly lists: ReadonlyMap<string, ListSize>;
}

interface Learned {
  readonly weights: Map<string, number>;
  readonly lists: Map<string, ListSize>;
  readonly names: DirectiveNames;
}

interface DirectiveNames {
  readonly cost: string;
  readonly listSize: string;
}

type Marked = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

const FEATURE = /^https:\/\/specs\.apollo\.dev\/cost\/v/;

export function costTable(supergraphSdl: string): CostTable {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  const learned: Learned = { weights: new Map(), lists: new Map(), names: directiveNames(definitions) };
  for (const definition of definitions) learn(learned, definition);
  return learned;
}

/** An import may give another name; a directive that is known under a name that we do not look for would cost nothing. */
function directiveNames(definitions: readonly DefinitionNode[]): DirectiveNames {
  const schema = definitions.find((one) => one.kind === Kind.SCHEMA_DEFINITION);
  const links = schema?.directives?.filter(({ name }) => name.value === 'link').map(argumentsOf) ?? [];
  const feature = links.find(({ url }) => typeof url === 'string' && FEATURE.test(url));
  const prefix = typeof feature?.['as'] === 'string' ? feature['as'] : 'cost';
  const imports = Array.isArray(feature?.['import']) ? feature['import'] : [];
  const named = (name: string): string | undefined => imports.map((one: unknown) => nameIn(one, `@${name}`)).find((one) => one !== undefined);
  return { cost: named('cost') ?? prefix, listSize: named('listSize') ?? `${prefix}__listSize` };
}

function nameIn(imported: unknown, name: string): string | undefined {
  if (imported === name) return name.slice(1);
  if (typeof imported !== 'object' || imported === null || !('name' in imported) || imported.name !== name) return undefined;
  return 'as' in imported && typeof imported.as === 'string' ? imported.as.slice(1) : name.slice(1);
}

function learn(learned: Learned, definition: DefinitionNode): void {
  if (definition.kind === Kind.SCALAR_TYPE_DEFINITION || definition.kind === Kind.ENUM_TYPE_DEFINITION) learnWeight(learned, definition.name.value, definition);
  if (definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) for (const field of definition.fields ?? []) learnWeight(learned, `${definition.name.value}.${field.name.value}`, field);
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return;
  learnWeight(learned, definition.name.value, definition);
  for (const field of definition.fields ?? []) learnField(learned, `${definition.name.value}.${field.name.value}`, field);
}

function learnField(learned: Learned, coordinate: string, field: FieldDefinitionNode): void {
  learnWeight(learned, coordinate, field);
  for (const argument of field.arguments ?? []) learnArgument(learned, coordinate, argument);
  const said = argumentsOf(field.directives?.find(({ name }) => name.value === learned.names.listSize));
  if (Object.keys(said).length > 0) learned.lists.set(coordinate, listSizeOf(said));
}

function learnArgument(learned: Learned, coordinate: string, argument: InputValueDefinitionNode): void {
  learnWeight(learned, `${coordinate}(${argument.name.value}:)`, argument);
}

function learnWeight({ weights, names }: Learned, coordinate: string, { directives }: Marked): void {
  const { weight } = argumentsOf(directives?.find(({ name }) => name.value === names.cost));
  if (typeof weight === 'number') weights.set(coordinate, Math.max(0, weight));
}

function listSizeOf(said: Readonly<Record<string, unknown>>): ListSize {
  const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
  const { assumedSize, slicingArguments, sizedFields } = said;
  return { assumedSize: typeof assumedSize === 'number' ? assumedSize : null, slicingArguments: texts(slicingArguments), sizedFields: texts(sizedFields) };
}

function argumentsOf(directive: ConstDirectiveNode | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(directive?.arguments?.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]) ?? []);
}

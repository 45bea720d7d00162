/**
 * type-graphql classes to a Federation 2 subgraph. type-graphql keeps directives on partial syntax nodes that the subgraph
 * library does not print, so the schema is printed here and each directive is put back on the node it belongs to. What the
 * directives ask is asked before every resolver (field-guard.ts).
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ASTNode,
  concatAST,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import { buildSchema, type BuildSchemaOptions, createResolversMap } from 'type-graphql';
import { guardFields, guardReference } from './field-guard.js';

const FEDERATION = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
    "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@tag",
    "@authenticated", "@requiresScopes", "@policy", "@cost", "@listSize"])
`);

/** Resolves `_entities` of one type; must apply the viewer's scope like any other door. Null for what is hidden or absent. */
export type ReferenceResolver = (reference: { id: string; code: string }, context: never) => unknown;

export interface FederatedSchemaParts {
  readonly resolvers: BuildSchemaOptions['resolvers'];
  /** Classes that no resolver names, such as the implementations of an interface. */
  readonly orphanedTypes?: NonNullable<BuildSchemaOptions['orphanedTypes']>;
  readonly references?: Readonly<Record<string, ReferenceResolver>>;
  /** Directives of scalars and enums by name, which type-graphql's decorators cannot carry. */
  readonly marks?: Readonly<Record<string, string>>;
}

const documents = new WeakMap<GraphQLSchema, DocumentNode>();

export async function buildFederatedSchema(parts: FederatedSchemaParts): Promise<GraphQLSchema> {
  const built = await buildSchema({
    resolvers: parts.resolvers,
    orphanedTypes: parts.orphanedTypes ?? [],
    validate: false,
    skipCheck: true,
  });
  const resolvers: Record<string, Record<string, unknown>> = createResolversMap(built) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(parts.references ?? {})) {
    resolvers[type] = { ...resolvers[type], __resolveReference: guardReference(built.getType(type), resolve) };
  }
  const typeDefs = concatAST([FEDERATION, withDirectives(built, parts.marks ?? {})]);
  const schema = buildSubgraphSchema({ typeDefs, resolvers: resolvers as never });
  guardFields(schema);
  documents.set(schema, typeDefs);
  return schema;
}

/** The SDL that composition reads; types in the order in which they were printed, so that it is stable. */
export function printSubgraphSdl(schema: GraphQLSchema): string {
  const document = documents.get(schema);
  if (!document) throw new Error('the schema was not made by buildFederatedSchema');
  return `${print(document)}\n`;
}

function withDirectives(schema: GraphQLSchema, marks: Readonly<Record<string, string>>): DocumentNode {
  const marked = <N extends { readonly name: { readonly value: string } }>(node: N): N => decorated(node, { astNode: markOf(marks[node.name.value]) });
  return visit(parse(printSchema(schema)), {
    ScalarTypeDefinition: marked,
    EnumTypeDefinition: marked,
    ObjectTypeDefinition: (node) => ({ ...node, ...fieldsOf(schema, node) }),
    InterfaceTypeDefinition: (node) => ({ ...node, ...fieldsOf(schema, node) }),
    InputObjectTypeDefinition: (node) => {
      const type = schema.getType(node.name.value);
      if (!isInputObjectType(type)) return undefined;
      const inputs = type.getFields();
      return { ...decorated(node, type), fields: node.fields?.map((field) => decorated(field, inputs[field.name.value])) };
    },
  });
}

function fieldsOf(schema: GraphQLSchema, node: { name: { value: string }; fields?: readonly FieldDefinitionNode[] }): object {
  const type = schema.getType(node.name.value);
  if (!isObjectType(type) && !isInterfaceType(type)) return {};
  const fields = type.getFields();
  return { ...decorated(node, type), fields: node.fields?.map((field) => withArguments(field, fields[field.name.value])) };
}

function withArguments(node: FieldDefinitionNode, field: GraphQLField<unknown, unknown> | undefined): FieldDefinitionNode {
  const byName = new Map(field?.args.map((argument) => [argument.name, argument]));
  return { ...decorated(node, field), arguments: node.arguments?.map((argument) => decorated(argument, byName.get(argument.name.value))) };
}

function markOf(directives: string | undefined): ASTNode | undefined {
  return directives === undefined ? undefined : parse(`scalar Marked ${directives}`).definitions[0];
}

interface Decorated {
  readonly astNode?: ASTNode | null | undefined;
}

function decorated<N extends object>(node: N, definition: Decorated | GraphQLInputField | undefined): N {
  const found = directivesOf(definition);
  if (found.length === 0) return node;
  const printed = (node as { directives?: readonly ConstDirectiveNode[] }).directives ?? [];
  return { ...node, directives: [...printed, ...found] };
}

function directivesOf(definition: Decorated | GraphQLInputField | undefined): readonly ConstDirectiveNode[] {
  const node = definition?.astNode;
  const directives = node && 'directives' in node ? (node.directives ?? []) : [];
  // A default value is printed by printSchema; deprecation likewise, so it must not stand twice.
  return (directives as readonly ConstDirectiveNode[]).filter((one) => one.kind === Kind.DIRECTIVE && one.name.value !== 'deprecated');
}

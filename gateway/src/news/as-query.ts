/**
 * A subscription as the query that answers each of its events: same selection, variables, fragments and directives, and the same
 * name of the field in the answer. So an event goes through every step that a question goes through, and shows nothing more.
 */
import {
  getArgumentValues, getVariableValues, Kind, OperationTypeNode, print, separateOperations, TypeInfo, visit, visitWithTypeInfo,
  type DocumentNode, type FieldNode, type GraphQLSchema, type OperationDefinitionNode, type VariableDefinitionNode,
} from 'graphql';
import { badInput } from '#kernel/faults.js';

/** Field of Subscription: the field of Query that shows what changed, by `id`. */
export const QUERY_OF: Readonly<Record<string, string>> = { agreementChanged: 'agreement' };

export interface Asked {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly schema: GraphQLSchema;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface EventQuery {
  readonly query: string;
  readonly operationName: string | null;
  /** Without that of the id. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The variable that takes the id of what changed. */
  readonly idVariable: string;
  /** The one that the subscription is about; null: all that the viewer may see. */
  readonly id: string | null;
}

/** Of a validated document. Throws a Fault for variables that do not fit, and for a field that is not served here. */
export function asQuery(asked: Asked): EventQuery {
  const own = separateOperations(asked.document)[asked.operation.name?.value ?? ''];
  if (!own) throw new TypeError('the operation is not in its document');
  const idVariable = freshName(asked.operation);
  const { document, roots } = renamed(own, asked.schema, idVariable);
  const [root] = roots;
  if (!root) throw badInput('Dit abonnement is er niet.');
  return {
    query: print(withVariables(document, idVariable)),
    operationName: asked.operation.name?.value ?? null,
    variables: asked.variables,
    idVariable,
    id: idOf(root, asked),
  };
}

function renamed(document: DocumentNode, schema: GraphQLSchema, idVariable: string): { document: DocumentNode; roots: FieldNode[] } {
  const root = schema.getSubscriptionType();
  const query = schema.getQueryType();
  const types = new TypeInfo(schema);
  const roots: FieldNode[] = [];
  const visitor = {
    OperationDefinition: { leave: (node: OperationDefinitionNode) => ({ ...node, operation: OperationTypeNode.QUERY, directives: [] }) },
    Field: {
      leave: (node: FieldNode) => {
        const name = types.getParentType() === root ? QUERY_OF[node.name.value] : undefined;
        if (name === undefined) return undefined;
        roots.push(node);
        return asked(node, name, idVariable);
      },
    },
  };
  const edited: DocumentNode = visit(document, visitWithTypeInfo(types, visitor));
  const named = visit(edited, { NamedType: (node) => (node.name.value === root?.name && query ? { ...node, name: { ...node.name, value: query.name } } : undefined) });
  return { document: named, roots };
}

function asked(node: FieldNode, name: string, idVariable: string): FieldNode {
  const word = (value: string) => ({ kind: Kind.NAME, value }) as const;
  const id = { kind: Kind.ARGUMENT, name: word('id'), value: { kind: Kind.VARIABLE, name: word(idVariable) } } as const;
  return { ...node, alias: node.alias ?? word(node.name.value), name: word(name), arguments: [id] };
}

/** The id is one more variable; one that only the subscription's own argument used is gone, because an unused one is not valid. */
function withVariables(document: DocumentNode, idVariable: string): DocumentNode {
  const used = new Set<string>();
  visit(document, { VariableDefinition: () => false, Variable: ({ name }) => void used.add(name.value) });
  const id: VariableDefinitionNode = {
    kind: Kind.VARIABLE_DEFINITION,
    variable: { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: idVariable } },
    type: { kind: Kind.NON_NULL_TYPE, type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'ID' } } },
  };
  return visit(document, {
    OperationDefinition: (node) => ({ ...node, variableDefinitions: [id, ...(node.variableDefinitions ?? []).filter(({ variable }) => used.has(variable.name.value))] }),
  });
}

function freshName({ variableDefinitions }: OperationDefinitionNode): string {
  const taken = new Set(variableDefinitions?.map(({ variable }) => variable.name.value));
  let name = 'changed';
  while (taken.has(name)) name = `${name}_`;
  return name;
}

function idOf(field: FieldNode, { operation, schema, variables }: Asked): string | null {
  const definition = schema.getSubscriptionType()?.getFields()[field.name.value];
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!definition || !coerced) throw badInput('Een variabele ontbreekt of is van het verkeerde soort.');
  const id: unknown = getArgumentValues(definition, field, coerced)['id'];
  return typeof id === 'string' ? id.toLowerCase() : null;
}

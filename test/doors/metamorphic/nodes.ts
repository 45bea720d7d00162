/** Finding places in a document and changing one of them. Documents here are freshly parsed, so that no node stands at two places. */
import { isCompositeType, Kind, TypeInfo, visit, visitWithTypeInfo, type ArgumentNode, type ASTNode, type DocumentNode, type GraphQLCompositeType, type GraphQLInputType, type GraphQLSchema, type SelectionSetNode } from 'graphql';

export interface PlacedSet {
  readonly node: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

export interface PlacedArgument {
  readonly node: ArgumentNode;
  readonly type: GraphQLInputType;
}

/** Of every operation and fragment but those that are beside the one that runs. */
export function selectionSets(document: DocumentNode, schema: GraphQLSchema): PlacedSet[] {
  const types = new TypeInfo(schema);
  const found: PlacedSet[] = [];
  const enter = (node: SelectionSetNode): void => {
    const type = types.getParentType();
    if (isCompositeType(type)) found.push({ node, type });
  };
  visit(document, visitWithTypeInfo(types, { OperationDefinition: skipBeside, SelectionSet: { enter } }));
  return found;
}

/** Of fields, in the operation that runs and not in fragments: those know no variables of their own. */
export function argumentsIn(document: DocumentNode, schema: GraphQLSchema): PlacedArgument[] {
  const types = new TypeInfo(schema);
  const found: PlacedArgument[] = [];
  const enter = (node: ArgumentNode): void => {
    const type = types.getInputType();
    if (type && !types.getDirective()) found.push({ node, type });
  };
  visit(document, visitWithTypeInfo(types, { OperationDefinition: skipBeside, Argument: { enter } }));
  return found;
}

export function replaced<N extends ASTNode>(document: DocumentNode, node: N, by: N): DocumentNode {
  return visit(document, { enter: (one) => (one === node ? by : undefined) });
}

export const BESIDE = 'Beside';

function skipBeside(node: ASTNode): false | undefined {
  return node.kind === Kind.OPERATION_DEFINITION && node.name?.value === BESIDE ? false : undefined;
}

/** Takes one question about entities out of a text that asks several under aliases. */
import { Kind, parse, stripIgnoredCharacters, print, visit, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';

const REPRESENTATIONS = 'representations';

export interface EntityQuestion {
  readonly operation: string;
  readonly variableUsages: readonly string[];
}

/** `variable`: under which name the text has this question's representations. */
export function questionOf(text: string, alias: string, variable: string): EntityQuestion {
  const document = renamed(parse(text, { noLocation: true }), variable);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const field = operation?.selectionSet.selections.find((one): one is FieldNode => one.kind === Kind.FIELD && one.alias?.value === alias);
  if (!operation || !field) throw new TypeError('a fetch without its question');
  return written(operation, { ...field, alias: undefined }, fragmentsOf(document));
}

function written(operation: OperationDefinitionNode, field: FieldNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): EntityQuestion {
  const used = namesUsed(field, fragments);
  const variableDefinitions = operation.variableDefinitions?.filter(({ variable }) => used.variables.has(variable.name.value));
  const asked: OperationDefinitionNode = { ...operation, variableDefinitions, selectionSet: { kind: Kind.SELECTION_SET, selections: [field] } };
  const parts = [asked, ...[...fragments.values()].filter(({ name }) => used.fragments.has(name.value))];
  return { operation: stripIgnoredCharacters(print({ kind: Kind.DOCUMENT, definitions: parts })), variableUsages: [...used.variables].filter((name) => name !== REPRESENTATIONS) };
}

function renamed(document: DocumentNode, variable: string): DocumentNode {
  return visit(document, { Variable: (node) => (node.name.value === variable ? { ...node, name: { ...node.name, value: REPRESENTATIONS } } : undefined) });
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  return new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
}

function namesUsed(field: FieldNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): { variables: Set<string>; fragments: Set<string> } {
  const used = { variables: new Set<string>(), fragments: new Set<string>() };
  const look = (node: FieldNode | FragmentDefinitionNode): void => {
    visit(node, {
      Variable: ({ name }) => void used.variables.add(name.value),
      FragmentSpread: ({ name }) => {
        const fragment = fragments.get(name.value);
        if (!fragment || used.fragments.has(name.value)) return;
        used.fragments.add(name.value);
        look(fragment);
      },
    });
  };
  look(field);
  return used;
}

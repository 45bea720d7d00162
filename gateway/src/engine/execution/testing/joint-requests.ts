/** What a subgraph sees of questions that travel together: several `_entities` under aliases, each with representations of its own. */
import { Kind, parse, print, type FieldNode } from 'graphql';
import type { SubgraphAnswer } from '../../subgraph.js';

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>> & { readonly representations?: readonly Representation[] };
}

export type Representation = Readonly<Record<string, unknown>>;

export interface PartOfQuestion extends Question {
  readonly alias: string;
}

/** Each as if it had come alone; none for a request with one question. */
export function questionsIn({ query, variables }: Question): PartOfQuestion[] {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  const fields = operation.selectionSet.selections.filter((one): one is FieldNode => one.kind === Kind.FIELD && one.alias !== undefined && one.name.value === '_entities');
  return fields.map((field) => {
    const given = field.arguments?.[0]?.value;
    const name = given?.kind === Kind.VARIABLE ? given.name.value : '';
    return { alias: field.alias?.value ?? '', query: `{${print({ ...field, alias: undefined })}}`, variables: { ...variables, representations: variables[name] as readonly Representation[] } };
  });
}

/** One answer of several: as GraphQL has it, a part without data leaves none of them any. */
export function joined(parts: readonly PartOfQuestion[], answers: readonly SubgraphAnswer[]): SubgraphAnswer {
  const errors = answers.flatMap((answer, at) => (answer.errors ?? []).map((error) => ({ ...error, path: error.path?.map((step, index) => (index === 0 && step === '_entities' ? (parts[at]?.alias ?? step) : step)) })));
  const data = answers.every((answer) => answer.data) ? Object.fromEntries(answers.map((answer, at) => [parts[at]?.alias ?? '', answer.data?.['_entities']])) : null;
  return errors.length > 0 ? { data, errors } : { data };
}

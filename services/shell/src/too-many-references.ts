/**
 * How many things one question may refer to (`_entities`): as many as an honest plan ever asks for and no more, so that whoever holds a
 * gateway's envelope cannot try ids by the ten thousand.
 */
export const MAX_REFERENCES = 500;

/** Counted where they come in, as variables and as literals in the document. */
export function refersToTooMuch(question: object): boolean {
  const { variables, query } = question as { variables?: unknown; query?: unknown };
  const lists = typeof variables === 'object' && variables !== null ? Object.values(variables).filter(Array.isArray) : [];
  const written = typeof query === 'string' ? query.split('__typename').length - 1 : 0;
  return lists.some((list) => list.length > MAX_REFERENCES) || written > MAX_REFERENCES;
}

/** An id that is no text is nobody's: refused before it reaches a statement or the processing log, which could not write it down. */
export function refersToNoId(question: object): boolean {
  const { variables } = question as { variables?: unknown };
  const lists = typeof variables === 'object' && variables !== null ? Object.values(variables).filter((one): one is unknown[] => Array.isArray(one)) : [];
  return lists.flat().some((one) => isReference(one) && [one['id'], one['code']].some((key) => key !== undefined && typeof key !== 'string'));
}

function isReference(one: unknown): one is Readonly<Record<string, unknown>> {
  return typeof one === 'object' && one !== null && '__typename' in one;
}

/** A list of the domain as an enum of the graph, so that a value is written once. */
import { registerEnumType } from 'type-graphql';

export function enumOf<T extends string>(name: string, values: readonly T[]): Record<T, T> {
  const made = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(made, { name });
  return made;
}

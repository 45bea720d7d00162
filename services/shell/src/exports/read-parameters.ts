/** The query of an address held against what an export asks: all that is wrong is told at once, and no value is repeated. */
import type { ExportDefinition, ExportParameter } from './export-definition.js';

export interface ParameterProblem {
  readonly parameter: string;
  /** Dutch. */
  readonly reason: string;
}

export interface ReadParameters {
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly ParameterProblem[];
}

/** What somebody calls a parameter may itself be somebody's number. */
const SPEAKABLE = /^[A-Za-z]{1,40}$/;

export function readParameters(definition: Pick<ExportDefinition, 'parameters'>, query: URLSearchParams): ReadParameters {
  const known = new Set(definition.parameters.map(({ name }) => name));
  const unknown = [...new Set(query.keys())].filter((name) => !known.has(name));
  const problems = [...definition.parameters.flatMap((parameter) => problemOf(parameter, query.getAll(parameter.name))), ...unknown.map(notKnown)];
  const given = definition.parameters.flatMap(({ name }): [string, string][] => (query.has(name) ? [[name, query.get(name) ?? '']] : []));
  return { parameters: Object.fromEntries(given), problems };
}

function problemOf({ name, required, pattern, example }: ExportParameter, values: readonly string[]): ParameterProblem[] {
  const [value] = values;
  if (value === undefined) return required ? [{ parameter: name, reason: `Deze parameter is verplicht, bijvoorbeeld ${example}.` }] : [];
  if (values.length > 1) return [{ parameter: name, reason: 'Deze parameter mag eenmaal voorkomen.' }];
  return wholly(pattern).test(value) ? [] : [{ parameter: name, reason: `De waarde heeft niet de juiste vorm; een voorbeeld is ${example}.` }];
}

function notKnown(name: string): ParameterProblem {
  return { parameter: SPEAKABLE.test(name) ? name : '?', reason: 'Deze parameter kent de levering niet.' };
}

export function wholly(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`, 'u');
}

/** What every export of a service must be, tried when the service starts: a wrong one is a bug, and nobody should find it at his first delivery. */
import type { Purpose } from '#kernel/registers.js';
import type { ExportDefinition, ExportParameter } from './export-definition.js';
import { wholly } from './read-parameters.js';

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const CAMEL = /^[a-z][a-zA-Z0-9]{0,39}$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+(?:; charset=utf-8)?$/;
/** An address stands in logs and histories: no parameter may take what could be somebody's number or a long text. */
const NEVER_TAKEN = ['990001271', '123456782', 'x'.repeat(200)];

/** Throws with everything that is wrong. */
export function checkDefinitions(definitions: readonly ExportDefinition[], purposes: readonly Purpose[]): void {
  const faults = definitions.flatMap((one) => faultsOf(one, purposes).map((fault) => `export ${one.name}: ${fault}`));
  const names = definitions.map(({ name }) => name);
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `export ${name}: there are two`);
  if (faults.length + twice.length > 0) throw new Error([...faults, ...twice].join('\n'));
}

function faultsOf({ name, purpose, roles, mediaType, parameters }: ExportDefinition, purposes: readonly Purpose[]): string[] {
  const known = purposes.find(({ code }) => code === purpose);
  const strangers = roles.filter((role) => !known?.roles.includes(role));
  return [
    ...(KEBAB.test(name) ? [] : ['its name is a path segment in kebab-case']),
    ...(MEDIA_TYPE.test(mediaType) ? [] : ['its media type is not one']),
    ...(known ? [] : [`the register has no purpose ${purpose}`]),
    ...(roles.length === 0 ? ['it is for nobody'] : []),
    ...(known && strangers.length > 0 ? [`${strangers.join(', ')} may not name ${purpose}`] : []),
    ...parameters.flatMap(parameterFaults),
  ];
}

function parameterFaults({ name, pattern, example }: ExportParameter): string[] {
  if (!CAMEL.test(name)) return [`parameter ${name} is not in camelCase`];
  const form = wholly(pattern);
  return [
    ...(form.test(example) ? [] : [`the example of ${name} does not fit its pattern`]),
    ...(NEVER_TAKEN.some((value) => form.test(value)) ? [`${name} takes what could be a number of somebody, or any text`] : []),
  ];
}

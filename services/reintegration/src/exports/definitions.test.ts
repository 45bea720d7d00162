import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { loadRegisters } from '#kernel/registers.js';
import { checkDefinitions } from '#shell/exports/check-definitions.js';
import type { ServiceParts } from '#shell/service-definition.js';
import { exportsOf } from './exports.js';

const registers = loadRegisters();
const definitions = exportsOf({ registers } as ServiceParts, () => {
  throw new Error('nothing is asked here');
});

describe('every export of this service', () => {
  it('is one that a service starts with', () => {
    expect(() => checkDefinitions(definitions, registers.purposes)).not.toThrow();
    expect(definitions.length).toBeGreaterThan(5);
  });

  it.each(definitions.map((one) => [one.name, one] as const))('%s names its file after what was asked, so that a header can hold it', (_name, { parameters, fileName }) => {
    const examples = Object.fromEntries(parameters.map(({ name, example }) => [name, example]));
    expect(fileName(examples)).toMatch(/^[\w.-]{1,100}$/);
  });
});

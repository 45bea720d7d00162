import { describe, expect, it } from '@jest/globals';
import { directory, inputOf } from '../check-input.js';
import { nullableWhenHidden } from './nullable-when-hidden.js';

const PEOPLE = '@policy(policies: [["people"]])';
const NAMES = '@policy(policies: [["names"]])';
const check = (types: string): string[] => nullableWhenHidden.check(inputOf({ reintegration: `${directory}\n${types}` }));
const worker = (fields: string, mark = ''): string => `type Worker ${mark} { ${fields} } extend type Query { worker: Worker }`;

describe('nullable-when-hidden', () => {
  it('a nullable field under a policy is in order, one that is not is refused', () => {
    expect(check(worker(`name: String ${NAMES}`))).toEqual([]);
    expect(check(worker(`name: String! ${NAMES}`))).toEqual([`reintegration: Worker.name is not nullable and can be hidden by ${NAMES}`]);
  });

  it('a field that answers with something protected is hidden with it', () => {
    const list = (type: string, mark = ''): string => `${worker('id: ID!', PEOPLE)} type Page ${mark} { nodes: ${type} } extend type Query { page: Page }`;
    expect(check(list('[Worker!]!'))).toHaveLength(1);
    expect(check(list('[Worker!]'))).toEqual([]);
    expect(check(list('[Worker!]!', PEOPLE))).toEqual([]);
  });

  it('a field that answers with an interface is hidden with any of its types', () => {
    const types = (type: string): string => `interface Named { id: ID! } type Worker implements Named ${PEOPLE} { id: ID! } type Firm implements Named { id: ID! } type Desk { of: ${type} } extend type Query { desk: Desk }`;
    expect(check(types('Named!'))).toHaveLength(1);
    expect(check(types('Named'))).toEqual([]);
  });

  it('what a type asks need not be asked nullably of its fields, nor what a root asks', () => {
    expect(check(worker('id: ID!', PEOPLE))).toEqual([]);
    expect(check(worker(`id: ID! ${PEOPLE}`, PEOPLE))).toEqual([]);
    expect(check(worker(`id: ID! ${NAMES}`, PEOPLE))).toHaveLength(1);
    expect(check(`extend type Query { count: Int! ${PEOPLE} }`)).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { jointText, QuestionParts } from './question-parts.js';
import { underOwnName } from './request-text.js';

const partOf = (parts: QuestionParts, operation: string, variableUsages: readonly string[] = []) => parts.of(underOwnName(operation, 'company'), variableUsages);
const ENTITIES = '_entities(representations:$representations)';
const short = (text: string): string => stripIgnoredCharacters(print(parse(text)));

describe('a question as a part of a joint one', () => {
  it.each([
    ['in one line', (text: string) => text],
    ['as Apollo prints it', (text: string) => print(parse(text))],
  ])('is read from its text, %s', (_how, written) => {
    const parts = new QuestionParts();
    const one = partOf(parts, written(`query Dossier__company__3($representations:[_Any!]!,$on:Date,$first:[Int!]=[1,2]){${ENTITIES}{...on Job{pay(on:$on first:$first){amount}...on Job{id}}}}`), ['on', 'first']);
    const other = partOf(parts, written(`query Dossier__company__4($on:Date,$representations:[_Any!]!){${ENTITIES}{...on Firm{name(on:$on)}}}`), ['on']);
    expect(short(jointText([one!, other!]))).toBe(short(
      `query Dossier($representations_0:[_Any!]!,$on:Date,$first:[Int!]=[1,2],$representations_1:[_Any!]!){
        entities_0:_entities(representations:$representations_0){...on Job{pay(on:$on first:$first){amount}...on Job{id}}}
        entities_1:_entities(representations:$representations_1){...on Firm{name(on:$on)}}}`,
    ));
  });

  it('is the same part when it is the same question, whatever number the planner gave it', () => {
    const parts = new QuestionParts();
    const asked = (number: number) => partOf(parts, `query Q__company__${number}($representations:[_Any!]!){${ENTITIES}{...on Job{pay}}}`);
    expect(asked(1)).toBe(asked(2));
    expect(partOf(parts, `query Q__company__3($representations:[_Any!]!){${ENTITIES}{...on Job{id}}}`)).toMatchObject({ alias: 'entities_1' });
  });

  it.each([
    ['with fragments beside it', `query($representations:[_Any!]!){${ENTITIES}{...F}}fragment F on Job{pay}`],
    ['with a second field', `query($representations:[_Any!]!){${ENTITIES}{...on Job{pay}}me{id}}`],
    ['with a text in it', `query($representations:[_Any!]!){${ENTITIES}{...on Job{pay(of:"}")}}}`],
    ['with a directive', `query($representations:[_Any!]!)@live{${ENTITIES}{...on Job{pay}}}`],
    ['under an alias', `query($representations:[_Any!]!){a:${ENTITIES}{...on Job{pay}}}`],
    ['at the root', '{me{id}}'],
  ])('is none %s: that goes alone', (_how, text) => {
    expect(partOf(new QuestionParts(), text)).toBeNull();
  });
});

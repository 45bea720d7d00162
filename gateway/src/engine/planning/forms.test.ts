import { describe, expect, it } from '@jest/globals';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { Forms } from './forms.js';

const formsOf = (text: string): Forms<string> => new Forms(parse(text), null, (document) => stripIgnoredCharacters(print(document)));

describe('the forms of an operation', () => {
  it('are one when no variable decides what is asked', () => {
    const forms = formsOf('query ($x: Int) { a(x: $x) @skip(if: false) }');
    expect(forms.isOne).toBe(true);
    expect(forms.of({ x: 1 })).toBe(forms.of({ x: 2 }));
  });

  it('are one for each set of truths, with the defaults of the operation for what was not sent', () => {
    const forms = formsOf('query ($a: Boolean!, $b: Boolean = true, $x: Int) { a(x: $x) @include(if: $a) b @skip(if: $b) }');
    expect(forms.isOne).toBe(false);
    expect(forms.of({ a: true })).toBe('query($a:Boolean!$b:Boolean=true$x:Int){a(x:$x)@include(if:true)b@skip(if:true)}');
    expect(forms.of({ a: true, b: false })).toContain('b@skip(if:false)');
    expect(forms.of({ a: true, b: true, x: 3 })).toBe(forms.of({ a: true }));
  });

  it('hold the commands of a mutation in their order, those that the variables ask', () => {
    const forms = formsOf('mutation ($also: Boolean!, $not: Boolean = true) { a ...F @include(if: $also) c @skip(if: $not) } fragment F on Mutation { b a }');
    expect(forms.of({ also: true })).toMatch(/^mutation\(\$also:Boolean!\$not:Boolean=true\)\{a b\}/);
    expect(forms.of({ also: false, not: false })).toMatch(/^mutation\(\$also:Boolean!\$not:Boolean=true\)\{a c\}/);
  });

  it('are known beforehand where few variables decide', () => {
    expect(new Set(formsOf('query ($a: Boolean!, $b: Boolean!) { a @include(if: $a) b @skip(if: $b) }').known).size).toBe(4);
    const many = Array.from('abcdefgh', (name) => [`$${name}: Boolean!`, `${name} @include(if: $${name})`]);
    expect(formsOf(`query (${many.map(([variable]) => variable).join(' ')}) { ${many.map(([, field]) => field).join(' ')} }`).known).toHaveLength(1);
  });
});

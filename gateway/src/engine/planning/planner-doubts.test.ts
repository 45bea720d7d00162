import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { doubtsOf, plannersFor } from './planner-doubts.js';

const doubts = (sdl: string): { apollo: string[]; hive: string[] } => {
  const { apollo, hive } = doubtsOf(parse(sdl));
  return { apollo: [...apollo].toSorted(), hive: [...hive].toSorted() };
};
const NONE = { apollo: [], hive: [] };

describe('what a supergraph makes doubtful of a planner', () => {
  it('Schakel itself makes nothing doubtful: its plans are all of Apollo', () => {
    expect(doubts(readFileSync('schema/supergraph.graphql', 'utf8'))).toEqual(NONE);
  });

  it('who needs one field with two lists of arguments is doubtful with Apollo, and who needs it in turn', () => {
    const type = (other: string): string => `type Home @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
      id: ID! used(month: Int): Int @join__field(graph: A) @join__field(graph: B, external: true)
      winter: Int @join__field(graph: B, requires: "used(month: 1)") summer: Int @join__field(graph: B, requires: "${other}") swing: Int @join__field(graph: C, requires: "winter")
      other: Int @join__field(graph: C, requires: "id") }`;
    expect(doubts(type('used(month: 7)'))).toEqual({ apollo: ['summer', 'swing', 'winter'], hive: [] });
    expect(doubts(type('used'))).toEqual({ apollo: ['summer', 'swing', 'winter'], hive: [] });
    expect(doubts(type('used(month: 1)'))).toEqual(NONE);
  });

  it('who needs a field in a subgraph whose first key leads nowhere is doubtful with Apollo', () => {
    const type = (keys: string): string => `type Dog @join__type(graph: A, key: "chip") ${keys} { chip: ID! called: String @join__field(graph: B, requires: "name") name: String @join__field(graph: A) @join__field(graph: B, external: true) }`;
    expect(doubts(type('@join__type(graph: B, key: "ring", resolvable: false) @join__type(graph: B, key: "chip")'))).toEqual({ apollo: ['called'], hive: [] });
    expect(doubts(type('@join__type(graph: B, key: "chip") @join__type(graph: B, key: "ring", resolvable: false)'))).toEqual(NONE);
  });

  it('a field that only an interface object without a way has is doubtful with Apollo, other fields of interface objects with Hive', () => {
    const type = (more: string): string => `interface Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true${more}) { id: ID! sound: String @join__field(graph: B) size: Int @join__field(graph: A) }`;
    expect(doubts(type(', resolvable: false'))).toEqual({ apollo: ['sound'], hive: ['sound'] });
    expect(doubts(type(''))).toEqual({ apollo: [], hive: ['sound'] });
  });
});

describe('who plans an operation', () => {
  const both = { apollo: new Set(['a']), hive: new Set(['h']) };

  it('Apollo, and Hive when that finds no way', () => {
    expect(plannersFor('{ other { ah } }', both)).toEqual(['apollo', 'hive']);
  });

  it('never one that is known to be wrong with a field of it, but with fields of both', () => {
    expect(plannersFor('{ other { a } }', both)).toEqual(['hive']);
    expect(plannersFor('{ other { h } }', both)).toEqual(['apollo']);
    expect(plannersFor('{ x: a h }', both)).toEqual(['hive']);
  });
});

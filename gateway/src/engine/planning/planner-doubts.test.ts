import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { doubtsOf, plannersFor } from './planner-doubts.js';

const doubts = (sdl: string): string[] => [...doubtsOf(parse(sdl))].toSorted();

describe('what a supergraph makes doubtful with the planner of Apollo', () => {
  it('Schakel itself makes nothing doubtful: its plans are all of Apollo', () => {
    expect(doubts(readFileSync('schema/supergraph.graphql', 'utf8'))).toEqual([]);
  });

  it('who needs one field with two lists of arguments is doubtful, and who needs it in turn', () => {
    const type = (other: string): string => `type Home @join__type(graph: A, key: "id") @join__type(graph: B, key: "id") @join__type(graph: C, key: "id") {
      id: ID! used(month: Int): Int @join__field(graph: A) @join__field(graph: B, external: true)
      winter: Int @join__field(graph: B, requires: "used(month: 1)") summer: Int @join__field(graph: B, requires: "${other}") swing: Int @join__field(graph: C, requires: "winter")
      other: Int @join__field(graph: C, requires: "id") }`;
    expect(doubts(type('used(month: 7)'))).toEqual(['summer', 'swing', 'winter']);
    expect(doubts(type('used'))).toEqual(['summer', 'swing', 'winter']);
    expect(doubts(type('used(month: 1)'))).toEqual([]);
  });

  it('who needs a field in a subgraph whose first key leads nowhere is doubtful', () => {
    const type = (keys: string): string => `type Dog @join__type(graph: A, key: "chip") ${keys} { chip: ID! called: String @join__field(graph: B, requires: "name") name: String @join__field(graph: A) @join__field(graph: B, external: true) }`;
    expect(doubts(type('@join__type(graph: B, key: "ring", resolvable: false) @join__type(graph: B, key: "chip")'))).toEqual(['called']);
    expect(doubts(type('@join__type(graph: B, key: "chip") @join__type(graph: B, key: "ring", resolvable: false)'))).toEqual([]);
  });

  it('a field that only an interface object without a way has is doubtful, other fields of interface objects are not', () => {
    const type = (more: string): string => `interface Thing @join__type(graph: A, key: "id") @join__type(graph: B, key: "id", isInterfaceObject: true${more}) { id: ID! sound: String @join__field(graph: B) size: Int @join__field(graph: A) }`;
    expect(doubts(type(', resolvable: false'))).toEqual(['sound']);
    expect(doubts(type(''))).toEqual([]);
  });
});

describe('who plans an operation', () => {
  it('Apollo, and Hive when that finds no way', () => {
    expect(plannersFor('{ other { ab } }', new Set(['a']))).toEqual(['apollo', 'hive']);
  });

  it('Hive, and nobody else, when Apollo is known to be wrong with a field of it', () => {
    expect(plannersFor('{ other { x: a } }', new Set(['a']))).toEqual(['hive']);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type ConstDirectiveNode, type FieldDefinitionNode, Kind, parse, type TypeNode } from 'graphql';
import { loadRegisters } from '#kernel/registers.js';
import { inRepository } from '../../../local/paths.js';

/** Written from domain brief 2.10 and not from the register: whatever says something of one person. */
const OF_PERSONS = /^(Person|Application|Benefit|DebtTrajectory|Indication|Trajectory|Representative|Offer|Agreement|Task|WorkplaceOptions|CandidateOptions|\w*SwEmployment|\w*Placement|AccessEntry)(Connection)?$/;
/** `Viewer.subject` is the viewer himself. */
const PSEUDONYMS = /^(person|persons|profile|bsn|worker|workerName|client|clients)$/i;
const ANALYSTS = ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL'] as const;

interface TypeFacts {
  readonly policies: readonly string[][];
  readonly fields: readonly FieldDefinitionNode[];
  readonly possible: readonly string[];
}

const types = typesOf(readFileSync(inRepository('schema', 'supergraph.graphql'), 'utf8'));

function typesOf(supergraph: string): Map<string, TypeFacts> {
  const found = new Map<string, TypeFacts>();
  const { definitions } = parse(supergraph);
  for (const one of definitions) {
    if (one.kind === Kind.UNION_TYPE_DEFINITION) found.set(one.name.value, { policies: [], fields: [], possible: (one.types ?? []).map(({ name }) => name.value) });
    if (one.kind !== Kind.OBJECT_TYPE_DEFINITION && one.kind !== Kind.INTERFACE_TYPE_DEFINITION && one.kind !== Kind.SCALAR_TYPE_DEFINITION && one.kind !== Kind.ENUM_TYPE_DEFINITION) continue;
    const implementing = definitions.flatMap((other) => (other.kind === Kind.OBJECT_TYPE_DEFINITION && other.interfaces?.some(({ name }) => name.value === one.name.value) ? [other.name.value] : []));
    found.set(one.name.value, { policies: policiesOf(one.directives), fields: 'fields' in one ? (one.fields ?? []) : [], possible: implementing });
  }
  return found;
}

function policiesOf(directives: readonly ConstDirectiveNode[] | undefined): string[][] {
  const policies = (directives ?? []).filter(({ name }) => name.value === 'policy').flatMap(({ arguments: given }) => given ?? []);
  return policies.flatMap(({ value }) => (value.kind === Kind.LIST ? value.values.map((list) => (list.kind === Kind.LIST ? list.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : [])) : [])) : []));
}

const isHidden = (directives: readonly ConstDirectiveNode[] | undefined): boolean => (directives ?? []).some(({ name }) => name.value === 'inaccessible');

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

/** Every field that somebody with these groups can ask, from the roots on. */
function reached(groups: ReadonlySet<string>): Set<string> {
  const isOpen = (policies: readonly string[][]): boolean => policies.length === 0 || policies.some((list) => list.every((one) => groups.has(one)));
  const fields = new Set<string>();
  const seen = new Set<string>();
  const waiting = ['Query', 'Subscription'];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const type = types.get(name);
    if (!type || seen.has(name) || !isOpen(type.policies)) continue;
    seen.add(name);
    waiting.push(...type.possible);
    for (const field of type.fields) {
      const target = nameOf(field.type);
      if (isHidden(field.directives) || !isOpen(policiesOf(field.directives)) || !isOpen(types.get(target)?.policies ?? [])) continue;
      fields.add(`${name}.${field.name.value}: ${target}`);
      waiting.push(target);
    }
  }
  return fields;
}

describe('who works with figures', () => {
  const { purposes } = loadRegisters();
  const groupsOf = (role: (typeof ANALYSTS)[number]): Set<string> => new Set(purposes.flatMap(({ fields }) => fields[role] ?? []));

  it.each(ANALYSTS)('as %s reaches no field about a person by any path, for any purpose', (role) => {
    const fields = [...reached(groupsOf(role))];
    // An interface has no policy of its own; what it leads to are its types, which have.
    const concrete = fields.filter((field) => !isInterface(field.split('.')[0] ?? ''));
    expect(concrete.filter((field) => OF_PERSONS.test(field.split('.')[0] ?? ''))).toEqual([]);
    expect(concrete.length).toBeGreaterThan(30);
  });

  it('reaches no pseudonym, so that nothing can be linked from one project to another', () => {
    const names = [...reached(groupsOf('ANALYST'))].map((field) => /\.(\w+):/.exec(field)?.[1] ?? '');
    expect(names.filter((name) => PSEUDONYMS.test(name))).toEqual([]);
  });

  it('is told apart from a case worker, who does reach persons', () => {
    const groups = new Set(purposes.flatMap(({ fields }) => fields['CASE_WORKER'] ?? []));
    expect([...reached(groups)].some((field) => field.startsWith('Person.name:'))).toBe(true);
  });
});

function isInterface(name: string): boolean {
  return (types.get(name)?.possible.length ?? 0) > 0;
}

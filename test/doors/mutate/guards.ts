/** The guards of a schema as data: what its text says at each place. A mutant is the same table with one place changed. */
import { type ConstDirectiveNode, type ConstValueNode, type FieldDefinitionNode, type InputValueDefinitionNode, Kind, parse, type TypeDefinitionNode } from 'graphql';
import type { FieldPolicy } from '#kernel/field-policy.js';
import { abstractName } from '../matrix/oracle.js';

export interface Guard {
  /** As the schema writes it: `LeidenSwEmployment.person`. */
  readonly at: string;
  /** As the oracle names it: `SwEmployment.person`. */
  readonly place: string;
  readonly policy: FieldPolicy;
}

const INTERFACES = /^(SwCompany|SwEmployment|Placement|Workplace)$/;

/** Every object type, scalar, enum and field of the text; with no directive an open policy. Interfaces carry none. */
export function guardsOf(sdl: string): Guard[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (!isGuarded(definition)) return [];
    const { name, directives = [] } = definition as TypeDefinitionNode;
    const type = name.value;
    const own: Guard = { at: type, place: abstractName(type), policy: policyOf(directives) };
    const fields = 'fields' in definition ? (definition.fields ?? []) : [];
    return [own, ...fields.map((field) => ({ at: `${type}.${field.name.value}`, place: `${own.place}.${field.name.value}`, policy: policyOf(field.directives ?? []) }))];
  });
}

function isGuarded(definition: { readonly kind: string; readonly name?: { readonly value: string } | undefined }): boolean {
  const kinds: readonly string[] = [Kind.OBJECT_TYPE_DEFINITION, Kind.OBJECT_TYPE_EXTENSION, Kind.SCALAR_TYPE_DEFINITION, Kind.ENUM_TYPE_DEFINITION];
  return kinds.includes(definition.kind) && !INTERFACES.test(definition.name?.value ?? '') && !/^(join|link|core|federation)__/.test(definition.name?.value ?? '');
}

/** `where -> TYPE/FIELD` of each argument and input field that is marked as a filter on a guarded field. */
export function filtersOf(sdl: string): string[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (!('fields' in definition) || !definition.fields) return [];
    const type = definition.name.value;
    return definition.fields.flatMap((field) => [...markedAt(`${type}.${field.name.value}`, field.directives), ...argumentsOf(field).flatMap((argument) => markedAt(`${type}.${field.name.value}.${argument.name.value}`, argument.directives))]);
  });
}

const argumentsOf = (field: FieldDefinitionNode | InputValueDefinitionNode): readonly InputValueDefinitionNode[] => ('arguments' in field ? (field.arguments ?? []) : []);

function markedAt(where: string, directives: readonly ConstDirectiveNode[] = []): string[] {
  const tags = directives.filter(({ name }) => name.value === 'tag').flatMap(({ arguments: given }) => given?.map(({ value }) => (value.kind === Kind.STRING ? value.value : '')) ?? []);
  return tags.filter((tag) => tag.startsWith('filters/')).map((tag) => `${where} -> ${tag.slice('filters/'.length)}`);
}

function policyOf(directives: readonly ConstDirectiveNode[]): FieldPolicy {
  const named = (name: string): ConstDirectiveNode | undefined => directives.find((one) => one.name.value === name);
  return { authenticated: named('authenticated') !== undefined, scopes: lists(named('requiresScopes'), 'scopes'), groups: lists(named('policy'), 'policies') };
}

function lists(directive: ConstDirectiveNode | undefined, argument: string): string[][] | null {
  const value = directive?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value ? itemsOf(value).map((inner) => itemsOf(inner).flatMap((one) => (one.kind === Kind.STRING ? [one.value] : []))) : null;
}

const itemsOf = (value: ConstValueNode): readonly ConstValueNode[] => (value.kind === Kind.LIST ? value.values : [value]);

export const isBare = ({ policy }: Guard): boolean => !policy.authenticated && policy.scopes === null && policy.groups === null;

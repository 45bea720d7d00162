/**
 * A protected field refuses by itself, whichever way somebody came to it: from a root, as an entity, through a union or a list, or
 * in the question of another body, which names its viewer. The gateway asks the same before it plans; a service does not trust that
 * it did (architecture, decision 9). Which rows a viewer may see is the resolvers' own business and stays there.
 */
import { defaultFieldResolver, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import { forbidden, HiddenField } from '#kernel/faults.js';
import { type FieldPolicy, isOpen, type Rights } from '#kernel/field-policy.js';
import type { Viewer } from '#kernel/viewer.js';
import { filterPolicies, policiesOf, policyOf } from './field-policies.js';

/** What the guard reads of a request (ShellRequest). */
export interface Reader {
  readonly viewer: Viewer;
  readonly rights: Rights;
}

const WITHOUT_PURPOSE = 'Noem het doel van uw vraag (doelbinding): zonder doel ziet niemand persoonsgegevens.';

/** Puts the guard before the resolver of every protected field of the schema. */
export function guardFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    for (const field of Object.values(type.getFields())) guardField(schema, type, field);
  }
}

/** The same for a thing asked by its key; rejects, because what is thrown there would cost the other things of the same question. */
export function guardReference<R>(type: GraphQLNamedType | undefined, resolve: (reference: R, context: never) => unknown): (reference: R, context: never) => unknown {
  const policy = type ? policyOf(type) : null;
  if (!policy) return resolve;
  return (reference, context) => {
    return areOpen([policy], context) ? resolve(reference, context) : Promise.reject(refusal(context, false));
  };
}

function guardField(schema: GraphQLSchema, type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): void {
  const policies = policiesOf(schema, type, field);
  const byArguments = filterPolicies(schema, field);
  if (policies.length === 0 && !byArguments) return;
  const resolve = field.resolve ?? defaultFieldResolver;
  const isCommand = type === schema.getMutationType();
  field.resolve = (root, values, context, info) => {
    const reader = context as Reader;
    if (!areOpen(policies, reader) || !areOpen(byArguments?.(values) ?? [], reader)) throw refusal(reader, isCommand);
    return resolve(root, values, context, info);
  };
}

function areOpen(policies: readonly FieldPolicy[], { rights }: Reader): boolean {
  return policies.every((policy) => isOpen(policy, rights));
}

function refusal({ viewer }: Reader, isCommand: boolean): Error {
  const message = viewer.purpose === null ? WITHOUT_PURPOSE : undefined;
  return isCommand ? forbidden(message) : new HiddenField(message);
}

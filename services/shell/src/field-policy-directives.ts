/**
 * The directives that say what a field asks of its reader and what it costs, as texts for type-graphql's @Directive. Groups are
 * those of the register of activities (schema/activities.json); what is said here is enforced by the gateway and by field-guard.ts.
 */
import type { Scope } from '#kernel/viewer.js';

/** Whoever is signed in, for whatever purpose: nothing about a person is in it. */
export const AUTHENTICATED = '@authenticated';

/** All of these groups of fields must be open to the viewer's role for the purpose that he named. */
export function policy(...groups: readonly string[]): string {
  return `@policy(policies: [[${groups.map((group) => `"${group}"`).join(', ')}]])`;
}

/** The application that the viewer works with was granted this; what he himself may is asked besides. */
export function requiresScope(scope: Scope): string {
  return `@requiresScopes(scopes: [["${scope}"]])`;
}

/** For an argument or input field by which a protected field can be guessed: using it asks the right to `Type/field`. */
export function filters(coordinate: `${string}/${string}`): string {
  return `@tag(name: "filters/${coordinate}")`;
}

/** A connection: as many nodes as `first` says. */
export function pageSize(defaultFirst: number): string {
  return `@listSize(assumedSize: ${defaultFirst}, slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false)`;
}

/** A list beside its sources, as long as `first` says. */
export function optionsOf(defaultFirst: number): string {
  return `@listSize(assumedSize: ${defaultFirst}, slicingArguments: ["first"], sizedFields: ["options"], requireOneSlicingArgument: false)`;
}

/** A list without an argument for its length: as many as a person usually has. */
export function usually(size: number): string {
  return `@listSize(assumedSize: ${size})`;
}

/** In units of one object read. A field that asks other bodies costs what they together do for it. */
export function cost(weight: number): string {
  return `@cost(weight: ${weight})`;
}

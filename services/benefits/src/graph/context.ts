/** What the resolvers of one request have: who asks, what he may read, and the loaders that read it. */
import { forbidden } from '#kernel/faults.js';
import type { Body } from '#kernel/registers.js';
import type { Parameter } from '#law/parameters.js';
import type { Figures } from '#shell/figures/figures.js';
import type { ShellRequest } from '#shell/service-definition.js';
import type { Source } from '#shell/value-types.js';
import type { Reading } from '../domain/ports.js';
import { isFresh } from '../domain/source.js';
import type { Loaders, Readers } from './loaders.js';

export interface BenefitsContext extends ShellRequest {
  readonly reading: Reading;
  /** Numbers that a law or the house fills in, by day. */
  readonly parameters: readonly Parameter[];
  readonly readers: Readers;
  readonly loaders: Loaders;
  readonly figures: Figures;
  /** The body whose register this is. */
  readonly body: Body;
  /** Person id of a number that passed the eleven-test. */
  pseudonym(number: string): string;
}

/** A question about persons says what for, whoever asks (AVG art. 5(1)(b)). */
export function requirePurpose(context: BenefitsContext): void {
  if (context.viewer.purpose === null) throw forbidden('Noem een doelbinding: zonder doel toont dit register geen personen.');
}

/** Where the copy of one kind of file comes from and how old it is. */
export async function sourceOf(context: BenefitsContext, kind: string): Promise<Source> {
  const asOf = (await context.loaders.deliveries()).get(kind) ?? null;
  return { body: context.body, asOf: instantOf(asOf), fresh: isFresh(asOf, context.reading.on) };
}

/** The beginning of a calendar date as an instant. */
export function instantOf(date: string): string;
export function instantOf(date: string | null): string | null;
export function instantOf(date: string | null): string | null {
  return date && `${date}T00:00:00.000Z`;
}

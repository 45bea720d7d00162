/**
 * Who decides with or for a worker. BW arts 1:381 and 1:386 (a curator acts in everything), 1:441 (an administrator over property), 1:450 to 1:453
 * (a mentor over care and guidance), 3:60, 3:62 and 3:72 (a written mandate, with its scope and end), Awb art. 2:1. An agreement about work touches
 * person and property both, and no text says who signs what: that is a dated register, whose first filling is our default.
 */

export type RepresentativeRole = 'CURATOR' | 'MENTOR' | 'BENEFITS_ADMINISTRATOR' | 'AUTHORISED';
/** WORK: what somebody does, where, how long, with what guidance. MONEY: what he earns or pays. */
export type Subject = 'WORK' | 'MONEY';
/** INSTEAD of the worker, BESIDE him, or he MAY stand in for him; INFORMED: he hears of it and decides nothing. */
export type Part = 'INSTEAD' | 'BESIDE' | 'MAY' | 'INFORMED';

/** A row of the register. A kind without a row for a subject has no part in it. */
export interface RepresentationRule {
  readonly kind: RepresentativeRole;
  readonly subject: Subject;
  readonly part: Part;
  readonly from: string;
  readonly until: string | null;
}

export interface Representative {
  readonly id: string;
  readonly kind: RepresentativeRole;
  readonly from: string;
  readonly until: string | null;
}

export interface Deciders<R extends Representative = Representative> {
  /** False: his curator decides instead of him. He is heard all the same. */
  readonly worker: boolean;
  /** Each of these decides, in one of his parts; several of one kind stand for each other. */
  readonly needed: readonly (readonly R[])[];
  /** May decide for the worker, who may also do it himself. */
  readonly may: readonly R[];
  /** Hear of it. */
  readonly informed: readonly R[];
}

/** On a day, about the subjects that the agreement touches. Who decides is not informed of it besides. */
export function decidersOf<R extends Representative>(representatives: readonly R[], subjects: readonly Subject[], rules: readonly RepresentationRule[], on: string): Deciders<R> {
  const current = representatives.filter((one) => holdsOn(one, on));
  const inForce = rules.filter((rule) => holdsOn(rule, on) && subjects.includes(rule.subject));
  const having = (...parts: readonly Part[]): R[] => current.filter(({ kind }) => inForce.some((rule) => rule.kind === kind && parts.includes(rule.part)));
  const instead = having('INSTEAD');
  const deciding = having('INSTEAD', 'BESIDE');
  const kinds = [...new Set(deciding.map(({ kind }) => kind))];
  return {
    worker: instead.length === 0,
    needed: kinds.map((kind) => deciding.filter((one) => one.kind === kind)),
    may: having('MAY').filter((one) => !deciding.includes(one)),
    informed: having('INFORMED').filter((one) => !deciding.includes(one)),
  };
}

/** The kinds of whom nobody is among `decided`. */
export function missingDeciders({ needed }: Deciders, decided: readonly string[]): readonly RepresentativeRole[] {
  return needed.filter((group) => !group.some(({ id }) => decided.includes(id))).flatMap((group) => group.slice(0, 1).map(({ kind }) => kind));
}

export function holdsOn({ from, until }: { readonly from: string; readonly until: string | null }, on: string): boolean {
  return from <= on && (until === null || on <= until);
}

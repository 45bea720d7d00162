/**
 * Dated parameters: what a regulation, a ministerial decision or a council fills in, chosen by the day it holds on. Wsw art. 7 lid 10 and
 * docs/decisions/0021-the-law-in-one-room.md: such a number is never a constant of the code, and one that nobody could check against a text says so.
 */

/** One value in one period. `municipality`: CBS code when it is one municipality's own, null when it holds everywhere. */
export interface Parameter {
  readonly name: string;
  readonly municipality: string | null;
  /** YYYY-MM-DD, both included; null: no end is known. */
  readonly from: string;
  readonly until: string | null;
  /** Decimal text, or the word itself. */
  readonly value: string;
  /** `hours`, `minutes`, `days`, `day`, `months`, `labour years`, `EUR`, `EUR/day`, `EUR/month`, `km`, `km/h`, `percent`, `factor`; `word` when the value is one. */
  readonly unit: string;
  /** Law article, decision or agreement, in Dutch. */
  readonly ground: string;
  /** False: known by hearsay; whoever decides by it checks it first. */
  readonly verified: boolean;
}

/** The value on a day: a municipality's own before the general one. RangeError when nobody gave one, because a guess would look like law. */
export function parameterOn(parameters: readonly Parameter[], name: string, on: string, municipality: string | null = null): Parameter {
  const found = findParameter(parameters, name, on, municipality);
  if (!found) throw new RangeError(`no value of ${name} on ${on}${municipality === null ? '' : ` for ${municipality}`}`);
  return found;
}

/** As parameterOn, null when there is none. */
export function findParameter(parameters: readonly Parameter[], name: string, on: string, municipality: string | null = null): Parameter | null {
  const held = parameters.filter((one) => one.name === name && one.from <= on && (one.until === null || on <= one.until));
  return held.find((one) => municipality !== null && one.municipality === municipality) ?? held.find((one) => one.municipality === null) ?? null;
}

/** VUM and UM-Pilot: reading a profile of another body, field by field. What is wrong is told and left out; the rest of the profile counts. */
import { Temporal } from 'temporal-polyfill';

export interface ProfileFault {
  /** Place of the profile in the message, from 0. */
  readonly profile: number;
  readonly field: string;
  /** Dutch; never the value. */
  readonly text: string;
}

/**
 * The pattern for a postcode in the specifications has a literal `/i` at its end, so that no postcode fits it. Meant are four digits and two
 * letters, in either case; a blank between them is met in practice.
 */
const POSTCODE = /^([1-9]\d{3}) ?(?!sa|sd|ss)[a-z]{2}$/i;

export class Loose {
  constructor(
    private readonly value: unknown,
    readonly profile: number,
    readonly faults: ProfileFault[],
    private readonly path = '',
  ) {}

  /** The object under a name; an absent one has nothing in it. */
  in(name: string): Loose {
    return new Loose(this.get(name), this.profile, this.faults, this.at(name));
  }

  /** Every object of the list under a name; one object alone is a list of one. */
  each(name: string): Loose[] {
    const found = this.get(name);
    if (found === undefined || found === null) return [];
    return (Array.isArray(found) ? found : [found]).map((one: unknown, index) => new Loose(one, this.profile, this.faults, `${this.at(name)}[${index}]`));
  }

  has(name: string): boolean {
    const found = this.get(name);
    return found !== undefined && found !== null && !(Array.isArray(found) && found.length === 0);
  }

  text(name: string, most: number): string | null {
    return this.read(name, `Hier hoort tekst van 1 tot en met ${most} tekens te staan.`, (given) => (typeof given === 'string' && given.length >= 1 && given.length <= most && !/\p{Cc}/u.test(given) ? given : null));
  }

  date(name: string): string | null {
    return this.read(name, 'Een datum is JJJJ-MM-DD en bestaat.', (given) => (typeof given === 'string' && isDay(given.slice(0, 10)) ? given.slice(0, 10) : null));
  }

  /** Also as text: one version of the vacancy has a level as text where the jobseeker has a number. */
  whole(name: string, least: number, most: number): number | null {
    return this.read(name, `Hier hoort een geheel getal van ${least} tot en met ${most} te staan.`, (given) => {
      const number = typeof given === 'string' && /^\d{1,3}$/.test(given) ? Number(given) : given;
      return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most ? number : null;
    });
  }

  code<T extends string>(name: string, codes: Readonly<Record<string, T>>): T | null {
    return this.read(name, `Alleen: ${Object.keys(codes).join(', ')}.`, (given) => ((typeof given === 'string' || typeof given === 'number') && Object.hasOwn(codes, String(given)) ? (codes[String(given)] ?? null) : null));
  }

  postcodeArea(name: string): string | null {
    return this.read(name, 'Een postcode is vier cijfers en twee letters.', (given) => (typeof given === 'string' ? (POSTCODE.exec(given.trim())?.[1] ?? null) : null));
  }

  private read<T>(name: string, wrong: string, accept: (given: unknown) => T | null): T | null {
    const given = this.get(name);
    if (given === undefined || given === null) return null;
    const accepted = accept(given);
    if (accepted === null) this.faults.push({ profile: this.profile, field: this.at(name), text: wrong });
    return accepted;
  }

  private get(name: string): unknown {
    return typeof this.value === 'object' && this.value !== null && Object.hasOwn(this.value, name) ? (this.value as Record<string, unknown>)[name] : undefined;
  }

  private at(name: string): string {
    return this.path === '' ? name : `${this.path}.${name}`;
  }
}

/** The profiles of a message: a list, a page of matches, or one of the lists by its name. */
export function profilesIn(message: unknown, names: readonly string[]): { readonly profiles: readonly unknown[]; readonly more: boolean } {
  if (Array.isArray(message)) return { profiles: message, more: false };
  const whole = new Loose(message, 0, []);
  const held = typeof message === 'object' && message !== null ? (message as Record<string, unknown>) : {};
  const found = ['matches', ...names].map((name) => held[name]).find((one) => one !== undefined);
  const more = held['maximumAantalResultatenBereikt'] === true;
  if (Array.isArray(found)) return { profiles: found, more };
  // A page whose matches are wrapped once more, in a list of their own name.
  const inner = names.map((name) => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined)).find(Array.isArray) as readonly unknown[] | undefined;
  return { profiles: inner ?? (whole.has('idVacature') || whole.has('idWerkzoekende') ? [message] : []), more };
}

function isDay(given: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false;
  try {
    return Temporal.PlainDate.from(given).toString() === given;
  } catch {
    return false;
  }
}

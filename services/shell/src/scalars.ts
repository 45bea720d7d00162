/** The federation's scalars. No message ever repeats the value: it may be somebody's number. */
import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { badInput } from '#kernel/faults.js';

interface TextScalar {
  readonly name: string;
  readonly description: string;
  readonly refusal: string;
  accepts(text: string): boolean;
  serialize?(value: unknown): string;
}

function textScalar(scalar: TextScalar): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    if (typeof value === 'string' && scalar.accepts(value)) return value;
    throw badInput(scalar.refusal);
  };
  return new GraphQLScalarType<string, string>({
    name: scalar.name,
    description: scalar.description,
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined),
    serialize: scalar.serialize ?? read,
  });
}

export const DateScalar = textScalar({
  name: 'Date',
  description: 'Calendar date, ISO 8601: "2014-03-03".',
  refusal: 'Een datum schrijft u als JJJJ-MM-DD.',
  accepts: isCalendarDate,
});

export const DateTimeScalar = textScalar({
  name: 'DateTime',
  description: 'Instant, UTC, ISO 8601: "2014-03-03T08:00:00.000Z".',
  refusal: 'Een tijdstip schrijft u als JJJJ-MM-DDTUU:MM:SSZ.',
  accepts: (text) => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/.test(text) && !Number.isNaN(Date.parse(text)),
  serialize: (value) => new Date(value as string | Date).toISOString(),
});

export const DecimalScalar = textScalar({
  name: 'Decimal',
  description: 'Exact decimal number as a string: "0.97".',
  refusal: 'Een getal schrijft u als tekst met een punt: "28.50".',
  accepts: (text) => /^-?\d{1,15}(\.\d{1,10})?$/.test(text),
});

export const BsnScalar = textScalar({
  name: 'BSN',
  description: 'Burgerservicenummer: nine digits that pass the eleven-test. Never repeated in an error.',
  refusal: 'Dit is geen geldig burgerservicenummer.',
  accepts: passesElevenTest,
});

/** A day that exists (2014-02-30 does not) from 1900 to 2999: every system of the federation can hold it, the oldest of them no other. */
export function isCalendarDate(text: string): boolean {
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Weights 9 to 2 and -1, sum divisible by 11, not all zeros (domain brief 2.9). */
export function passesElevenTest(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const sum = [...text].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}

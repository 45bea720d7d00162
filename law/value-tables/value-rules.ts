/** Regeling statistiek Participatiewet, IOAW en IOAZ, annexes 1 to 3: rules that follow from what the fields are, in all three statistics. */
import type { ValueRule } from './value-table.js';

export function notBefore(start: string, end: string): ValueRule {
  return {
    name: 'end-before-start', field: end, reads: [start, end], text: 'De einddatum ligt voor de begindatum.',
    broken: (value) => value(start) !== '' && value(end) !== '' && value(end) < value(start),
  };
}

/** A value that has no sense without another. */
export function onlyWith(field: string, other: string, text: string): ValueRule {
  return { name: 'without-its-ground', field, reads: [field, other], text, broken: (value) => value(field) !== '' && value(other) === '' };
}

/** A field that is filled for some values of another only. */
export function onlyFor(field: string, other: string, values: readonly string[], text: string): ValueRule {
  return { name: 'not-for-this-kind', field, reads: [field, other], text, broken: (value) => value(field) !== '' && value(other) !== '' && !values.includes(value(other)) };
}

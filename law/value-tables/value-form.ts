/** Regeling statistiek Participatiewet, IOAW en IOAZ, annexes 1 to 3 (their legends): how a value is written: numbers fill their positions, amounts begin with their sign. */
import { isDay } from '../statistics/field-faults.js';
import { passesElevenTest } from '../persons/eleven-test.js';
import type { ValueDomain } from './value-table.js';

/** `'50'` in four positions -> `'0050'`, signed `'+0050'`; what has another form stays as it is. */
export function normalValue(domain: ValueDomain, given: string): string {
  if (domain.kind === 'number' && given !== domain.none && /^\d+$/.test(given)) return given.padStart(domain.width, '0');
  if (domain.kind === 'signed' && given !== domain.none && /^[+-]?\d+$/.test(given)) return `${given.startsWith('-') ? '-' : '+'}${given.replace(/^[+-]/, '').padStart(domain.width, '0')}`;
  if (domain.kind === 'bsn' && /^\d+$/.test(given)) return given.padStart(9, '0');
  return given;
}

export type FormFault = readonly [rule: string, text: string];

/** What is wrong with a value in its normal form, or null. Never called for an empty one. */
export function formFault(domain: ValueDomain, value: string): FormFault | null {
  switch (domain.kind) {
    case 'year':
      return /^(19|20)\d{2}$/.test(value) ? null : ['not-a-year', 'Dit is geen jaartal.'];
    case 'month':
      return /^(0[1-9]|1[0-2])$/.test(value) ? null : ['not-a-month', 'Dit is geen maand (01 tot en met 12).'];
    case 'date':
      return isDay(value) ? null : ['not-a-date', 'Dit is geen dag van de kalender (jjjjmmdd).'];
    case 'bsn':
      return passesElevenTest(value) ? null : ['bad-checksum', 'Het burgerservicenummer voldoet niet aan de elfproef.'];
    case 'digits':
      return new RegExp(`^\\d{${domain.width}}$`).test(value) ? null : ['wrong-length', `Er zijn precies ${domain.width} cijfers.`];
    case 'number':
      return value === domain.none || new RegExp(`^\\d{${domain.width}}$`).test(value) ? null : ['not-a-number', `Een geheel getal van hoogstens ${domain.width} cijfers.`];
    case 'signed':
      return value === domain.none || new RegExp(`^[+-]\\d{${domain.width}}$`).test(value) ? null : ['not-a-number', `Een plus of min en een geheel getal van hoogstens ${domain.width} cijfers.`];
    case 'text':
      return value.length <= domain.most && !/\p{Cc}/u.test(value) ? null : ['not-text', `Tekst van hoogstens ${domain.most} tekens op een regel.`];
    case 'code':
      return Object.hasOwn(domain.codes, value) ? null : ['unknown-code', `De waarde is een van ${Object.keys(domain.codes).sort().join(', ')}.`];
  }
}

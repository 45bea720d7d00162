// Guarantees: figures and dates in texts for users read as Dutch, without changing the value.
import { Temporal } from 'temporal-polyfill';

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];

/** '22.50' becomes '22,5'; '24.00' becomes '24'. */
export function dutchNumber(decimal: string): string {
  const trimmed = decimal.includes('.') ? decimal.replace(/0+$/, '').replace(/\.$/, '') : decimal;
  return trimmed.replace('.', ',');
}

/** '2014-03-03' becomes '3 maart 2014'. */
export function dutchDate(date: string): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** ['a', 'b', 'c'] becomes 'a, b en c'. */
export function dutchList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} en ${items.at(-1)}`;
}

/** Regeling uitvoering sw en begeleid werken, annex to art. 11: which text is in force for a half-year. */
import { LAYOUT_2008 } from './layout-2008.js';
import { LAYOUT_2015 } from './layout-2015.js';
import type { Layout } from './wsw-field.js';

/** `20132` is delivered in the layout of 2008. RangeError for a half-year that neither text covers, or that is no half-year. */
export function layoutOf(halfYear: number): Layout {
  const found = [LAYOUT_2008, LAYOUT_2015].find(({ from, until }) => halfYear >= from && halfYear <= until);
  if (!found || ![1, 2].includes(halfYear % 10)) throw new RangeError(`no layout of the Statistiek Wsw for ${halfYear}`);
  return found;
}

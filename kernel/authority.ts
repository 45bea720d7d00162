/**
 * For whom a body acts: the one reading of the effective-dated authority register that every row scope rests on, so that no two
 * services can read it differently (architecture, section 2: kernel is what all must agree on).
 */

/** One line of the register, dates left out. */
export interface AuthorityLine {
  readonly role: string;
  readonly principal: string;
  readonly actingBody: string;
}

/** The role whose holder answers for the residents of a municipality (Wsw art. 8 and 9); no other role opens the register of residents. */
const RESIDENCE_AUTHORITY = 'RESIDENCE_AUTHORITY';
const MUNICIPALITY_BODY = /^gm-(\d{4})$/;

/** The rules that hold on `date` (YYYY-MM-DD), both their days included. */
export function inForce<R extends { readonly from: string; readonly until: string | null }>(rules: readonly R[], date: string): R[] {
  return rules.filter((rule) => rule.from <= date && (rule.until === null || date <= rule.until));
}

/** CBS codes, sorted, of the municipalities for which `body` acts as authority of residence; `lines` are those in force. */
export function municipalitiesOf(lines: readonly AuthorityLine[], body: string): string[] {
  const acting = lines.filter((line) => line.role === RESIDENCE_AUTHORITY && line.actingBody === body);
  return [...new Set(acting.flatMap((line) => MUNICIPALITY_BODY.exec(line.principal)?.[1] ?? []))].sort();
}

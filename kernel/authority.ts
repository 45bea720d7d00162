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

const datedLines = new WeakMap<readonly unknown[], { readonly date: string; readonly lines: readonly unknown[] }>();

/** `inForce`, for a register that is asked several times with every question: the same list, until another date is asked about. */
export function linesOn<R extends { readonly from: string; readonly until: string | null }>(rules: readonly R[], date: string): readonly R[] {
  const last = datedLines.get(rules);
  if (last?.date === date) return last.lines as readonly R[];
  const lines = inForce(rules, date);
  datedLines.set(rules, { date, lines });
  return lines;
}

/** By list of lines, which is the same one for all questions of a day; what a body acts for is read off once. */
const known = new WeakMap<readonly AuthorityLine[], ReadonlyMap<string, readonly string[]>>();

/** CBS codes, sorted, of the municipalities for which `body` acts as authority of residence; `lines` are those in force. */
export function municipalitiesOf(lines: readonly AuthorityLine[], body: string): string[] {
  const byBody = known.get(lines) ?? municipalitiesByBody(lines);
  known.set(lines, byBody);
  return [...(byBody.get(body) ?? [])];
}

function municipalitiesByBody(lines: readonly AuthorityLine[]): ReadonlyMap<string, readonly string[]> {
  const byBody = new Map<string, Set<string>>();
  for (const { role, principal, actingBody } of lines) {
    const code = role === RESIDENCE_AUTHORITY ? MUNICIPALITY_BODY.exec(principal)?.[1] : undefined;
    if (code !== undefined) byBody.set(actingBody, (byBody.get(actingBody) ?? new Set()).add(code));
  }
  return new Map([...byBody].map(([body, codes]) => [body, [...codes].sort()]));
}

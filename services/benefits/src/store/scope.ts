/** The scope of a viewer as SQL. Every read of a person or of what is a person's goes through here (architecture, section 7). */
import type { Reading } from '../domain/ports.js';

export interface Condition {
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** True for rows whose person (`personColumn`) the viewer may see on the business date. */
export function visible(reading: Reading, personColumn: string): Condition {
  const { scope } = reading;
  if (scope.kind === 'own') return { sql: `${personColumn} = :scopePerson`, parameters: { scopePerson: scope.person } };
  if (scope.kind === 'residents') return residesIn(reading, personColumn, 'scopeMunicipalities', scope.municipalities);
  return { sql: 'false', parameters: {} };
}

/** True for applications the viewer may see: those of visible persons, and for debt help only where debts are shown (Wgs art. 8). */
export function visibleApplication(reading: Reading): Condition {
  const { sql, parameters } = visible(reading, 'application.person_id');
  return reading.debts ? { sql, parameters } : { sql: `${sql} and application.kind <> 'DEBT_HELP'`, parameters };
}

/**
 * True for rows with one of these values. Of a plan that is made once the database knows whether one is asked or some, and not how many: for one the row policies ask about that
 * one, for some they read the residents once for all.
 */
export function oneOf(column: string, values: readonly string[]): Condition {
  const [first] = values;
  return values.length === 1 ? { sql: `${column} = :one`, parameters: { one: first } } : { sql: `${column} = any(:some)`, parameters: { some: values } };
}

/** True for persons who live in one of `municipalities` on the business date. `name` keeps the parameters of two conditions apart. */
export function residesIn(reading: Reading, personColumn: string, name: string, municipalities: readonly string[]): Condition {
  return {
    sql: `exists (select 1 from residence home where home.person_id = ${personColumn} and home.municipality = any(:${name})
      and home.from_on <= :scopeOn and (home.until_on is null or home.until_on >= :scopeOn))`,
    parameters: { [name]: municipalities, scopeOn: reading.on },
  };
}

/** The rows about workers that a viewer may see, as a condition: always part of the statement. */
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { RowScope } from '#sw-contract/port.js';

/** @param employment column with the employment's id; a row without an own employment has null and needs `everything` */
export function withinScope<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, alias: string, employment: string, scope: RowScope): SelectQueryBuilder<T> {
  return query.andWhere(
    `(:everything OR ${alias}.person = ANY(:persons) OR ${alias}.paying_municipality = ANY(:municipalities) OR ${alias}.${employment} = ANY(:employments))`,
    { everything: scope.everything, persons: scope.persons, municipalities: scope.payingMunicipalities, employments: scope.employments },
  );
}

/** The rows about workers that a viewer may see, as a condition on the table dienstverband: always part of the statement. */
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { RowScope } from '#sw-contract/port.js';
import { numbersOf } from './edge-sql.js';

/** @param alias of dienstverband; a left join that found none gives nulls, and only `everything` lets such a row through */
export function withinScope<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, alias: string, scope: RowScope): SelectQueryBuilder<T> {
  return query.andWhere(
    `(:everything OR ${alias}.wnr = ANY(:persons) OR ${alias}.betgem = ANY(:municipalities) OR ${alias}.dvnr = ANY(:employments))`,
    {
      everything: scope.everything,
      persons: scope.persons,
      municipalities: scope.payingMunicipalities,
      employments: numbersOf(scope.employments),
    },
  );
}

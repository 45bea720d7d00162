// The viewer's scope as SQL on the employment with this alias. A row without an employment matches only `everything`.
import type { RowScope } from '#sw-contract/port.js';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

export function within<R extends ObjectLiteral>(query: SelectQueryBuilder<R>, employment: string, scope: RowScope): SelectQueryBuilder<R> {
  if (scope.everything) return query;
  return query.andWhere(
    `(${employment}.person = any(:persons) or ${employment}.paying_municipality = any(:municipalities) or ${employment}.number = any(:employments))`,
    { persons: scope.persons, municipalities: scope.payingMunicipalities, employments: scope.employments },
  );
}

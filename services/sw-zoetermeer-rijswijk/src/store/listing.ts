// A keyset page of a query: the rows after a number, one more than asked, and how many there are in all.
import type { Rows, Slice } from '#sw-contract/port.js';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** Two statements. `alias` is the query's main alias, whose rows have a `number`. */
export async function listing<R extends ObjectLiteral, T>(query: SelectQueryBuilder<R>, alias: string, slice: Slice, toModel: (row: R) => T): Promise<Rows<T>> {
  const totalCount = await query.clone().getCount();
  const after = slice.after === null ? query : query.andWhere(`${alias}.number > :after`, { after: slice.after });
  const rows = await after.orderBy(`${alias}.number`).limit(slice.first + 1).getMany();
  return { rows: rows.map(toModel), totalCount };
}

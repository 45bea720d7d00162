/** Reads persons, their residences and representatives, within the scope that it was made with. */
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '#shell/row-reading.js';
import type { PersonFacts, RepresentativeFacts, Residence } from '../domain/facts.js';
import type { Found, PersonReader, Reading, Slice } from '../domain/ports.js';
import { PersonRow, RepresentativeRow, ResidenceRow } from './person.row.js';
import { oneOf, residesIn, visible } from './scope.js';
import { about, type Session } from './session.js';

export class PersonStore implements PersonReader {
  constructor(
    private readonly session: Session,
    private readonly reading: Reading,
  ) {}

  /** Who was named and is not shown, absent or hidden, is a refused attempt. */
  async persons(ids: readonly string[]): Promise<readonly PersonFacts[]> {
    const [scope, asked] = [visible(this.reading, 'person.id'), oneOf('person.id', ids)];
    const rows = await this.session.together((manager) =>
      rowsWhere(manager, PersonRow, 'person', `${asked.sql} and ${scope.sql}`, { ...asked.parameters, ...scope.parameters }),
    );
    const found = new Set(rows.map(({ id }) => id));
    this.session.processed(found);
    this.session.refused(ids.filter((id) => !found.has(id)));
    return rows;
  }

  residences(persons: readonly string[]): Promise<readonly Residence[]> {
    const scope = visible(this.reading, 'residence.person_id');
    const rows = this.session.together((manager) => rowsWhere(manager, ResidenceRow, 'residence', `residence.person_id = any(:persons) and ${scope.sql}`, { persons, ...scope.parameters }));
    return about(this.session, rows, ({ person }) => person);
  }

  representativesOf(persons: readonly string[]): Promise<readonly RepresentativeFacts[]> {
    return this.representativesWhere('representative.person_id = any(:persons)', { persons });
  }

  representatives(numbers: readonly string[]): Promise<readonly RepresentativeFacts[]> {
    return this.representativesWhere('representative.representative_number = any(:numbers)', { numbers });
  }

  async clients(filter: { municipality?: string | null; search?: string | null }, slice: Slice): Promise<Found<PersonFacts>> {
    const totalCount = await this.session.together((manager) => this.clientQuery(manager, filter).getCount());
    const rows = await this.session.together((manager) => {
      const page = this.clientQuery(manager, filter).orderBy('person.name').addOrderBy('person.id').limit(slice.first + 1);
      const [name, id] = slice.after ?? [];
      return (slice.after ? page.andWhere('(person.name, person.id) > (:afterName, :afterId)', { afterName: name, afterId: id }) : page).getMany();
    });
    // The row after the page only says that there is one.
    this.session.processed(rows.slice(0, slice.first).map(({ id }) => id));
    return { rows, totalCount };
  }

  private clientQuery(manager: EntityManager, filter: { municipality?: string | null; search?: string | null }) {
    const scope = visible(this.reading, 'person.id');
    const query = manager.createQueryBuilder(PersonRow, 'person').where(scope.sql, scope.parameters);
    if (filter.municipality) {
      const resides = residesIn(this.reading, 'person.id', 'filterMunicipalities', [filter.municipality]);
      query.andWhere(resides.sql, resides.parameters);
    }
    // The space before both makes every word of the name the beginning of a match.
    if (filter.search) query.andWhere(`' ' || lower(person.name) like :search`, { search: `% ${escapedPrefix(filter.search)}%` });
    return query;
  }

  private representativesWhere(sql: string, parameters: Record<string, unknown>): Promise<readonly RepresentativeFacts[]> {
    const scope = visible(this.reading, 'representative.person_id');
    const rows = this.session.together((manager) =>
      rowsWhere(manager, RepresentativeRow, 'representative', `${sql} and ${scope.sql} order by representative.from_on, representative.representative_number`, { ...parameters, ...scope.parameters }),
    );
    return about(this.session, rows, ({ person }) => person);
  }
}

function escapedPrefix(search: string): string {
  return search.trim().toLowerCase().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

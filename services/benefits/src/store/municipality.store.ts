/** Reads municipalities, regions and policy: open data, small enough to be read whole. */
import { rowsWhere } from '#shell/row-reading.js';
import type { MunicipalityFacts, PolicyFacts, RegionMembership } from '../domain/facts.js';
import type { MunicipalityReader } from '../domain/ports.js';
import { DeliveryRow, MunicipalityRow, PolicyValueRow, RegionMembershipRow } from './municipality.row.js';
import type { Session } from './session.js';

export class MunicipalityStore implements MunicipalityReader {
  constructor(private readonly session: Session) {}

  municipalities(): Promise<readonly MunicipalityFacts[]> {
    return this.session.together((manager) => manager.find(MunicipalityRow, { order: { name: 'ASC' } }));
  }

  municipalitiesByCode(codes: readonly string[]): Promise<readonly MunicipalityFacts[]> {
    return this.session.together((manager) => rowsWhere(manager, MunicipalityRow, 'municipality', 'municipality.code = any(:codes)', { codes }));
  }

  regions(): Promise<readonly RegionMembership[]> {
    return this.session.together((manager) => manager.find(RegionMembershipRow));
  }

  policies(): Promise<readonly PolicyFacts[]> {
    return this.session.together((manager) => manager.find(PolicyValueRow, { order: { parameter: 'ASC', municipality: 'ASC', from: 'ASC' } }));
  }

  async deliveries(): Promise<ReadonlyMap<string, string | null>> {
    const rows = await this.session.together((manager) => rowsWhere(manager, DeliveryRow, 'delivery', 'true', {}));
    return new Map(rows.map(({ kind, asOf }) => [kind, asOf]));
  }
}

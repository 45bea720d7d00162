/** The trajectories of a responsible municipality that ran on a day of a period, by number, page by page, within the viewer's scope. */
import type { PersonScope } from '../domain/directory-policy.js';
import type { Trajectory } from '../domain/directory-ports.js';
import { trajectoryScope } from './person-scope.js';
import type { Reader } from './reader.js';
import { toTrajectory, TrajectoryRow } from './trajectory.row.js';

export interface ProvisionQuestion {
  readonly municipality: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

export async function provisionsOf(reader: Reader, scope: PersonScope, { municipality, firstDay, lastDay }: ProvisionQuestion, after: string | null, limit: number): Promise<readonly Trajectory[]> {
  const visible = trajectoryScope(scope, 't');
  const rows = await reader.together((manager) =>
    manager
      .createQueryBuilder(TrajectoryRow, 't')
      .where('t.municipality = :municipality and t.from <= :lastDay and (t.until is null or t.until >= :firstDay)', { municipality, firstDay, lastDay })
      .andWhere(visible.sql, visible.parameters)
      .andWhere('t.number > :after', { after: after ?? '' })
      .orderBy('t.number')
      .limit(limit)
      .getMany(),
  );
  reader.processed(rows.map(({ person }) => person));
  return rows.map(toTrajectory);
}

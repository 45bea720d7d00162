/** A body that was asked, as the graph shows it. */
import type { SourceStatus } from '#shell/value-types.js';
import type { AskedCompany } from '../domain/workplace-search.js';
import type { DirectoryParts } from './directory.context.js';

export function sourceStatus(asked: AskedCompany, directory: DirectoryParts): SourceStatus {
  const body = directory.registers.body(asked.body);
  if (!body) throw new Error('a body was asked that the partner register does not know');
  return { body, answered: asked.answered, asOf: asked.asOf };
}

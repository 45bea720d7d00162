/** Every export of this service, in the order of the list. */
import type { ExportDefinition } from '#shell/exports/export-definition.js';
import type { ServiceParts } from '#shell/service-definition.js';
import { ddasExports } from './ddas.js';
import { srgExports } from './srg.js';
import { statisticsExports } from './statistiek-wsw.js';
import { type ContextOf, swFigures } from './sw-figures.js';
import { vumExports } from './vum.js';

export function exportsOf(parts: Pick<ServiceParts, 'parties' | 'registers'>, contextOf: ContextOf): readonly ExportDefinition[] {
  return [...statisticsExports(parts), ...ddasExports(parts), ...srgExports(parts), ...vumExports(parts), swFigures(contextOf)];
}

/**
 * The export `sw-statistiek`: the published table of workers (graph: swStatistics) as CSV, under the same disclosure control and in the same ledger.
 * Guarantees: it is of all companies or it is not there; no row of a person is read.
 */
import { stringify } from 'csv-stringify/sync';
import { unavailable } from '#kernel/faults.js';
import type { ExportDefinition, ExportParameter, ExportRequest } from '#shell/exports/export-definition.js';
import type { ReadSession } from '#shell/read-session.js';
import { type StatisticsTable, WorkForm } from '#shell/value-types.js';
import type { DirectoryContext } from '../graph/directory.context.js';
import { swTable } from '../graph/statistics-tables.js';
import { SwDimension } from '../graph/statistics.type.js';

const DIMENSION = `(?:${Object.keys(SwDimension).join('|')})`;
const DEFAULT_DIMENSIONS = 'COMPANY,MUNICIPALITY';

const PARAMETERS: readonly ExportParameter[] = [
  { name: 'by', description: `Dimensies, met komma's ertussen, in de volgorde van de kolommen: ${Object.keys(SwDimension).join(', ')}. Zonder: ${DEFAULT_DIMENSIONS}.`, required: false, pattern: `${DIMENSION}(?:,${DIMENSION}){0,5}`, example: 'COMPANY,CATEGORY' },
  { name: 'on', description: 'Kwartaaleinde waarop is geteld (jjjj-mm-dd). Zonder: het laatste dat voorbij is.', required: false, pattern: '\\d{4}-\\d{2}-\\d{2}', example: '2013-12-31' },
  { name: 'company', description: 'Alleen dit sw-bedrijf (code).', required: false, pattern: '[a-z-]{1,40}', example: 'leiden' },
  { name: 'municipality', description: 'Alleen deze betalende gemeente (CBS-code).', required: false, pattern: '\\d{4}', example: '0626' },
  { name: 'workForm', description: `Alleen deze werkvorm: ${Object.keys(WorkForm).join(', ')}.`, required: false, pattern: Object.keys(WorkForm).join('|'), example: 'INTERNAL' },
];

export type ContextOf = (request: ExportRequest, session: ReadSession) => DirectoryContext;

export function swFigures(contextOf: ContextOf): ExportDefinition {
  return {
    name: 'sw-statistiek',
    title: 'Gepubliceerde sw-statistiek',
    description:
      'Aantallen werknemers van de sw-bedrijven op een kwartaaleinde, over alle bedrijven. Kolommen: de dimensies, count en suppressed. Aantallen zijn afgerond op een veelvoud van 5; kleine aantallen, en aantallen waaruit een klein aantal is af te leiden, ontbreken (suppressed is true).',
    purpose: 'statistiek',
    roles: ['ANALYST'],
    scopes: ['statistics:read'],
    mediaType: 'text/csv; charset=utf-8',
    parameters: PARAMETERS,
    fileName: ({ on }) => `sw-statistiek-${on ?? 'laatste-kwartaal'}.csv`,
    async *run(request) {
      yield csv(complete(await request.batch((session) => tableFor(contextOf(request, session), request.parameters))));
    },
  };
}

function tableFor(context: DirectoryContext, { by = DEFAULT_DIMENSIONS, on, company, municipality, workForm }: ExportRequest['parameters']): Promise<StatisticsTable> {
  const form = workForm === undefined ? null : (workForm as WorkForm);
  return swTable(context, by.split(',') as SwDimension[], { on: on ?? null, company: company ?? null, municipality: municipality ?? null, workForm: form });
}

/** In the graph a table says who did not answer; a file is taken for whole. */
function complete(table: StatisticsTable): StatisticsTable {
  const silent = table.sources.find(({ answered }) => !answered);
  if (silent) throw unavailable(silent.body.id, `${silent.body.name} antwoordt niet; zonder die aantallen is er geen tabel.`);
  return table;
}

function csv({ dimensions, rows }: StatisticsTable): string {
  const lines = rows.map(({ key, count, suppressed }) => [...key, count === null ? '' : String(count), String(suppressed)]);
  return stringify([[...dimensions.map((one) => one.toLowerCase()), 'count', 'suppressed'], ...lines]);
}

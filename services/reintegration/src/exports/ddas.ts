/**
 * The delivery of debt help to the CBS (DDAS v1.0) for the municipalities that the viewer's body acts for, and the report of what is wrong with
 * it. A file with a fault is not given out: the CBS would take what is wrong for what is so. BSNs stand in the file and nowhere else.
 */
import { ExportRefusal, type ExportDefinition } from '#shell/exports/export-definition.js';
import { type DeliveryParts, gatherDelivery } from './ddas-delivery.js';

const DAY = '\\d{4}-\\d{2}-\\d{2}';
const COMMON = {
  purpose: 'levering-ddas',
  roles: ['CASE_WORKER'],
  parameters: [
    { name: 'from', description: 'De eerste dag van de periode.', required: true, pattern: DAY, example: '2013-01-01' },
    { name: 'until', description: 'De laatste dag van de periode; niet na vandaag.', required: true, pattern: DAY, example: '2013-12-31' },
    { name: 'municipality', description: 'De verantwoordelijke gemeente: CBS-code van vier cijfers. Zonder deze: alle gemeenten waarvoor uw organisatie handelt, elk met een levering.', required: false, pattern: '\\d{4}', example: '1916' },
  ],
} as const;

export function ddasExports(parts: DeliveryParts): readonly ExportDefinition[] {
  return [deliveryFile(parts), deliveryReport(parts)];
}

function deliveryFile(parts: DeliveryParts): ExportDefinition {
  return {
    ...COMMON,
    name: 'ddas',
    title: 'Schuldhulpverlening aan het CBS (DDAS v1.0)',
    description: 'Alle schuldhulptrajecten die in de periode liepen, met een levering per verantwoordelijke gemeente. Een bestand met fouten wordt niet gegeven; het ddas-verslag noemt ze.',
    mediaType: 'application/json',
    fileName: ({ from = '', until = '' }) => `ddas-${from}-${until}.json`,
    async *run(request) {
      const { pieces, faults } = await gatherDelivery(parts, request);
      if (faults.length > 0) throw new ExportRefusal([{ parameter: 'from', reason: `De registratie heeft over deze periode ${faults.length} fouten; het ddas-verslag noemt ze.` }]);
      yield* pieces;
    },
  };
}

function deliveryReport(parts: DeliveryParts): ExportDefinition {
  return {
    ...COMMON,
    name: 'ddas-verslag',
    title: 'Schuldhulpverlening aan het CBS, verslag bij de levering',
    description: 'Wat in de levering niet klopt: het trajectnummer van de eigen registratie, het gegeven, de regel en een zin. Zonder burgerservicenummers en bedragen.',
    mediaType: 'text/csv; charset=utf-8',
    fileName: ({ from = '', until = '' }) => `ddas-${from}-${until}-verslag.csv`,
    async *run(request) {
      const { faults, count, numberAt } = await gatherDelivery(parts, request);
      yield 'traject,gegeven,regel,toelichting\n';
      for (const { path, rule, text } of faults) yield `${numberAt(path) ?? ''},"${path}",${rule},"${text}"\n`;
      yield `,levering,aantal,"${count} trajecten."\n`;
      yield ',client,niet-gehouden,"Geslacht en adres van de cliënt staan in geen registratie van Schakel: het geslacht is Onbekend, het adres blijft weg."\n';
    },
  };
}

/**
 * The half-yearly Statistiek Wsw of a municipality as a file of fixed width, and beside it a report of what the file lacks or has wrong. Handicap
 * codes are held by nobody here: they are zeros, and whoever delivers fills them in at his own machine (npm run export, --handicap-codes).
 */
import { municipalitiesOf } from '#kernel/authority.js';
import { forbidden } from '#kernel/faults.js';
import { authorityOn, type Registers } from '#kernel/registers.js';
import { DeliveryChecks } from '#law/statistics/delivery-checks.js';
import { halfYearOf } from '#law/statistics/half-year.js';
import type { RecordFault } from '#law/statistics/record-fault.js';
import { writeRecord } from '#law/statistics/wsw-record.js';
import { ExportRefusal, type ExportDefinition, type ExportRequest } from '#shell/exports/export-definition.js';
import type { ServiceParts } from '#shell/service-definition.js';
import { deliveryOf, type HalfYearDelivery } from '../domain/statistics/records.js';
import { deliveredPages, type Omission } from './statistics-delivery.js';
import { statisticsSources } from './statistics-sources.js';

type Parts = Pick<ServiceParts, 'parties' | 'registers'>;

const PURPOSE = 'levering-statistiek-wsw';
const COMMON = {
  purpose: PURPOSE,
  roles: ['CASE_WORKER'],
  parameters: [
    { name: 'halfYear', description: 'Het jaar met een 1 of een 2 erachter: het eerste of het tweede halfjaar.', required: true, pattern: '(?:19|20)\\d{2}[12]', example: '20132' },
    { name: 'municipality', description: 'De verantwoordelijke gemeente: CBS-code van vier cijfers.', required: true, pattern: '\\d{4}', example: '1916' },
  ],
} as const;

export function statisticsExports(parts: Parts): readonly ExportDefinition[] {
  return [deliveryFile(parts), deliveryReport(parts)];
}

function deliveryFile(parts: Parts): ExportDefinition {
  return {
    ...COMMON,
    name: 'statistiek-wsw',
    title: 'Statistiek Wsw, halfjaarlijkse levering',
    description: 'Een record per persoon en verblijf, met vaste breedte: 139 posities tot en met 2014, 126 vanaf 2015. Handicapcodes zijn nullen. Antwoordt een organisatie niet, dan is er geen levering.',
    mediaType: 'text/plain; charset=utf-8',
    fileName: ({ halfYear = '', municipality = '' }) => `statistiek-wsw-${halfYear}-${municipality}.txt`,
    async *run(request) {
      const delivery = askedDelivery(request, parts.registers);
      for await (const { records } of deliveredPages(delivery, statisticsSources(parts, request, delivery))) {
        yield records.map((record) => `${writeRecord(delivery.layout, record)}\n`).join('');
      }
    },
  };
}

function deliveryReport(parts: Parts): ExportDefinition {
  return {
    ...COMMON,
    name: 'statistiek-wsw-verslag',
    title: 'Statistiek Wsw, verslag bij de levering',
    description: 'Wat in de levering ontbreekt of niet klopt: per record (het hoeveelste in het bestand) het kenmerk, de regel en een zin. Zonder burgerservicenummers.',
    mediaType: 'text/csv; charset=utf-8',
    fileName: ({ halfYear = '', municipality = '' }) => `statistiek-wsw-${halfYear}-${municipality}-verslag.csv`,
    async *run(request) {
      const delivery = askedDelivery(request, parts.registers);
      const municipalities = knownMunicipalities(parts.registers);
      const checks = new DeliveryChecks(delivery.layout, delivery.halfYear, { responsible: delivery.municipality, municipalities });
      let number = 0;
      yield 'record,kenmerk,regel,toelichting\n';
      yield lines(heldByNobody(delivery));
      for await (const { records, omissions } of deliveredPages(delivery, statisticsSources(parts, request, delivery))) {
        const faults = records.flatMap((record) => checks.add((number += 1), record));
        yield lines([...omissions.map(omitted), ...faults.filter((fault) => !isHeldByNobody(fault))]);
      }
      yield lines([...checks.end(), { record: 0, field: 'levering', rule: 'aantal', text: `${number} records.` }]);
    },
  };
}

/** All that is wrong with what is asked, before anybody is asked anything. */
function askedDelivery({ parameters, viewer, businessDate }: ExportRequest, registers: Registers): HalfYearDelivery {
  const { halfYear: text = '', municipality = '' } = parameters;
  const halfYear = halfYearOf(text);
  const delivery = halfYear === null ? null : layoutKnown(halfYear, municipality);
  if (!delivery) throw new ExportRefusal([{ parameter: 'halfYear', reason: 'Voor dit halfjaar is er geen indeling van de Statistiek Wsw.' }]);
  if (businessDate <= delivery.lastDay) throw new ExportRefusal([{ parameter: 'halfYear', reason: 'Dit halfjaar is nog niet voorbij.' }]);
  if (!municipalitiesOf(authorityOn(registers, businessDate), viewer.body).includes(municipality)) throw forbidden('Uw organisatie handelt niet namens deze gemeente.');
  return delivery;
}

function layoutKnown(halfYear: number, municipality: string): HalfYearDelivery | null {
  try {
    return deliveryOf(halfYear, municipality);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function knownMunicipalities({ bodies, postcodeAreas }: Registers): ReadonlySet<string> {
  return new Set([...bodies.filter(({ kind }) => kind === 'MUNICIPALITY').map(({ id }) => id.replace('gm-', '')), ...postcodeAreas.map(({ municipality }) => municipality)]);
}

/** Said once and not for every record. */
function heldByNobody({ layout }: HalfYearDelivery): RecordFault[] {
  const handicap = { record: 0, field: 'handicapcode_1', rule: 'held-by-nobody', text: 'Handicapcodes staan bij geen organisatie in Schakel: zij zijn nullen, en de indiener vult ze zelf in.' };
  const sex = { record: 0, field: 'geslacht', rule: 'held-by-nobody', text: 'Het geslacht staat bij geen organisatie in Schakel: het is nul, en de indiener vult het zelf in.' };
  return layout.fields.some(({ name }) => name === 'geslacht') ? [handicap, sex] : [handicap];
}

function isHeldByNobody({ field, rule }: RecordFault): boolean {
  return field === 'geslacht' && rule === 'empty';
}

function omitted({ rule, text }: Omission): RecordFault {
  return { record: 0, field: 'record', rule, text };
}

function lines(faults: readonly RecordFault[]): string {
  return faults.map(({ record, field, rule, text }) => `${record},${field},${rule},"${text.replaceAll('"', '""')}"\n`).join('');
}

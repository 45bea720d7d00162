/**
 * The monthly Statistiek Re-integratie door Gemeenten (SRG) of a municipality: a record for each provision that ran in the month, and a report of
 * what the records lack. Number and birth date come from the register of residents; without an answer of that register there is no file.
 */
import { municipalitiesOf } from '#kernel/authority.js';
import { forbidden } from '#kernel/faults.js';
import { authorityOn } from '#kernel/registers.js';
import { SRG } from '#law/srg/srg-table.js';
import { doubtsOf, valueFaults } from '#law/value-tables/value-faults.js';
import { headerOf, writeRow } from '#law/value-tables/value-row.js';
import type { ValueRecord } from '#law/value-tables/value-table.js';
import { ExportRefusal, type ExportDefinition, type ExportRequest } from '#shell/exports/export-definition.js';
import { QUESTION_PATIENCE_MS } from '#shell/party-client.js';
import type { ServiceParts } from '#shell/service-definition.js';
import { personScope } from '../domain/directory-policy.js';
import type { Trajectory } from '../domain/directory-ports.js';
import { type SrgMonth, srgMonth, srgRecord, unknownOf } from '../domain/srg/records.js';
import { askIdentities } from '../questions/ask-identities.js';
import { provisionsOf } from '../store/provisions.store.js';

type Parts = Pick<ServiceParts, 'parties' | 'registers'>;

/** As many persons as one question takes. */
const PAGE = 200;
const TEXT_READ = '2015-01-01';
const COMMON = {
  purpose: 'levering-srg',
  roles: ['CASE_WORKER'],
  mediaType: 'text/csv; charset=utf-8',
  parameters: [
    { name: 'month', description: 'Het jaar en de maand.', required: true, pattern: '20\\d{2}(?:0[1-9]|1[0-2])', example: '201402' },
    { name: 'municipality', description: 'De verantwoordelijke gemeente: CBS-code van vier cijfers.', required: true, pattern: '\\d{4}', example: '1916' },
  ],
} as const;

interface Page {
  readonly records: readonly ValueRecord[];
  readonly trajectories: readonly Trajectory[];
  /** Of persons whom the register of residents does not show. */
  readonly left: readonly Trajectory[];
}

export function srgExports(parts: Parts): readonly ExportDefinition[] {
  return [deliveryFile(parts), deliveryReport(parts)];
}

function deliveryFile(parts: Parts): ExportDefinition {
  return {
    ...COMMON,
    name: 'srg',
    title: 'Statistiek Re-integratie door Gemeenten (SRG)',
    description: 'Een regel per voorziening die in de maand liep, met de 19 kenmerken van de regeling onder eigen kolomnamen. Kenmerken die niet bekend zijn, zijn leeg; het srg-verslag noemt ze.',
    fileName: ({ month = '', municipality = '' }) => `srg-${month}-${municipality}.csv`,
    async *run(request) {
      const month = askedMonth(parts, request);
      let begun = false;
      for await (const { records } of pagesOf(parts, request, month)) {
        yield `${begun ? '' : `${headerOf(SRG)}\n`}${records.map((record) => `${writeRow(SRG, record)}\n`).join('')}`;
        begun = true;
      }
    },
  };
}

function deliveryReport(parts: Parts): ExportDefinition {
  return {
    ...COMMON,
    name: 'srg-verslag',
    title: 'Statistiek Re-integratie door Gemeenten, verslag bij de levering',
    description: 'Wat in de levering ontbreekt of onzeker is: het nummer van de voorziening, het kenmerk, de regel en een zin. Zonder burgerservicenummers.',
    fileName: ({ month = '', municipality = '' }) => `srg-${month}-${municipality}-verslag.csv`,
    async *run(request) {
      const month = askedMonth(parts, request);
      let count = 0;
      const doubts = new Map<string, string>();
      yield `voorziening,kenmerk,regel,toelichting\n${month.firstDay < TEXT_READ ? line('', 'levering', 'text-of-2015', 'De kenmerken zijn die van de tekst van 2015; een tekst van deze maand is niet gelezen.') : ''}`;
      for await (const { records, trajectories, left } of pagesOf(parts, request, month)) {
        count += records.length;
        for (const record of records) for (const { field, text } of doubtsOf(SRG, record)) doubts.set(field, text);
        yield [
          ...left.map(({ number }) => line(number, 'bsn', 'not-in-register', 'Van deze persoon toont het register van inwoners geen nummer: de voorziening staat niet in het bestand.')),
          ...trajectories.flatMap((one) => unknownOf(one, month).map(({ field, rule, text }) => line(one.number, field, rule, text))),
          ...records.flatMap((record) => valueFaults(SRG, record).map(({ field, rule, text }) => line(record['registratienummer'] ?? '', field, rule, text))),
        ].join('');
      }
      yield `${[...doubts].map(([field, text]) => line('', field, 'doubtful', text)).join('')}${HELD_BY_NOBODY}${line('', 'levering', 'aantal', `${count} regels.`)}`;
    },
  };
}

const HELD_BY_NOBODY = ['geslacht', 'ladderpositie', 'arbeidsvermogen'].map((field) => line('', field, 'held-by-nobody', 'Dit kenmerk staat in geen registratie van Schakel: het is leeg.')).join('');

function askedMonth({ registers }: Parts, { parameters, viewer, businessDate }: ExportRequest): SrgMonth {
  const { month: yearMonth = '', municipality = '' } = parameters;
  const month = srgMonth(yearMonth, municipality);
  if (businessDate <= month.lastDay) throw new ExportRefusal([{ parameter: 'month', reason: 'Deze maand is nog niet voorbij.' }]);
  if (!municipalitiesOf(authorityOn(registers, businessDate), viewer.body).includes(municipality)) throw forbidden('Uw organisatie handelt niet namens deze gemeente.');
  return month;
}

/** At least one page, so that an empty month is a file with a header. */
async function* pagesOf({ parties, registers }: Parts, request: ExportRequest, month: SrgMonth): AsyncGenerator<Page> {
  const { viewer, businessDate, requestId, deadline } = request;
  const scope = personScope(viewer, authorityOn(registers, businessDate), businessDate);
  for (let after: string | null = null; ; ) {
    request.ending.throwIfAborted();
    const found: readonly Trajectory[] = await request.batch((session) => provisionsOf(session, scope, month, after, PAGE));
    const asking = { viewer, businessDate, requestId, deadline: Math.min(deadline, Date.now() + QUESTION_PATIENCE_MS) };
    const persons = [...new Set(found.map(({ person }) => person))];
    const known = new Map((persons.length === 0 ? [] : await askIdentities(parties, asking, persons, month.lastDay)).map((one) => [one.person, one]));
    const trajectories = found.filter(({ person }) => known.has(person));
    const records = trajectories.flatMap((one) => {
      const person = known.get(one.person);
      return person ? [srgRecord(one, person, month)] : [];
    });
    yield { records, trajectories, left: found.filter(({ person }) => !known.has(person)) };
    if (found.length < PAGE) return;
    after = found.at(-1)?.number ?? null;
  }
}

function line(number: string, field: string, rule: string, text: string): string {
  return `${number},${field},${rule},"${text.replaceAll('"', '""')}"\n`;
}

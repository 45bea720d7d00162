/** The documents against the programs: what an operator looks up is there, is true, and leads somewhere. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { MEASURE_DENOMINATOR, ROUNDING, THRESHOLD } from '#kernel/disclosure.js';
import { FAULT_CODES } from '#kernel/faults.js';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { LAYOUT_2015 } from '#law/statistics/layout-2015.js';
import type { Layout } from '#law/statistics/wsw-field.js';
import { describeSettings, type SettingDescription } from '#kernel/settings.js';
import { issuerSettingsSchema } from '../local/issuer/settings.js';
import { inRepository } from '../local/paths.js';
import { Delivered } from '../local/population/testing/delivered.js';
import { SERVICES } from '../local/services.js';
import { stackSettingsSchema } from '../local/settings.js';
import { allDocuments, brokenLinks, codeWords, filesBelow, missingPaths, readDocument, section, tableRows } from './docs/markdown.js';

const documents = allDocuments();
const errors = readDocument('docs/errors.md');
const settings = readDocument('docs/settings.md');
const formats = readDocument('docs/file-formats.md');
const read = (path: string): string => readFileSync(inRepository(path), 'utf8');
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('docs/errors.md', () => {
  it('explains every fault code, and no other', () => {
    const explained = [...section(errors, '## Faults').matchAll(/^### (\S+)$/gm)].map((match) => match[1] ?? '');
    expect(sorted(explained)).toEqual(sorted(FAULT_CODES));
  });

  it('explains every refusal code of the schema, and no other', () => {
    const codes = /enum RefusalCode \{([^}]*)\}/.exec(read('schema/reintegration.graphql'))?.[1]?.match(/[A-Z_]+/g) ?? [];
    expect(codes.length).toBeGreaterThan(10);
    expect(sorted(tableRows(section(errors, '## Refusals')).map(([code = '']) => code))).toEqual(sorted(codes));
  });
});

type Known = Record<'serve' | 'migrate', SettingDescription[]>;

function settingsOf(script: string, ...args: string[]): Known {
  return JSON.parse(execFileSync(process.execPath, [inRepository('dist', script), ...args], { encoding: 'utf8' })) as Known;
}

/** Name and whether it is required, of each row. */
function documented(heading: string): SettingDescription[] {
  return tableRows(section(settings, heading)).map(([name = '', standard]) => ({ name: codeWords(name)[0] ?? '', required: standard === 'required' }));
}

const byName = (known: readonly SettingDescription[]): SettingDescription[] => [...known].sort((a, b) => (a.name < b.name ? -1 : 1));

describe('docs/settings.md', () => {
  it('has exactly the settings of the gateway', () => {
    expect(byName(documented('## Gateway'))).toEqual(byName(settingsOf('gateway/src/main.js', '--settings').serve));
  });

  it.each(SERVICES.map(({ name }) => name))('has exactly the settings of %s, serving and migrating', (name) => {
    const { serve, migrate } = settingsOf(`services/${name}/src/main.js`, 'settings');
    expect(byName(documented('## A service: serve, import, report'))).toEqual(byName(serve));
    expect(byName(documented('## A service: migrate'))).toEqual(byName(migrate));
  });

  it('has exactly the settings of the one-machine stack and its issuer', () => {
    expect(byName(documented('## One machine'))).toEqual(byName(describeSettings(stackSettingsSchema)));
    expect(byName(documented('## Development issuer'))).toEqual(byName(describeSettings(issuerSettingsSchema)));
  });
});

/** Where the delivered files of a service are described. */
function formatsOf(service: string): string {
  return service.startsWith('sw-') ? section(readDocument(`services/${service}/README.md`), '## Delivered files') : section(formats, `## ${service}`);
}

/** The columns of the row that describes a file; the names that begin a part of the cell. */
function columnsOf(service: string, file: string): string[] {
  const row = tableRows(formatsOf(service)).find(([name = '']) => new RegExp(`^${(codeWords(name)[0] ?? '').replaceAll('*', '.*')}$`).test(file));
  return [...(row?.[1] ?? '').matchAll(/(?:^|, )`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** `3: 11-19` for field 3 at positions 11 to 19. */
function positionsOf({ fields }: Layout): Map<string, string> {
  let start = 1;
  return new Map(
    fields.map(({ number, name, width }) => {
      const place = `${number}: ${width === 1 ? start : `${start}-${start + width - 1}`}`;
      start += width;
      return [name, place];
    }),
  );
}

describe('delivered files', () => {
  const delivered = new Delivered();
  const csvFiles = [...delivered.files.keys()].filter((path) => /^[^/]+\/[^/]+\.csv$/.test(path));

  it.each(csvFiles)('%s is described with exactly its columns', (path) => {
    const [service = '', file = ''] = path.split('/');
    const header = (delivered.lines(path)[0] ?? '').split(service === 'sw-leiden' ? ';' : ',');
    expect(sorted(columnsOf(service, file))).toEqual(sorted(header));
  });

  it('of the Statistiek Wsw every field stands there with its width and its place in both layouts', () => {
    const [in2008, in2015] = [positionsOf(LAYOUT_2008), positionsOf(LAYOUT_2015)];
    const fields = sorted([...in2008.keys(), ...in2015.keys()]);
    const rows = tableRows(section(readDocument('services/sw-wassenaar/README.md'), '## Statistiek Wsw'));
    const width = new Map<string, number>([...LAYOUT_2008.fields, ...LAYOUT_2015.fields].map((field) => [field.name, field.width]));
    const described = rows.map(([name = '', ...cells]) => [codeWords(name)[0], ...cells.slice(0, 3)]).sort();
    expect(described).toEqual(fields.map((name) => [name, String(width.get(name)), in2008.get(name) ?? '', in2015.get(name) ?? '']));
  });

  it('are refused for classes that are explained, and no other', () => {
    const classes = /type ValueClass =([^;]*);/.exec(read('services/shell/src/import/format.ts'))?.[1]?.match(/[a-z-]+/g) ?? [];
    expect(sorted(tableRows(section(formats, '## What is refused')).flatMap(([cell = '']) => codeWords(cell)))).toEqual(sorted(classes));
  });
});

describe('a decision record', () => {
  const PARTS = ['Context', 'Decision', 'Consequences', 'What would change our mind', 'Held by'];
  const records = documents.filter(({ path }) => path.startsWith('docs/decisions/'));

  it.each(records.map(({ path, text }) => [path, text] as const))('%s says why, what, with what consequences, until when, and what holds it', (_path, text) => {
    expect([...text.matchAll(/^\*\*([^*]+?)\.?\*\*/gm)].map((match) => match[1])).toEqual(PARTS);
  });

  it('has a number of its own', () => {
    expect(records.map(({ path }) => Number(path.slice('docs/decisions/'.length, -'-x.md'.length).slice(0, 4)))).toEqual(records.map((_, index) => index + 1));
  });
});

describe('the documents', () => {
  const existing = ['kernel', 'law', 'gateway', 'services', 'schema', 'local', 'test', 'docs'].flatMap(filesBelow);
  const code = existing.filter((path) => /\.(ts|js|sh|graphql|json)$/.test(path) && !path.endsWith('.test.ts'));
  const capitals = (text: string): string[] => text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/g) ?? [];

  it('have links that lead somewhere', () => {
    expect(documents.flatMap(brokenLinks)).toEqual([]);
  });

  it('name only files and tests that exist', () => {
    const made = read('.gitignore').split('\n').filter((line) => line.includes('/')).map((line) => line.replace(/^\/|\/$/g, ''));
    expect(documents.flatMap((document) => missingPaths(document, existing, made))).toEqual([]);
  });

  it('name only codes and settings that the programs know', () => {
    const known = new Set([...code, 'docker-compose.yml', 'Dockerfile'].flatMap((path) => capitals(read(path))));
    expect(documents.flatMap(({ path, text }) => capitals(text).filter((word) => !known.has(word)).map((word) => `${path}: ${word}`))).toEqual([]);
  });

  it('name only scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = documents.flatMap(({ path, text }) => [...text.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map((match) => ({ path, script: match[1] ?? '' })));
    expect(named.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  it('name no path of somebody\'s machine', () => {
    const ofAMachine = /(?<![\w.*)>/-])\/(?:work|farm|home|root|Users|tmp|opt|srv|mnt|media)(?:\/|\b)|\b[A-Z]:\\/;
    const lines = documents.flatMap(({ path, text }) => text.split('\n').map((line, index) => ({ place: `${path}:${index + 1}`, line })));
    expect(lines.filter(({ line }) => ofAMachine.test(line)).map(({ place }) => place)).toEqual([]);
  });
});

describe('docs/privacy.md', () => {
  const activities = JSON.parse(read('schema/activities.json')) as readonly { code: string; text: string; legalGround: string; fields: Readonly<Record<string, readonly string[]>> }[];
  const privacy = readDocument('docs/privacy.md');

  it('has exactly the activities of the register, with their grounds, roles and field groups', () => {
    const described = tableRows(section(privacy, '## Register of processing activities')).filter(([code = '']) => /^`[a-z]+(?:-[a-z]+)*`$/.test(code));
    const rows = described.map(([code = '', text, ground, roles = '', groups = '']) => [codeWords(code)[0], text, ground, codeWords(roles), sorted(codeWords(groups))]);
    expect(rows).toEqual(activities.map(({ code, text, legalGround, fields }) => [code, text, legalGround, Object.keys(fields), sorted(Object.values(fields).flat())]));
  });

  it('says the numbers of the rule for figures as they are', () => {
    const rules = new Map(tableRows(section(privacy, '## Figures')).map(([rule = '', value = '']) => [rule, value]));
    expect(rules.get('a count is published from')).toMatch(new RegExp(`^${THRESHOLD} persons`));
    expect(rules.get('a published count')).toMatch(new RegExp(`^rounded to ${ROUNDING},`));
    expect(rules.get('medians and percentiles')).toBe(`from ${MEASURE_DENOMINATOR}`);
  });

  it('says of tables that exist how long they are kept', () => {
    const named = tableRows(section(privacy, '## Kept how long')).flatMap(([, tables = '']) => codeWords(tables));
    const made = filesBelow('services').filter((path) => /\.ts$/.test(path) && !path.endsWith('.test.ts')).map(read).join('\n');
    expect(named.filter((table) => !made.includes(`create table ${table} (`))).toEqual([]);
  });
});

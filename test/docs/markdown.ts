/** What the tests of the documents read out of Markdown: which documents there are, their links, headings, tables and named paths. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { inRepository } from '../../local/paths.js';

export interface Document {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

const AT_THE_ROOT = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md'];
const FOLDERS = ['docs', 'services'];
const FENCE = /^```[\s\S]*?^```/gm;
/** A path that is named as code: below a folder of the repository, or of the service whose README it is. */
const NAMED_PATH = /`((?:kernel|gateway|services|schema|local|test|docs|portal|src)\/[^`\s]*)`/g;

export function readDocument(path: string): Document {
  return { path, text: readFileSync(inRepository(path), 'utf8') };
}

/** Every document that is kept with the source. */
export function allDocuments(): Document[] {
  return [...AT_THE_ROOT, ...FOLDERS.flatMap((folder) => filesBelow(folder).filter((path) => path.endsWith('.md')))].map(readDocument);
}

/** Files and folders below a folder, from the root of the repository. */
export function filesBelow(folder: string): string[] {
  return readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => !path.includes('node_modules'))
    .sort();
}

/** The links that do not lead anywhere: no such file, or no such heading in it. */
export function brokenLinks({ path, text }: Document): string[] {
  const targets = [...text.replace(FENCE, '').matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
  return targets.filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(path, target)).map((target) => `${path}: ${target}`);
}

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', heading] = target.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file));
  if (!existsSync(inRepository(path))) return false;
  return heading === undefined || anchors(readDocument(path).text).includes(heading);
}

/** As a forge makes them of headings. */
function anchors(text: string): string[] {
  const headings = [...text.replace(FENCE, '').matchAll(/^#+ (.*)$/gm)].map((match) => match[1] ?? '');
  return headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(' ', '-'));
}

/** The text below a heading, up to the next one of its rank. */
export function section({ path, text }: Document, heading: string): string {
  const rank = /^#+/.exec(heading)?.[0] ?? '#';
  const [, rest] = text.split(`\n${heading}\n`);
  if (rest === undefined) throw new RangeError(`${path} has no section ${heading}`);
  return rest.split(new RegExp(`^#{1,${rank.length}} `, 'm'))[0] ?? '';
}

/** Cells of the rows of all tables in a text, without their head rows. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n');
  return lines
    .filter((line, index) => line.startsWith('| ') && !/^\|[\s|:-]+\|$/.test(lines[index + 1] ?? ''))
    .map((line) => line.replaceAll('\\|', '¦').split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** What stands in a text as code. */
export function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

/** Named paths that do not exist; `<name>` and `*` stand for anything, and what the programs make (.gitignore) need not be there. */
export function missingPaths({ path, text }: Document, existing: readonly string[], made: readonly string[]): string[] {
  const named = [...text.replace(FENCE, '').matchAll(NAMED_PATH)].map((match) => (match[1] ?? '').replace(/\/$/, ''));
  const full = named.map((one) => (one.startsWith('src/') ? join(dirname(path), one) : one));
  return full.filter((one) => !made.some((prefix) => one.startsWith(prefix)) && !isThere(one, existing)).map((one) => `${path}: ${one}`);
}

function isThere(path: string, existing: readonly string[]): boolean {
  if (!/[*<]/.test(path)) return existsSync(inRepository(path));
  const pattern = new RegExp(`^${path.replace(/<[^>]*>/g, '*').replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
  return existing.some((one) => pattern.test(one));
}

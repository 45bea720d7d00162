/** The TypeScript files of the repository and what each imports, by path from the root. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const FOLDERS = ['kernel', 'law', 'services', 'gateway', 'schema', 'local', 'test', 'portal'];
const SUBPATHS: readonly [RegExp, string][] = [
  [/^#kernel\//, 'kernel/'],
  [/^#law\//, 'law/'],
  [/^#shell\//, 'services/shell/src/'],
  [/^#sw-contract\//, 'services/sw-contract/src/'],
];

process.chdir(ROOT);

export function sourceFiles(): string[] {
  return FOLDERS.filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .sort();
}

/** Repository files as paths (`kernel/viewer.ts`), packages as they are written (`typeorm`, `node:fs`). */
export function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g)];
  return specifiers.map((match) => resolve(file, match[1] ?? match[2] ?? match[3] ?? ''));
}

function resolve(file: string, specifier: string): string {
  const subpath = SUBPATHS.find(([pattern]) => pattern.test(specifier));
  if (subpath) return specifier.replace(subpath[0], subpath[1]).replace(/\.js$/, '.ts');
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier)).replace(/\.js$/, '.ts');
  return specifier;
}

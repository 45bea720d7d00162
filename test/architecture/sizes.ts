/** How long functions are, measured on the compiled file: types and decorators are gone, lines of logic are what is left. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'acorn';
import { full } from 'acorn-walk';

export interface FunctionLength {
  readonly place: string;
  readonly lines: number;
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

export function functionLengths(file: string): FunctionLength[] {
  const compiled = join('dist', file.replace(/\.ts$/, '.js'));
  if (!existsSync(compiled)) return [];
  const found: FunctionLength[] = [];
  const tree = parse(readFileSync(compiled, 'utf8'), { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  full(tree, (node) => {
    if (!FUNCTIONS.has(node.type) || !node.loc) return;
    found.push({ place: `${file}, compiled line ${node.loc.start.line}`, lines: node.loc.end.line - node.loc.start.line + 1 });
  });
  return found;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

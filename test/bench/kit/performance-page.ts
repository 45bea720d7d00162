/** docs/performance.md: written by hand, with parts that the measuring programs write. A part stands between two marks with its name. */
import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from '../../../local/paths.js';

const PAGE = inRepository('docs', 'performance.md');

export function withPart(page: string, name: string, text: string): string {
  const [open, close] = [`<!-- measured: ${name} -->`, `<!-- end: ${name} -->`];
  const [from, to] = [page.indexOf(open), page.indexOf(close)];
  if (from < 0 || to < from) throw new Error(`the page has no part ${name}: it wants a line ${open} and a line ${close}`);
  return `${page.slice(0, from + open.length)}\n${text.trim()}\n${page.slice(to)}`;
}

export function writePart(name: string, text: string): void {
  writeFileSync(PAGE, withPart(readFileSync(PAGE, 'utf8'), name, text));
}

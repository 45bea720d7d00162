/** The files of gateway/pages: kept as the HTML, CSS and JavaScript that they are. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PAGES_DIR = new URL('../../../../gateway/pages/', import.meta.url);

export function pageFile(name: string): string {
  return readFileSync(fileURLToPath(new URL(name, PAGES_DIR)), 'utf8');
}

/** Exports of the stack of these tests: over /v1/ as a demo user, and by the command of the repository. */
import { execFile } from 'node:child_process';
import { inRepository } from '../../local/paths.js';
import { as, url } from './stack.js';

/** `purpose` null: none is named. */
export async function getExport(user: string, path: string, purpose?: string | null): Promise<Response> {
  const { who } = await as(user);
  const named = purpose === undefined ? who.purpose : purpose;
  return fetch(`${url}/v1/exports${path}`, { headers: { authorization: `Bearer ${who.token}`, ...(named === null ? {} : { 'x-doelbinding': named }) } });
}

export interface RanExport {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function runExport(...args: readonly string[]): Promise<RanExport> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [inRepository('dist', 'local', 'export.js'), ...args], (_error, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }));
  });
}

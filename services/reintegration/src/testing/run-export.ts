/** An export as the door of the service runs it, whole, for one viewer. */
import type { Viewer } from '#kernel/viewer.js';
import type { ExportDefinition } from '#shell/exports/export-definition.js';
import { exportRequest } from '#shell/exports/export-request.js';
import type { ServiceParts } from '#shell/service-definition.js';

export interface AskedExport {
  readonly parameters: Readonly<Record<string, string>>;
  readonly viewer: Viewer;
  readonly businessDate: string;
  readonly requestId: string;
}

export async function runExport(parts: ServiceParts, definitions: readonly ExportDefinition[], name: string, asked: AskedExport): Promise<string> {
  const definition = definitions.find((one) => one.name === name);
  if (!definition) throw new Error(`no export ${name}`);
  const { parameters, ...facts } = asked;
  const caller = { ...facts, deadline: Date.now() + 60_000, from: 'gateway' };
  const texts: string[] = [];
  for await (const text of definition.run(exportRequest(parts, { caller, definition, parameters, traceparent: undefined, ending: new AbortController().signal }))) texts.push(text);
  return texts.join('');
}

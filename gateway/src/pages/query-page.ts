/** What the query page loads: the editor, its workers, our own script, and the public operations with their settings. All from here. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { DEFAULT_REGISTERS_DIR } from '#kernel/registers.js';
import { pageFile } from './page-file.js';

const OPERATIONS_DIR = join(DEFAULT_REGISTERS_DIR, 'operations');

export interface ExampleOperation {
  readonly name: string;
  readonly query: string;
  /** JSON text; empty when the operation needs none. */
  readonly variables: string;
}

/** The public operations; beside each, when it is there, `<name>.variables.json` with values that work in the pilot. */
export function exampleOperations(dir: string = OPERATIONS_DIR): ExampleOperation[] {
  const files = readdirSync(dir);
  return files
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const name = file.slice(0, -'.graphql'.length);
      const variables = files.includes(`${name}.variables.json`) ? readFileSync(join(dir, `${name}.variables.json`), 'utf8') : '';
      return { name, query: readFileSync(join(dir, file), 'utf8'), variables };
    });
}

export function serveQueryPageAssets(app: FastifyInstance, issuer: string | null): void {
  const script = 'text/javascript; charset=utf-8';
  const editor = (part: EditorPart) => async (_request: unknown, reply: FastifyReply) => send(reply, script, (await loadEditor())[part]);
  app.get('/assets/graphiql.js', editor('js'));
  app.get('/assets/worker-editor.js', editor('editorWorkerService'));
  app.get('/assets/worker-json.js', editor('jsonWorker'));
  app.get('/assets/worker-graphql.js', editor('graphqlWorker'));
  app.get('/assets/graphiql.css', async (_request, reply) => send(reply, 'text/css; charset=utf-8', (await loadEditor()).css));
  app.get('/assets/query-page.js', (_request, reply) => send(reply, script, pageFile('query-page.js')));
  app.get('/assets/query-page.css', (_request, reply) => send(reply, 'text/css; charset=utf-8', pageFile('query-page.css')));
  app.get('/assets/query-page.json', (_request, reply) => send(reply, 'application/json', JSON.stringify({ issuer, operations: issuer === null ? [] : exampleOperations() })));
}

type EditorPart = 'css' | 'js' | 'editorWorkerService' | 'graphqlWorker' | 'jsonWorker';

/** Nine megabytes of text: loaded when the first browser asks, not at start. */
function loadEditor(): Promise<Record<EditorPart, string>> {
  return import('@graphql-yoga/render-graphiql/graphiql');
}

function send(reply: FastifyReply, type: string, text: string): FastifyReply {
  return reply.code(200).type(type).send(text);
}

/**
 * The HTTP side of the development issuer: the login page, the demo doors (`GET /demo/users`, `POST /demo/token`), and for all else
 * the OpenID Connect provider. Only names of this machine are answered, so that no page elsewhere can reach it by a trick of DNS.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { patientServer } from '#kernel/http-server.js';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { DEMO_USERS, demoUserNamed } from '../demo-users.js';
import { mintToken } from './access-token.js';
import { DEMO_CLIENTS, demoClientNamed, PAGE_CLIENT } from './clients.js';
import { errorPage, homePage, loginPage } from './pages.js';
import { makeProvider } from './provider.js';
import type { IssuerSettings } from './settings.js';

const BODY_LIMIT = 10_000;
const PERSONAL_CLIENTS = DEMO_CLIENTS.filter(({ machine }) => machine === null).map(({ id }) => id);

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
}

export function makeIssuer(settings: IssuerSettings): Server {
  const provider = makeProvider(settings);
  const standard = provider.callback();
  // As patient with a quiet connection as the gateway: one that is closed while somebody sends on it costs him his request.
  return patientServer(null)((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (!isOurHost(settings, request.headers.host)) return void answerText(response, 421, 'this issuer answers on its own machine only');
    if (path === '/readyz' || path === '/livez') return void answerText(response, 200, 'ok');
    if (path === '/' && request.method === 'GET') return void answerText(response, 200, homePage(settings.pageOrigins), 'text/html; charset=utf-8');
    const answered = answerOwn(provider, settings, { request, response, path });
    if (!answered) return void standard(request, response);
    answered.catch(() => answerText(response, 400, errorPage('invalid_request'), 'text/html; charset=utf-8'));
  });
}

function isOurHost(settings: IssuerSettings, host: string | undefined): boolean {
  return host === `${settings.host}:${settings.port}` || host === `localhost:${settings.port}`;
}

function answerOwn(provider: Provider, settings: IssuerSettings, exchange: Exchange): Promise<void> | null {
  const { request, path } = exchange;
  if (path.startsWith('/interaction/')) return request.method === 'POST' ? finishLogin(provider, exchange) : showLogin(provider, exchange);
  if (!path.startsWith('/demo/')) return null;
  allowPages(settings, exchange);
  if (request.method === 'OPTIONS') return answerNothing(exchange);
  if (path === '/demo/users' && request.method === 'GET') return listUsers(exchange);
  if (path === '/demo/token' && request.method === 'POST') return giveToken(provider, exchange);
  return Promise.resolve(answerText(exchange.response, 404, ''));
}

/** Without the header a browser hides the answer from a page; without the preflight (JSON is asked for) it does not even send. */
function allowPages(settings: IssuerSettings, { request, response }: Exchange): void {
  const { origin } = request.headers;
  response.setHeader('vary', 'origin');
  if (origin === undefined || !settings.pageOrigins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'GET, POST');
  response.setHeader('access-control-allow-headers', 'content-type');
}

async function showLogin(provider: Provider, { request, response, path }: Exchange): Promise<void> {
  await provider.interactionDetails(request, response);
  answerText(response, 200, loginPage(path), 'text/html; charset=utf-8');
}

async function finishLogin(provider: Provider, { request, response }: Exchange): Promise<void> {
  const user = demoUserNamed(new URLSearchParams(await readBody(request)).get('user') ?? '');
  const result = user ? { login: { accountId: user.subject } } : { error: 'access_denied' };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function listUsers({ response }: Exchange): Promise<void> {
  const users = DEMO_USERS.map(({ user, name, body, roles, purpose }) => ({ user, name, body, roles, purpose }));
  return Promise.resolve(answerJson(response, 200, users));
}

async function giveToken(provider: Provider, { request, response }: Exchange): Promise<void> {
  const isJson = request.headers['content-type']?.split(';')[0]?.trim() === 'application/json';
  const asked = isJson ? z.object({ user: z.string(), client: z.string().default(PAGE_CLIENT) }).safeParse(parseJson(await readBody(request))) : null;
  if (!asked?.success) return answerJson(response, 400, { error: 'send JSON: {"user": "case-worker"}' });
  const user = demoUserNamed(asked.data.user);
  if (!user) return answerJson(response, 404, { error: `no such demo user; choose one of: ${DEMO_USERS.map((one) => one.user).join(', ')}` });
  const client = demoClientNamed(asked.data.client);
  if (!client || client.machine) return answerJson(response, 404, { error: `people sign in to one of: ${PERSONAL_CLIENTS.join(', ')}` });
  response.setHeader('cache-control', 'no-store');
  answerJson(response, 200, await mintToken(provider, user, client));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error('the body is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answerNothing({ response }: Exchange): Promise<void> {
  response.writeHead(204).end();
  return Promise.resolve();
}

function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answerText(response, status, JSON.stringify(value), 'application/json; charset=utf-8');
}

function answerText(response: ServerResponse, status: number, text: string, type = 'text/plain; charset=utf-8'): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(text);
}

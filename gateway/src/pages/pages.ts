/** The pages a browser gets: what this is and how to sign in, or on a machine of one's own the query page. Nothing is fetched from another host. */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { pageFile } from './page-file.js';
import { serveQueryPageAssets } from './query-page.js';

export interface PageFacts {
  readonly playground: boolean;
  /** Address of the identity provider as a browser reaches it; null in a plain gateway, where nobody signs in. */
  readonly issuer: string | null;
}

export function sendPage(facts: PageFacts, reply: FastifyReply): FastifyReply {
  const page = facts.playground ? queryPage(facts) : welcomePage(facts);
  return reply.code(200).headers({ 'content-security-policy': page.policy }).type('text/html; charset=utf-8').send(page.html);
}

export function servePages(app: FastifyInstance, facts: PageFacts): void {
  if (facts.playground) serveQueryPageAssets(app, facts.issuer);
}

/** One or two Dutch sentences, also part of the UNAUTHENTICATED message. */
export function howToSignIn(issuer: string, ownMachine: boolean): string {
  const local = ownMachine ? ' Op deze machine geeft npm run --silent token -- case-worker een token.' : '';
  return `Stuur de header "authorization: Bearer <token>" mee met een toegangstoken van ${issuer}.${local}`;
}

function welcomePage({ issuer, playground }: PageFacts): { html: string; policy: string } {
  const html = issuer === null ? pageFile('welcome-plain.html') : pageFile('welcome.html').replace('{{how-to-sign-in}}', escapeHtml(howToSignIn(issuer, playground)));
  return { html, policy: `default-src 'none'; style-src ${styleHash(html)}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'` };
}

/** The one style element of a page, by its content: no other style is allowed. */
function styleHash(html: string): string {
  const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? '';
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

/** The editor writes its own styles, which only this page of a machine of one's own may; scripts come from here only. */
function queryPage({ issuer }: PageFacts): { html: string; policy: string } {
  const issuerOrigin = issuer === null ? '' : ` ${new URL(issuer).origin}`;
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self'${issuerOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return { html: pageFile('query-page.html'), policy };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

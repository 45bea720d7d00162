/** The pages a person sees at the development issuer, in Dutch, without script or anything from another host. */
import { DEMO_USERS } from '../demo-users.js';

const STYLE = `body{font:1.1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b}
h1{font-size:1.6rem}p{margin:.8rem 0}ul{list-style:none;padding:0}button{width:100%;text-align:left;font:inherit;padding:.7rem 1rem;margin:.2rem 0;
border:1px solid #5b6b7b;border-radius:.3rem;background:#fff;cursor:pointer}button:hover,button:focus{background:#eaf2f8;outline:3px solid #154273}
small{color:#4a4a4a;display:block}.note{background:#fff4d6;padding:.7rem 1rem;border-left:.3rem solid #b36b00}`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>
${body}
</main></body></html>`;
}

/** The bare address: what this is, and where to go. The page's own sign-in brings people to the login page. */
export function homePage(pageOrigins: readonly string[]): string {
  const links = pageOrigins.slice(0, 1).map((origin) => `<p>Vragen stelt u op de <a href="${escapeHtml(origin)}/">querypagina van Schakel</a>; inloggen begint daar.</p>`);
  return page(
    'Inloggen voor de proefomgeving van Schakel',
    `<p class="note">Dit programma doet op uw eigen computer wat anders de inlogvoorziening van de organisatie doet. Alle personen en gegevens zijn verzonnen; een wachtwoord is niet nodig.</p>
${links.join('')}
<p>Liever een token op de opdrachtregel? <code>npm run --silent token -- case-worker</code></p>`,
  );
}

/** One button per demo user; the form goes back to the same interaction. */
export function loginPage(action: string): string {
  const choices = DEMO_USERS.map(
    ({ user, name, body, roles }) =>
      `<li><button name="user" value="${escapeHtml(user)}">${escapeHtml(name)}<small>${escapeHtml(user)} · ${escapeHtml(body)} · ${escapeHtml(roles.join(', '))}</small></button></li>`,
  );
  return page(
    'Inloggen bij Schakel',
    `<p class="note">Dit is de proefomgeving op uw eigen computer. Alle personen en gegevens zijn verzonnen; een wachtwoord is niet nodig.</p>
<p>Als wie wilt u inloggen?</p>
<form method="post" action="${escapeHtml(action)}"><ul>${choices.join('\n')}</ul></form>`,
  );
}

export function errorPage(code: string): string {
  return page('Inloggen is niet gelukt', `<p>Ga terug naar de pagina waar u vandaan kwam en probeer het opnieuw.</p><p><small>Foutcode: ${escapeHtml(code)}</small></p>`);
}

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

/* The bar above the editor: who asks. The chosen user's token goes along with every question; it stays in this page's memory. */
'use strict';

const bar = { user: document.getElementById('user'), status: document.getElementById('status') };
const current = { issuer: null, user: null, token: null, expiresAt: 0 };
const plainFetch = self.fetch.bind(self);

self.MonacoEnvironment = {
  globalAPI: false,
  getWorkerUrl: (_module, label) => `/assets/worker-${{ json: 'json', graphql: 'graphql' }[label] ?? 'editor'}.js`,
};

/* Every question of the editor carries the chosen user's token, unless the Headers tab has one of its own. */
self.fetch = async (address, options = {}) => {
  const isQuestion = new URL(address, location.href).pathname === '/graphql';
  if (!isQuestion || !current.user) return plainFetch(address, options);
  const headers = new Headers(options.headers);
  if (!headers.has('authorization')) headers.set('authorization', `Bearer ${await token()}`);
  return plainFetch(address, { ...options, headers });
};

async function token() {
  if (current.token && Date.now() < current.expiresAt) return current.token;
  const body = JSON.stringify({ user: current.user.user });
  const response = await plainFetch(`${current.issuer}/demo/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!response.ok) throw new Error('no token');
  const answer = await response.json();
  current.token = answer.access_token;
  current.expiresAt = Date.now() + (answer.expires_in - 60) * 1000;
  return current.token;
}

function say(text) {
  bar.status.textContent = text;
}

/* Tabs last as long as the browser tab. The editor restores the active one by its text, so all of its parts must agree. */
function restoreTabs(headers) {
  const kept = sessionStorage.getItem('graphiql:tabState');
  if (!kept) return;
  const state = JSON.parse(kept);
  for (const tab of state.tabs) tab.headers = headers;
  const active = state.tabs[state.activeTabIndex];
  sessionStorage.setItem('graphiql:tabState', JSON.stringify(state));
  sessionStorage.setItem('graphiql:query', active.query ?? '');
  sessionStorage.setItem('graphiql:variables', active.variables ?? '');
  sessionStorage.setItem('graphiql:headers', headers);
}

/* The operation that this user would open first; of a company's officer, for his own company. */
const FIRST = { CASE_WORKER: 'portal-dossier', WORKER: 'portal-dossier', PLACEMENT_OFFICER: 'partner-placements' };

function forUser(operations) {
  const role = current.user?.roles[0];
  const first = FIRST[role] ?? (role ? 'analyst-handling' : 'portal-dossier');
  const own = operations.map((one) => (one.name === 'partner-placements' && role === 'PLACEMENT_OFFICER' ? { ...one, variables: JSON.stringify({ code: current.user.body.replace('sw-', '') }, null, 2) } : one));
  return own.toSorted((a, b) => Number(b.name === first) - Number(a.name === first));
}

/* The editor takes the variables of the tab that it opens with from here and not from the list of tabs. */
function openWith({ query, variables }, headers) {
  if (sessionStorage.getItem('graphiql:tabState')) return restoreTabs(headers);
  sessionStorage.setItem('graphiql:query', query);
  sessionStorage.setItem('graphiql:variables', variables);
  sessionStorage.setItem('graphiql:headers', headers);
}

function showEditor(operations, headers) {
  const address = new URL(location.href);
  address.searchParams.delete('query');
  history.replaceState({}, '', address);
  const offered = forUser(operations);
  if (offered.length > 0) openWith(offered[0], headers);
  const defaultTabs = offered.map(({ query, variables }) => ({ query, variables, headers }));
  const root = document.getElementById('root');
  // POST also for subscriptions: a question in an address ends up in histories and logs, and the gateway refuses it.
  YogaGraphiQL.renderYogaGraphiQL(root, { endpoint: '/graphql', method: 'POST', title: 'Schakel', storage: sessionStorage, headers, ...(defaultTabs.length > 0 ? { defaultTabs } : {}) });
}

/* Another user is another page: nothing of the first one's questions and answers stays. */
function goAs(user) {
  sessionStorage.clear();
  const address = new URL(location.href);
  address.search = '';
  address.searchParams.set('user', user);
  location.assign(address);
}

async function chooseUser() {
  const users = await (await plainFetch(`${current.issuer}/demo/users`)).json();
  for (const { user, name } of users) bar.user.append(new Option(name ?? user, user));
  const wanted = new URL(location.href).searchParams.get('user');
  current.user = users.find(({ user }) => user === wanted) ?? users[0];
  bar.user.value = current.user.user;
  bar.user.addEventListener('change', () => goAs(bar.user.value));
  await token();
  const { body, roles, purpose } = current.user;
  say(`${body}, ${roles.join(', ')}, doelbinding ${purpose}`);
  return JSON.stringify({ 'x-doelbinding': purpose }, null, 2);
}

async function start() {
  const { issuer, operations } = await (await plainFetch('/assets/query-page.json')).json();
  current.issuer = issuer;
  if (issuer === null) bar.user.parentElement.remove();
  const headers = issuer === null ? '' : await chooseUser();
  showEditor(operations, headers);
}

start().catch(() => say('De aanmelddienst antwoordt niet; laad de pagina opnieuw zodra hij draait.'));

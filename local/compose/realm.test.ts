import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { DEMO_CLIENTS } from '../issuer/clients.js';
import { inRepository } from '../paths.js';

const texts = z.array(z.string());
const realmSchema = z.object({
  clientScopes: z.array(z.object({ name: z.string() })),
  clients: z.array(
    z.object({
      clientId: z.string(),
      publicClient: z.boolean(),
      standardFlowEnabled: z.boolean(),
      serviceAccountsEnabled: z.boolean(),
      implicitFlowEnabled: z.literal(false),
      directAccessGrantsEnabled: z.literal(false),
      fullScopeAllowed: z.literal(false),
      secret: z.undefined().optional(),
      defaultClientScopes: texts,
    }),
  ),
  users: z.array(z.object({ serviceAccountClientId: z.string().optional(), attributes: z.object({ body: texts }), clientRoles: z.object({ 'schakel-page': texts }) })),
});

describe('the realm of docker compose', () => {
  const realm = realmSchema.parse(JSON.parse(readFileSync(inRepository('local', 'compose', 'realm.json'), 'utf8')));

  it('has the applications of the development issuer, each with the same scopes, and no password, implicit or full-scope grant', () => {
    const scopes = Object.fromEntries(realm.clients.map(({ clientId, defaultClientScopes }) => [clientId, defaultClientScopes]));
    expect(scopes).toEqual(Object.fromEntries(DEMO_CLIENTS.map((client) => [client.id, ['schakel', ...client.scopes]])));
    const known = realm.clientScopes.map(({ name }) => name);
    expect(realm.clients.flatMap(({ defaultClientScopes }) => defaultClientScopes).filter((one) => !known.includes(one))).toEqual([]);
  });

  it('lets people sign in to the applications of people, and systems to their own alone, as their own body', () => {
    for (const { id, machine } of DEMO_CLIENTS) {
      const { publicClient, standardFlowEnabled, serviceAccountsEnabled } = realm.clients.find(({ clientId }) => clientId === id)!;
      expect([id, publicClient, standardFlowEnabled, serviceAccountsEnabled]).toEqual([id, !machine, !machine, Boolean(machine)]);
      const account = realm.users.find(({ serviceAccountClientId }) => serviceAccountClientId === id);
      expect(account && { body: account.attributes.body, roles: account.clientRoles['schakel-page'] }).toEqual(machine ? { body: [machine.body], roles: machine.roles } : undefined);
    }
  });
});

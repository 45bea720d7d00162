/** That an address of a database which asks for TLS is not connected to without it (docs/settings.md, Transport). */
import { describe, expect, it } from '@jest/globals';
import { openDatabase } from './database.js';
import type { ServiceDefinition } from './service-definition.js';

const definition = { name: 'tls', entities: [], migrations: [] } as unknown as ServiceDefinition;
const url = process.env['SCHAKEL_TEST_POSTGRES_URL'] ?? '';

describe('an address of a database', () => {
  it('with sslmode=verify-full is not connected to when the database speaks no TLS; without it, it is', async () => {
    await expect(openDatabase(definition, `${url}?sslmode=verify-full`, 1)).rejects.toThrow('SSL');
    const open = await openDatabase(definition, url, 1);
    await open.destroy();
  });
});

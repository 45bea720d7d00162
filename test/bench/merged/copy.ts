/**
 * Fills the merged database from the databases of the services, so that both hold the same rows under the same ids. What each system calls a thing is translated
 * here, once; the server then reads one table per thing.
 */
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { inRepository } from '../../../local/paths.js';
import { REGISTER_COPIES, companyCopies, type CompanyModel, type Copy } from './copies.js';

export interface CompanySource {
  readonly code: string;
  readonly body: string;
  readonly name: string;
  readonly database: string;
  readonly model: CompanyModel;
}

const text = (name: string): string => readFileSync(inRepository('test', 'bench', 'merged', name), 'utf8');

/** Makes database `merged` anew. `adminUrl`: the superuser's, of the server that holds all the databases. */
export async function fillMerged(adminUrl: (database?: string) => string, companies: readonly CompanySource[]): Promise<void> {
  await inDatabase(adminUrl(), async (client) => {
    await client.query('drop database if exists merged with (force)');
    await client.query('create database merged');
  });
  await inDatabase(adminUrl('merged'), async (client) => {
    await client.query('create extension dblink');
    await client.query(text('tables.sql'));
    for (const copy of REGISTER_COPIES) await copyRows(client, adminUrl(copy.from), copy);
    for (const company of companies) await copyCompany(client, adminUrl(company.database), company);
    await client.query(text('indexes.sql'));
  });
}

export async function inDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function copyCompany(client: Client, url: string, company: CompanySource): Promise<void> {
  const files = company.model === 'wassenaar' ? `max(as_of) filter (where kind = 'roster') as roster, max(as_of) filter (where kind = 'workplaces') as workplaces from delivery` : 'null::date as roster, null::date as workplaces';
  await client.query(
    `insert into company (code, body, name, live, roster_as_of, workplaces_as_of) select $2, $3, $4, $5, roster, workplaces from dblink($1, $6) as one (roster date, workplaces date)`,
    [url, company.code, company.body, company.name, company.model !== 'wassenaar', `select ${files}`],
  );
  for (const copy of companyCopies(company.model, company.code)) await copyRows(client, url, copy);
}

async function copyRows(client: Client, url: string, { into, columns, select }: Copy): Promise<void> {
  const names = columns.map((column) => column.split(' ')[0]).join(', ');
  await client.query(`insert into ${into} (${names}) select * from dblink($1, $2) as source (${columns.join(', ')})`, [url, select]);
}

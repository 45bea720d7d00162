/** The verbs of the command line: `export-agreement ID` prints an export, `verify-agreement FILE [--keys FILE]` judges one, without a database. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { isUuid } from '#kernel/ids.js';
import { loadRegisters } from '#kernel/registers.js';
import type { OwnVerb } from '#shell/service-definition.js';
import { agreementRecord } from '../store/agreement-record.store.js';
import { exportContent } from './export-agreement.js';
import { proofText } from './proof-text.js';
import { sealed } from './seal.js';
import { verifyExport } from './verify-export.js';

const keysShape = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) });

const wrong = (text: string): { text: string; ok: boolean } => ({ text: `${text}\n`, ok: false });

const exportAgreement: OwnVerb = async ([id], _environment, open) => {
  if (id === undefined || !isUuid(id)) return wrong('usage: export-agreement ID (the id of an agreement)');
  const { name, body, settings, registers, dataSource, signer } = await open();
  const record = await agreementRecord(dataSource, id);
  if (!record) return wrong(`there is no agreement ${id}`);
  const content = await exportContent(record, { service: name, body, keys: settings.SCHAKEL_PARTY_KEYS_FILE, services: registers.parties }, new Date().toISOString());
  return { text: await sealed(content, signer.key), ok: true };
};

const verifyAgreement: OwnVerb = async (args, environment) => {
  const { values, positionals } = parseArgs({ args: [...args], options: { keys: { type: 'string' } }, allowPositionals: true });
  const [file] = positionals;
  const keysFile = values.keys ?? environment['SCHAKEL_PARTY_KEYS_FILE'];
  if (file === undefined || keysFile === undefined) return wrong('usage: verify-agreement FILE [--keys FILE] (or SCHAKEL_PARTY_KEYS_FILE)');
  const keys = keysIn(readFileSync(keysFile, 'utf8'));
  if (keys === null) return wrong(`${keysFile} holds no public keys: a JWK set is needed, { "keys": [...] }`);
  const report = await verifyExport(readFileSync(file), keys, loadRegisters(environment['SCHAKEL_REGISTERS_DIR'] || undefined));
  return { text: proofText(report), ok: report.faults.length === 0 };
};

function keysIn(text: string): JSONWebKeySet | null {
  try {
    return keysShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

export const PROOF_VERBS: Readonly<Record<string, OwnVerb>> = { 'export-agreement': exportAgreement, 'verify-agreement': verifyAgreement };

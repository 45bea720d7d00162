/** Has every body verify its whole audit chain by the command for operators, hashes and the others' anchors included (I6). */
import { execFile } from 'node:child_process';
import { inRepository } from '../../local/paths.js';
import type { Violation } from './violation.js';
import type { Rig } from './rig.js';

export function auditVerified(rig: Rig): Promise<Violation[]> {
  const { basePort, dataDir } = rig.settings;
  const env = { ...process.env, SCHAKEL_PORT: String(basePort), SCHAKEL_DATA_DIR: dataDir };
  return new Promise((resolve) => {
    execFile(process.execPath, [inRepository('dist', 'local', 'audit-verify.js')], { env, timeout: 120_000 }, (error, stdout, stderr) => {
      resolve(error ? [{ invariant: 'I6', subject: 'audit:verify', evidence: `${stdout}${stderr}`.trim().split('\n').slice(-6).join(' | ') }] : []);
    });
  });
}

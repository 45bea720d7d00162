/** A log of processings for tests: the key is known, so that a test can say by which pseudonym somebody must stand in it. */
import { ProcessingLog } from '../processing-log/processing-log.js';

export const LOG_KEY = Buffer.alloc(32, 9);
export const REGISTER = 'https://register.example/verwerkingen/';

export function testLog(service: string, exported = false): ProcessingLog {
  const bodies = [{ id: 'asking-body', name: 'De vrager', kind: 'JOINT_SERVICE' as const, oin: '00000001234567890000' }];
  return new ProcessingLog({ service, key: LOG_KEY, register: REGISTER, exported, registers: { bodies, parties: [{ service: 'asking', body: 'asking-body' }] } });
}

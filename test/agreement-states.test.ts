/** docs/agreement-states.md is what the state machine prints, byte for byte. Make it anew with the command in its own head. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { inRepository } from '../local/paths.js';

it('docs/agreement-states.md says what the state machine says', () => {
  const printed = execFileSync(process.execPath, [inRepository('dist/services/reintegration/src/print-states.js')], { encoding: 'utf8' });
  expect(readFileSync(inRepository('docs/agreement-states.md'), 'utf8')).toBe(printed);
});

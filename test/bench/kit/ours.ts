/** Our gateway as docs/settings.md says to start it: arguments for Node. */
import { inRepository } from '../../../local/paths.js';

export const OURS: readonly string[] = ['--max-semi-space-size=64', inRepository('dist', 'gateway', 'src', 'main.js')];

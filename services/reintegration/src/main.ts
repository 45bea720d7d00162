/** Process of the joint service's directory and agreements: `main.js serve | migrate | import FILE... | report | schema`. */
import { runService } from '#shell/command-line.js';
import { reintegration } from './service.js';

await runService(reintegration, process.argv.slice(2), process.env);

/** Process of Leiden's firm: `main.js serve | migrate | import FILE... | report | schema`. */
import { runService } from '#shell/command-line.js';
import { definition } from './service.js';

await runService(definition, process.argv.slice(2), process.env);

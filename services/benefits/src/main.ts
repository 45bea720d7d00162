/** Entry of the benefits process: serve, migrate, import, report, schema. */
import { runService } from '#shell/command-line.js';
import { benefitsService } from './service.js';

await runService(benefitsService, process.argv.slice(2), process.env);

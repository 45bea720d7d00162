// The service of the sw company of Zoetermeer, Rijswijk and Leidschendam-Voorburg.
import { runService } from '#shell/command-line.js';
import { definition } from './service.js';

await runService(definition, process.argv.slice(2), process.env);

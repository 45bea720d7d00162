/** `npm run agreement:export -- ID [FILE]`: one agreement as a sealed file that anybody can verify; without FILE it is printed. */
import { writeFileSync } from 'node:fs';
import { isUuid } from '#kernel/ids.js';
import { runCommand, say } from './command.js';
import { fromUserFolder } from './paths.js';
import { askService, runningShared } from './service-command.js';
import { serviceNamed } from './services.js';
import { readStackSettings } from './settings.js';

const USAGE = 'usage: npm run agreement:export -- ID [FILE]';

await runCommand(async () => {
  const [id, file, ...rest] = process.argv.slice(2);
  if (id === undefined || rest.length > 0) throw new Error(USAGE);
  if (!isUuid(id)) throw new Error(`"${id}" is not the id of an agreement\n${USAGE}`);
  const text = askService(await runningShared(readStackSettings(process.env)), serviceNamed('reintegration'), ['export-agreement', id]);
  if (file === undefined) process.stdout.write(text);
  else {
    writeFileSync(fromUserFolder(file), text);
    say(`${file}: ${Buffer.byteLength(text)} bytes; verify it with: npm run agreement:verify -- ${file}`);
  }
});

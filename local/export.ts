/**
 * `npm run export -- NAME --half-year 20132 --municipality 1916 [--out FILE] [--user NAME]`: a delivery of the running stack, asked of its gateway as
 * anybody may. The file goes to FILE or to standard output, everything else to standard error. `--handicap-codes FILE` fills in on this machine what
 * nobody in the federation holds. Exit code 0: it is whole; 1: it was refused or broke off, and there is no file; 2: what was typed is wrong.
 * Without NAME: which exports there are.
 */
import { runCommand } from './command.js';
import { DEMO_USERS } from './demo-users.js';
import { kebabCase, readArguments, WrongArguments, type ExportArguments } from './exports/arguments.js';
import { RestClient, type ExportList, type ListedExport } from './exports/rest-client.js';
import { writeParts } from './exports/write-file.js';
import { withHandicapCodes } from './statistics/with-handicap-codes.js';
import { fromUserFolder } from './paths.js';
import { gatewayUrl, issuerUrl, readStackSettings } from './settings.js';
import { requestToken } from './token-request.js';

const USAGE = 'usage: npm run --silent export -- NAME [--parameter VALUE...] [--out FILE] [--user NAME] [--client ID] [--handicap-codes FILE]';
/** The one delivery that has place for them. */
const WITH_HANDICAP_CODES = 'statistiek-wsw';
const FIRST_USER = 'case-worker';
const TOLD_EVERY_MS = 1_000;

const tell = (text: string): void => void process.stderr.write(`${text}\n`);

await runCommand(async () => {
  try {
    await main(readArguments(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof WrongArguments)) throw error;
    tell(`${error.message}\n${USAGE}`);
    process.exitCode = 2;
  }
});

async function main({ name, parameters, out, user, client, handicapCodes }: ExportArguments): Promise<void> {
  const settings = readStackSettings(process.env);
  const as = async (who: string): Promise<RestClient> => new RestClient(gatewayUrl(settings), await requestToken(issuerUrl(settings), who, client ?? undefined));
  const list = await (await as(user ?? FIRST_USER)).list();
  if (name === null) return void process.stdout.write(`${help(list)}\n`);
  const asked = list.exports.find((one) => one.name === name);
  if (!asked) throw new WrongArguments(`there is no export ${name}\n${help(list)}`);
  if (handicapCodes !== null && name !== WITH_HANDICAP_CODES) throw new WrongArguments(`--handicap-codes is for ${WITH_HANDICAP_CODES}`);
  const who = user ?? userFor(asked);
  tell(`${asked.name}: ${asked.title}, as ${who}, for ${asked.purpose}`);
  const began = Date.now();
  const parts = withHandicapCodes((await as(who)).file(asked, parameters), handicapCodes === null ? null : fromUserFolder(handicapCodes), tell);
  const { bytes } = await writeParts(parts, out === null ? null : fromUserFolder(out), process.stdout, progress(asked.name));
  tell(`${asked.name}: ${bytes} bytes in ${((Date.now() - began) / 1_000).toFixed(1)} s${out === null ? '' : `, in ${out}`}`);
}

function userFor({ name, roles }: ListedExport): string {
  const found = DEMO_USERS.find((one) => one.roles.some((role) => roles.includes(role)));
  if (!found) throw new WrongArguments(`no demo user may ask for ${name}; name one with --user`);
  return found.user;
}

function progress(name: string): (bytes: number) => void {
  let next = Date.now() + TOLD_EVERY_MS;
  return (bytes) => {
    if (Date.now() < next) return;
    next = Date.now() + TOLD_EVERY_MS;
    tell(`${name}: ${bytes} bytes`);
  };
}

function help({ exports, unavailableBodies }: ExportList): string {
  const lines = exports.flatMap(({ name, title, purpose, roles, parameters }) => [
    '',
    `${name}: ${title}`,
    `    for ${roles.join(', ')}, purpose ${purpose}`,
    ...parameters.map((one) => `    --${kebabCase(one.name)} ${one.example}${one.required ? '' : ' (optional)'}: ${one.description}`),
  ]);
  return [USAGE, ...lines, ...unavailableBodies.map((body) => `\nnot known of ${body}, which does not answer`)].join('\n');
}

/**
 * Runs in a network of its own that holds nothing but the loopback: a packet for anywhere else has no route, and the kernel counts it. Starts a
 * stack by `npm start`, asks it about a worker as five systems know him, and prints one line of JSON: the answers, and what was counted.
 */
import { connect } from 'node:net';
import { readFileSync } from 'node:fs';
import { GraphClient, signIn } from '../../../local/demo/graph-client.js';
import { scenarioWorkers } from '../../../local/population/fixed-people.js';
import { gatewayUrl, issuerUrl } from '../../../local/settings.js';
import { OwnStack } from '../../kit/own-stack.js';
import { removeTestFolder } from '../../kit/test-folder.js';

const SAYS = '{ businessDate me { mandates { role onBehalfOf { id } } } ';

/** Packets that had no way out since this network began, of both kinds of addresses; a look-up of a name is one too. */
function withoutRoute(): number {
  const [names = '', values = ''] = readFileSync('/proc/net/snmp', 'utf8').split('\n').filter((line) => line.startsWith('Ip:'));
  const four = Number(values.split(' ')[names.split(' ').indexOf('OutNoRoutes')]);
  const six = Number(/^Ip6OutNoRoutes\s+(\d+)$/m.exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1] ?? '0');
  return four + six;
}

/** One attempt to leave, to an address that is nobody's (RFC 5737), so that it is known that attempts are counted. */
function tryToLeave(): Promise<string> {
  return new Promise((resolve) => void connect(443, '192.0.2.1').once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error')).once('connect', () => resolve('left')));
}

async function ask(stack: OwnStack): Promise<unknown> {
  const bsn = Object.values(scenarioWorkers)[0]?.bsn;
  const client = new GraphClient(gatewayUrl(stack.settings), await signIn(issuerUrl(stack.settings), 'case-worker', 'wsw'));
  return client.query(`${SAYS} personByBsn(bsn: "${bsn}") { id name { full } employments { id company { name } } indications { validUntil } } swCompanies { code fresh } }`);
}

const stack = await OwnStack.make();
const before = withoutRoute();
await stack.start();
const answer = await ask(stack);
const leaving = withoutRoute() - before;
await stack.run('stop');
const stopped = withoutRoute() - before;
const attempt = await tryToLeave();
removeTestFolder(stack.settings.dataDir);
process.stdout.write(`\n${JSON.stringify({ answer, leaving: Math.max(leaving, stopped), attempt, counted: withoutRoute() - before - stopped })}\n`);

/**
 * The identity provider's public keys, from the one address of the settings. Guarantees: no redirect is followed and no long answer is read;
 * a key that was fetched is good for ten minutes and then nobody gets in until the provider answers again; whatever tokens come, the
 * provider is asked at most once in ten seconds for keys that it did not have, and once in a second while it does not answer. An authority of
 * one's own is told to Node itself (NODE_EXTRA_CA_CERTS).
 */
import { createRemoteJWKSet, customFetch, type FetchImplementation, type JWTVerifyGetKey } from 'jose';

const PATIENCE_MS = 1_000;
const COOLDOWN_MS = 10_000;
const GOOD_FOR_MS = 600_000;
const PAUSE_AFTER_FAILURE_MS = 1_000;
/** A provider has a handful of keys, each a few hundred bytes, with certificates a few thousand. */
const MAX_BYTES = 128 * 1024;

export function signingKeys(url: string): JWTVerifyGetKey {
  const options = { timeoutDuration: PATIENCE_MS, cooldownDuration: COOLDOWN_MS, cacheMaxAge: GOOD_FOR_MS, [customFetch]: patiently(fetchKeys) };
  return createRemoteJWKSet(new URL(url), options);
}

/** After a failure the next one is not tried at once, however many tokens wait for it. */
function patiently(ask: FetchImplementation): FetchImplementation {
  let failedAt = -Infinity;
  return async (url, options) => {
    if (Date.now() - failedAt < PAUSE_AFTER_FAILURE_MS) throw new Error('the keys could not be had a moment ago');
    try {
      return await ask(url, options);
    } catch (error) {
      failedAt = Date.now();
      throw error;
    }
  };
}

const fetchKeys: FetchImplementation = async (url, options) => {
  const answer = await fetch(url, { ...options, redirect: 'manual' });
  const text = answer.status === 200 ? await bounded(answer) : await answer.body?.cancel();
  if (text === undefined) throw new Error(`the keys are answered with ${answer.status}`);
  const content: unknown = JSON.parse(text);
  if (!isKeySet(content)) throw new Error('the answer is not a set of keys');
  return new Response(text, { status: 200 });
};

async function bounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += (chunk as Uint8Array).length;
    if (size > MAX_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk as Uint8Array);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isKeySet(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys) && value.keys.every((key) => typeof key === 'object' && key !== null);
}

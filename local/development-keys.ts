/**
 * DEVELOPMENT ONLY. These keys are published with the source, so that the ids, tokens and examples of the one-machine stack are the
 * same for everybody. They protect nothing: the runner and the issuer refuse to start when NODE_ENV is production, and no
 * deployment may trust the key id below.
 */
import type { JWK } from 'jose';

/** Signs the tokens of the development issuer. */
export const DEVELOPMENT_ISSUER_KEY: JWK = {
  kty: 'EC',
  crv: 'P-256',
  kid: 'development-only',
  alg: 'ES256',
  use: 'sig',
  x: 'uWTP-mrfuhf90OLdVV2NKu1woK0uM0EpkuQiy4vAqxY',
  y: '5XKU_mdXTZ-LLLdcMmWkZPq17RQ5zaHgrWFtGfj_SpQ',
  d: '-DQRjW4BNhiyqwzgzZyUWvAt51oFAmtAEhmmNDJ5lkY',
};

/** Makes the pseudonyms of the synthetic population; base64url, 32 bytes. */
export const DEVELOPMENT_FEDERATION_KEY = '0EBzDLMlpVeKijAbynqdbX-WXj1Uwp344VCpPQYaVy8';

/**
 * Transport between the bodies by configuration (docs/settings.md): with a certificate a server speaks TLS; with the federation's authority a
 * service hears nobody without a certificate of that authority, and a client shows its own and believes no server of another.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const pemFile = z.string().transform((path, context): Buffer => {
  try {
    return readFileSync(path);
  } catch {
    context.addIssue({ code: 'custom', message: 'must name a readable PEM file' });
    return z.NEVER;
  }
});

export const tlsSettingsShape = {
  SCHAKEL_TLS_CERT_FILE: pemFile.optional(),
  SCHAKEL_TLS_KEY_FILE: pemFile.optional(),
  SCHAKEL_TLS_CA_FILE: pemFile.optional(),
};

/** Only for who shows another certificate to the services than to its own clients: the gateway. */
export const tlsClientSettingsShape = {
  SCHAKEL_TLS_CLIENT_CERT_FILE: pemFile.optional(),
  SCHAKEL_TLS_CLIENT_KEY_FILE: pemFile.optional(),
};

type Names = keyof typeof tlsSettingsShape | keyof typeof tlsClientSettingsShape;
export type TlsFiles = { readonly [N in Names]?: Buffer | undefined };

const OLDEST = 'TLSv1.2';

export interface ServerTls {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly minVersion: typeof OLDEST;
  readonly ca?: Buffer;
  readonly requestCert?: boolean;
  readonly rejectUnauthorized?: boolean;
}

/** Null: plain HTTP. `callers`: whether a caller must show a certificate of the authority. */
export function serverTls({ SCHAKEL_TLS_CERT_FILE: cert, SCHAKEL_TLS_KEY_FILE: key, SCHAKEL_TLS_CA_FILE: ca }: TlsFiles, callers: 'known' | 'anybody'): ServerTls | null {
  if (!cert || !key) return null;
  const known = callers === 'known' && ca ? { ca, requestCert: true, rejectUnauthorized: true } : {};
  return { cert, key, minVersion: OLDEST, ...known };
}

export interface ClientTls {
  readonly minVersion?: typeof OLDEST;
  readonly ca?: Buffer;
  readonly cert?: Buffer;
  readonly key?: Buffer;
}

/** For undici's `connect`. Without an authority of our own, those of the system count, and nothing is shown. */
export function clientTls(files: TlsFiles): ClientTls {
  const { SCHAKEL_TLS_CA_FILE: ca } = files;
  const cert = files.SCHAKEL_TLS_CLIENT_CERT_FILE ?? files.SCHAKEL_TLS_CERT_FILE;
  const key = files.SCHAKEL_TLS_CLIENT_CERT_FILE ? files.SCHAKEL_TLS_CLIENT_KEY_FILE : files.SCHAKEL_TLS_KEY_FILE;
  return ca && cert && key ? { minVersion: OLDEST, ca, cert, key } : { minVersion: OLDEST };
}

/** For superRefine: half a pair, an authority to which we have nothing to show, or an address beside which an authority would protect nothing. */
export function checkTls(files: TlsFiles, addresses: readonly string[], fault: (setting: Names, message: string) => void): void {
  const pairs = [['SCHAKEL_TLS_CERT_FILE', 'SCHAKEL_TLS_KEY_FILE'], ['SCHAKEL_TLS_CLIENT_CERT_FILE', 'SCHAKEL_TLS_CLIENT_KEY_FILE']] as const;
  for (const [cert, key] of pairs) if ((files[cert] === undefined) !== (files[key] === undefined)) fault(files[cert] ? key : cert, 'is half of a pair');
  if (!files.SCHAKEL_TLS_CA_FILE) return;
  if (!files.SCHAKEL_TLS_CERT_FILE && !files.SCHAKEL_TLS_CLIENT_CERT_FILE) fault('SCHAKEL_TLS_CERT_FILE', 'is what others ask to see');
  if (addresses.some((address) => !address.startsWith('https://'))) fault('SCHAKEL_TLS_CA_FILE', 'protects nothing while an address of a service is not https');
}

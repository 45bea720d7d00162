/** A certificate authority of one test, made with the openssl command: right certificates, expired ones, and ones for another name. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

export interface CertificateFiles {
  readonly cert: string;
  readonly key: string;
}

export class TestAuthority {
  private made = 0;
  private constructor(private readonly dir: string) {}

  static create(): TestAuthority {
    const authority = new TestAuthority(mkdtempSync(join(tmpdir(), 'schakel-authority-')));
    authority.openssl('req', '-x509', ...KEY, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test authority', '-days', '2', '-addext', 'keyUsage=critical,keyCertSign');
    return authority;
  }

  get caFile(): string {
    return join(this.dir, 'ca.pem');
  }

  get ca(): Buffer {
    return readFileSync(this.caFile);
  }

  /** `days`: how long from now; negative for one that has expired. `names`: for which addresses. */
  issue({ days = 1, names = 'IP:127.0.0.1,DNS:localhost' }: { readonly days?: number; readonly names?: string } = {}): CertificateFiles {
    const name = `certificate-${(this.made += 1)}`;
    writeFileSync(join(this.dir, `${name}.ext`), `subjectAltName=${names}\n`);
    this.openssl('req', ...KEY, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`);
    this.openssl('x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', String(days), '-extfile', `${name}.ext`, '-out', `${name}.pem`);
    return { cert: join(this.dir, `${name}.pem`), key: join(this.dir, `${name}.key`) };
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  private openssl(...args: string[]): void {
    execFileSync('openssl', args, { cwd: this.dir, stdio: 'pipe' });
  }
}

/** As the settings hold them. */
export function tlsFiles(files: CertificateFiles | null, ca: TestAuthority | null): { SCHAKEL_TLS_CERT_FILE?: Buffer; SCHAKEL_TLS_KEY_FILE?: Buffer; SCHAKEL_TLS_CA_FILE?: Buffer } {
  return {
    ...(files ? { SCHAKEL_TLS_CERT_FILE: readFileSync(files.cert), SCHAKEL_TLS_KEY_FILE: readFileSync(files.key) } : {}),
    ...(ca ? { SCHAKEL_TLS_CA_FILE: ca.ca } : {}),
  };
}

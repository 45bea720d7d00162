/** The seal of an export: the joint service's own key over the hash of the whole content. JWS compact, ES256, kid = service name. */
import { CompactSign, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { canonicalJson, contentHash } from '#kernel/canonical.js';
import { openJws } from '../signing/open-jws.js';
import type { ExportContent } from './export-document.js';

const TYPE = 'agreement-export+jws';
const sealShape = z.strictObject({ agreement: z.string(), exportedAt: z.string(), sha256: z.string() });

type SigningKey = Parameters<CompactSign['sign']>[0];

/** The file: one canonical JSON text (RFC 8785) without an end of line. */
export async function sealed(content: ExportContent, key: SigningKey): Promise<string> {
  const seal = await new CompactSign(Buffer.from(canonicalJson(sealOf(content)))).setProtectedHeader({ alg: 'ES256', kid: content.by, typ: TYPE }).sign(key);
  return canonicalJson({ content, seal });
}

/** True when the service that the content names sealed exactly this content. */
export async function isSealed(content: ExportContent, seal: string, keys: JSONWebKeySet): Promise<boolean> {
  const opened = await openJws(seal, TYPE, keys);
  const parsed = sealShape.safeParse(opened?.content);
  return parsed.success && opened?.service === content.by && canonicalJson(parsed.data) === canonicalJson(sealOf(content));
}

function sealOf(content: ExportContent): z.infer<typeof sealShape> {
  return { agreement: content.agreement.id, exportedAt: content.exportedAt, sha256: contentHash(content) };
}

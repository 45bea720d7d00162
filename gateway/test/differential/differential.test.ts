/** The short form of the differential proof; the long one is `npm run test:engine`. */
import { describe, expect, it } from '@jest/globals';
import { runCampaign } from './campaign.js';
import { compiledGateway } from './compiled.js';

describe('the compiled engine', () => {
  it('gives the same data and the same places of errors as one schema over the same world, whatever fails', async () => {
    const { counts, findings } = await runCampaign({ seed: 20261122, count: 10, gateway: compiledGateway, strict: false, maxFindings: 1 });
    expect(findings.map(({ what, text }) => `${what}\n${text}`)).toEqual([]);
    expect(counts.uncomposed / counts.supergraphs).toBeLessThan(0.1);
    expect(counts.invalid / counts.documents).toBeLessThan(0.1);
    expect(counts.withFaults).toBeGreaterThan(20);
  }, 240_000);
});

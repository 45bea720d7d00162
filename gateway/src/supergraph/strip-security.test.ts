import { describe, expect, it } from '@jest/globals';
import { withoutSecurityMarks } from './strip-security.js';

const link = (feature: string, rest: string): string => `@link(url: "https://specs.apollo.dev/${feature}/v0.1"${rest})`;

describe('the planner copy of the supergraph', () => {
  it.each(['authenticated', 'requiresScopes', 'policy'])('is no longer marked as security for @%s', (feature) => {
    expect(withoutSecurityMarks(link(feature, ', for: SECURITY'))).toBe(link(feature, ''));
  });

  it('keeps the mark of a feature that we do not enforce, so that the gateway refuses to start on it', () => {
    const other = link('unknown', ', for: SECURITY');
    expect(withoutSecurityMarks(other)).toBe(other);
  });

  it('is marked no longer when the feature is imported under another name', () => {
    expect(withoutSecurityMarks(link('policy', ', import: [{name: "@policy", as: "@rule"}], for: SECURITY'))).toBe(link('policy', ', import: [{name: "@policy", as: "@rule"}]'));
  });
});

/** The form against the OTLP specification (opentelemetry-proto 1.x, JSON mapping): names in camelCase, ids hexadecimal, 64-bit numbers as texts. */
import { describe, expect, it } from '@jest/globals';
import { exportRequest, type ProcessingLine } from './otlp.js';
import { actionOf } from './operation-facts.js';

const line: ProcessingLine = {
  id: '7', trace_id: '0b1f3a527c0d4e9a8f112233445566ff', span_id: 'a1b2c3d4e5f60718', parent_span_id: null, status: 'Ok', name: 'query Dossier', start_ms: '1393804800123',
  end_ms: '1393804800124', processing_activity_id: 'https://register.example/wsw', data_subject_id: 'pseudonym', data_subject_id_type: 'type', foreign_processor: null,
};

describe('a line of the processing log as OTLP', () => {
  it('is a span with the attributes of Logboek dataverwerkingen', () => {
    expect(exportRequest({ 'service.name': 'sw-leiden' }, [line])).toEqual({
      resourceSpans: [{
        resource: { attributes: [{ key: 'service.name', value: { stringValue: 'sw-leiden' } }] },
        scopeSpans: [{
          scope: { name: 'schakel.processing-log' },
          spans: [{
            traceId: '0b1f3a527c0d4e9a8f112233445566ff', spanId: 'a1b2c3d4e5f60718', name: 'query Dossier', kind: 2,
            startTimeUnixNano: '1393804800123000000', endTimeUnixNano: '1393804800124000000', status: { code: 1 },
            attributes: [
              { key: 'dpl.core.processing_activity_id', value: { stringValue: 'https://register.example/wsw' } },
              { key: 'dpl.core.data_subject_id', value: { stringValue: 'pseudonym' } },
              { key: 'dpl.core.data_subject_id_type', value: { stringValue: 'type' } },
            ],
          }],
        }],
      }],
    });
  });

  it('names its parent, who asked from elsewhere, and what broke down', () => {
    const text = JSON.stringify(exportRequest({}, [{ ...line, parent_span_id: '00f067aa0ba902b7', foreign_processor: 'urn:oin:1', status: 'Error' }, { ...line, status: 'Unset' }]));
    expect(text).toContain('"parentSpanId":"00f067aa0ba902b7"');
    expect(text).toContain('{"key":"dpl.core.foreign_operation.processor","value":{"stringValue":"urn:oin:1"}}');
    expect([...text.matchAll(/"status":\{"code":(\d)\}/g)].map(([, code]) => code)).toEqual(['2', '0']);
  });
});

describe('what was done', () => {
  it('is the name that the client gave, without what the planner added', () => {
    expect(actionOf('query', 'Dossier__reintegration__0', 'ab'.repeat(32))).toBe('query Dossier');
    expect(actionOf('query', 'MyPlacements', 'ab'.repeat(32))).toBe('query MyPlacements');
  });

  it('is a hash where there is no name, or one that could be a number or a text', () => {
    for (const name of [null, '', 'Q990001271', 'bsn_990001271__benefits__1', 'x'.repeat(41), '__benefits__0']) expect(actionOf('mutation', name, 'ab'.repeat(32))).toBe('mutation sha256:abababababababab');
  });
});

import { describe, expect, it } from '@jest/globals';
import { formatId, isLocalPart, isUuid, parseId, typeName } from './ids.js';

describe('an id that carries its owner', () => {
  it('is read back as it was written', () => {
    const id = { owner: 'zoetermeer-rijswijk', kind: 'W', local: '1042' };
    expect(formatId(id)).toBe('zoetermeer-rijswijk:W:1042');
    expect(parseId(formatId(id))).toEqual(id);
  });

  it.each(['', 'leiden', 'leiden:W:', 'leiden:w:1', 'Leiden:W:1', 'leiden:W:1:2', ' leiden:W:1', 'leiden:W:1\n', '__proto__:W:1'])('is not read from %j', (text) => {
    expect(parseId(text)).toBeNull();
  });

  it.each(['1:2', '', ' 1', '-1', '1\n', "1'", 'é'])('is not written from the part %j, which can be known beforehand', (local) => {
    expect(isLocalPart(local)).toBe(false);
    expect(() => formatId({ owner: 'leiden', kind: 'W', local })).toThrow(TypeError);
  });

  it('is written from the part that may stand in it', () => {
    expect(['1042', 'W-10.4_2'].map(isLocalPart)).toEqual([true, true]);
  });

  it('names the concrete type of its owner', () => {
    expect(typeName('zoetermeer-rijswijk', 'SwCompany')).toBe('ZoetermeerRijswijkSwCompany');
  });

  it('is told apart from a random id', () => {
    expect(isUuid('3f2b8c1e-8f0a-4f0e-9a5e-0d1c2b3a4f5e')).toBe(true);
    expect(isUuid('leiden:W:1042')).toBe(false);
  });
});

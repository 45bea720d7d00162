import { describe, expect, it } from '@jest/globals';
import { SettingsError } from '#kernel/settings.js';
import { gatewayUrl, issuerUrl, postgresPort, readStackSettings } from './settings.js';

describe('the settings of the one-machine stack', () => {
  it('need nothing: port 4000, data in the repository, the date as it was', () => {
    const settings = readStackSettings({});
    expect(settings).toMatchObject({ host: '127.0.0.1', basePort: 4000, businessDate: undefined, fastDatabase: false, playground: 'on' });
    expect(settings.dataDir).toMatch(/[/\\]\.schakel$/);
  });

  it('derive every port from one', () => {
    const settings = readStackSettings({ SCHAKEL_PORT: '5000' });
    expect([gatewayUrl(settings), issuerUrl(settings), postgresPort(settings)]).toEqual(['http://127.0.0.1:5000', 'http://127.0.0.1:5001', 5032]);
  });

  it('take a relative data folder from where the user typed the command', () => {
    expect(readStackSettings({ SCHAKEL_DATA_DIR: 'mine', INIT_CWD: '/somewhere' }).dataDir).toBe('/somewhere/mine');
  });

  it('tell every fault at once', () => {
    const wrong = { SCHAKEL_PORT: '80', SCHAKEL_HOST: '0.0.0.0', SCHAKEL_BUSINESS_DATE: '2014-02-30', NODE_ENV: 'production', SCHAKEL_PG_FAST: 'perhaps' };
    expect(() => readStackSettings(wrong)).toThrow(SettingsError);
    try {
      readStackSettings(wrong);
    } catch (error) {
      const { faults } = error as SettingsError;
      expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual(Object.keys(wrong).sort());
    }
  });
});

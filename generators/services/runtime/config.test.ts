import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

describe('loadConfig', () => {
  it('reads addresses and fills in what is usual', () => {
    const config = loadConfig(
      { DB_URL: 'postgres://app:secret@db:5432/orders' },
      { DB_URL: undefined, API_URL: 'https://api.test' },
    );
    expect(config).toEqual({
      port: 8080,
      grpcPort: 50_051,
      host: '0.0.0.0',
      logLevel: 'info',
      urls: { DB_URL: 'postgres://app:secret@db:5432/orders', API_URL: 'https://api.test' },
    });
  });

  it('takes a collector of logs, if its address can be one', () => {
    expect(loadConfig({ LOG_SHIP_URL: 'tcp://logs-filebeat:5170' }, {}).logShipUrl).toBe(
      'tcp://logs-filebeat:5170',
    );
    expect(loadConfig({ LOG_SHIP_URL: '' }, {}).logShipUrl).toBeUndefined();
    for (const wrong of ['logs:5170', 'http://logs:5170', 'tcp://logs', 'tcp://logs:5170/path'])
      expect(() => loadConfig({ LOG_SHIP_URL: wrong }, {})).toThrow(/LOG_SHIP_URL/);
  });

  it('names every problem at once, and no value', () => {
    const load = () =>
      loadConfig(
        { PORT: '99999', LOG_LEVEL: 'loud', A_URL: 'pass word' },
        { A_URL: undefined, B_URL: undefined },
      );
    expect(load).toThrow(ConfigError);
    expect(load).toThrow(
      /4 problems[\s\S]*PORT[\s\S]*LOG_LEVEL[\s\S]*A_URL is no valid address[\s\S]*B_URL must be set/,
    );
    expect(load).not.toThrow(/pass word/);
  });
});

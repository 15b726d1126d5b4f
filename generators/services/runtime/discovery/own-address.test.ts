import { describe, expect, it } from 'vitest';
import { freePort } from '../../../../tests/system/free-port.ts';
import { replica } from '../../../../tests/system/registries/replica.ts';
import { ownAddress } from './own-address.ts';

describe("this machine's address", () => {
  it('is the one on the way to the registry', async () => {
    const registry = await replica({});
    expect(await ownAddress(`http://127.0.0.1:${registry.port}`)).toBe('127.0.0.1');
    await registry.close();
  });

  it('is not known while the registry is away', async () => {
    await expect(ownAddress(`http://127.0.0.1:${await freePort()}`)).rejects.toThrow(/ECONNREFUSED/);
  });
});

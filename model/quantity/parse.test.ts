import { describe, expect, it } from 'vitest';
import { byteSize, cpu, duration, percentage, rate } from '../schema/quantity.ts';
import { parseCpu, parseDuration, parsePercentage, parseRate, parseSize } from './parse.ts';

const meta = { title: 'T', description: 'D' };

describe('quantities', () => {
  it.each([
    [parseDuration, '300ms', 300],
    [parseDuration, '2s', 2000],
    [parseDuration, '1.5m', 90_000],
    [parseDuration, '1h', 3_600_000],
    [parseDuration, '50us', 0.05],
    [parseRate, '40/s', 40],
    [parseRate, '600/m', 10],
    [parseRate, '36/h', 0.01],
    [parseSize, '10Gi', 10 * 2 ** 30],
    [parseSize, '256Mi', 256 * 2 ** 20],
    [parseSize, '1Ki', 1024],
    [parseSize, '1Ti', 2 ** 40],
    [parseCpu, '250m', 0.25],
    [parseCpu, '2', 2],
    [parseCpu, '0.5', 0.5],
    [parsePercentage, '70%', 0.7],
    [parsePercentage, '100%', 1],
    [parsePercentage, '0.5%', 0.005],
  ] as const)('%o reads %s as %d', (read, text, value) => {
    expect(read(text)).toBeCloseTo(value, 10);
  });

  it.each([
    [parseDuration, duration(meta), ['3', '3 ms', '-1s', '1d', '', 'ms']],
    [parseRate, rate(meta), ['40', '40/d', '/s', '40 /s']],
    [parseSize, byteSize(meta), ['10', '10G', '10GiB', 'Gi']],
    [parseCpu, cpu(meta), ['m', '0.5m', '-1', 'two']],
    [parsePercentage, percentage(meta), ['101%', '70', '%', '-1%']],
  ] as const)('%o and its schema refuse the same', (read, schema, texts) => {
    for (const text of texts) {
      expect(read(text), text).toBeNaN();
      expect(schema.safeParse(text).success, text).toBe(false);
    }
  });
});

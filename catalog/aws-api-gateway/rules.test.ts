import { describe, expect, it } from 'vitest';
import { catalog } from '#catalog';
import { lint, parse } from '#model';

function codes(gateway: string, connection = ''): string[] {
  const text = `archwright: 1
name: s
components:
  edge: { kind: gateway, engine: aws-api-gateway, routes: { /a: a }, ${gateway} }
  a: { kind: service }
connections: [${connection}]
`;
  const parsed = parse(text, catalog.vocabulary);
  expect(parsed.problems).toEqual([]);
  return lint(parsed.document, catalog.vocabulary, parsed.locate)
    .map(({ code }) => code)
    .filter((code) => code.startsWith('lint/aws'));
}

describe('rules of AWS API Gateway', () => {
  it('know how long it waits', () => {
    expect(codes('timeout: 30s')).toEqual([]);
    expect(codes('timeout: 30s, api: rest')).toEqual(['lint/aws-api-gateway-timeout']);
    expect(codes('api: http', '{ from: edge, to: a, timeout: 1m }')).toEqual([
      'lint/aws-api-gateway-timeout',
    ]);
  });

  it('know how much it takes', () => {
    expect(codes('body-limit: 10Mi')).toEqual([]);
    expect(codes('body-limit: 11Mi')).toEqual(['lint/aws-api-gateway-payload']);
  });

  it('know who it can ask for what', () => {
    expect(codes('auth: key')).toEqual(['lint/aws-api-gateway-auth']);
    expect(codes('auth: key, api: rest')).toEqual([]);
    expect(codes('auth: jwt')).toEqual(['lint/aws-api-gateway-auth']);
    expect(codes('auth: jwt, issuer: "https://login.example.com", audience: [shop]')).toEqual([]);
  });
});

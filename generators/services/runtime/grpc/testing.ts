import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ServiceContract } from '../contract.ts';
import { validatorOf } from '../schema.ts';
import { sample } from '../testing/sample.ts';
import { definitionOf } from './definition.ts';

/** Tests that the `.proto` file carries whatever the contract allows: every value comes out as it went in. */
export function testGrpcContract(contract: ServiceContract): void {
  for (const [name, { method, operation, request, response }] of definitionOf(contract).rpcs) {
    test(`${name} travels in gRPC`, () => {
      const input = sample(operation.input);
      const received = method.requestDeserialize(method.requestSerialize(request.encode(input) as object));
      assert.deepEqual(request.decode(received), input);
      if (operation.output === undefined) return;
      const output = sample(operation.output);
      const answer = method.responseDeserialize(method.responseSerialize(response.encode(output) as object));
      assert.deepEqual(response.decode(answer), output);
      assert.deepEqual(validatorOf(operation.output)(response.decode(answer)), []);
    });
  }
}

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { GRPC_SYSTEM } from '../../generators/services/testing/grpc.ts';
import { Workspace } from '../../generators/services/testing/workspace.ts';
import { documentFrom } from '../../generators/testing/documents.ts';
import { findProgram } from './server.ts';

const program = findProgram('protoc');

test.skipIf(program === undefined)("protobuf's own compiler takes what is generated for gRPC", () => {
  const workspace = new Workspace(documentFrom(GRPC_SYSTEM));
  onTestFinished(() => workspace.remove());
  const folder = join(workspace.folder, 'services/contracts/proto');
  const files = globSync('*.proto', { cwd: folder });
  assert.deepEqual(files.toSorted(), ['charge-request.proto', 'orders.proto']);
  const output = join(workspace.folder, 'descriptors');
  execFileSync(program ?? '', [`--proto_path=${folder}`, `--descriptor_set_out=${output}`, ...files]);
});

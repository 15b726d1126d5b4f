import type { LintRule } from '#model';
import { isExisting } from './port.ts';

/** Generated code that is to speak gRPC to software of which no `.proto` file is at hand. */
export const grpcWithoutContract: LintRule = {
  id: 'grpc-without-contract',
  title: 'gRPC to existing software',
  severity: 'warning',
  explanation:
    'What existing software understands in gRPC stands in its .proto file, which the drawing does not hold. Generated services can therefore not call it: their calls fail until a client made from that file takes the place of the generated one. Over REST each call is sent as a POST to the path of its name, which can at least be tried.',
  source: 'gRPC documentation, "Introduction to gRPC", section "Working with Protocol Buffers" (2024)',
  check({ document }) {
    return document.connections.flatMap(({ from, to, protocol }, index) => {
      const caller = document.components[from];
      const callee = document.components[to];
      const generated = (caller?.kind === 'service' || caller?.kind === 'job') && !isExisting(caller);
      if (protocol !== 'grpc' || !generated || callee?.kind !== 'service' || !isExisting(callee)) return [];
      const path = ['connections', index, 'protocol'];
      return [
        {
          path,
          message: `what "${to}" understands in gRPC is not known to the generated "${from}"`,
          hint: `replace the client of ${to} in the program of ${from}, or call it over REST`,
          fixes: [{ title: 'Call it over REST', edits: [{ type: 'set' as const, path, value: undefined }] }],
        },
      ];
    });
  },
};

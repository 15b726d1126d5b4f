/** A system whose components have the names of what generated code imports, of globals and of its own variables. */
export const AMBIGUOUS_NAMES = `
archwright: 1
name: node
components:
  unit: { kind: service, operations: { run: { http: POST /run, input: { config: string }, output: { unit: string }, calls: [config.load-config, table.write cache, cache.set publisher by config, publisher.publish topic] } } }
  config: { kind: service, operations: { load-config: { input: { config: string }, output: { config: string }, calls: [database-resource.read table, cache.get publisher by config] } } }
  service-contract: { kind: service, operations: { service-contract: { consumes: publisher topic, calls: [external.promise, table.read cache] } } }
  promise: { kind: service, operations: { string: { output: { id: id }, calls: [unit.run, cache.delete publisher by id] }, get: { http: GET /, output: [{ config: string }], calls: [table.read cache] } } }
  runtime: { kind: service, operations: { module: { input: { process: string }, output: { process: string }, calls: [promise.get] } } }
  contracts: { kind: service, operations: { void: {}, answer: { output: { answer: string } }, assert: { output: { queue: number } } } }
  table: { kind: database, engine: postgres, storage: 1Gi, tables: { cache: { key: id, columns: { id: id, config: string, unit: string } } } }
  database-resource: { kind: database, engine: postgres, storage: 1Gi, tables: { table: { key: config, columns: { config: string } }, row: { key: id, columns: { id: id } } } }
  cache: { kind: cache, engine: redis }
  publisher: { kind: queue, engine: rabbitmq, topics: { topic: { payload: { config: string } } } }
  external: { kind: external, url: "https://example.com" }
layouts:
  one: { units: { unit: [unit, config, service-contract, promise, runtime, contracts] } }
`;

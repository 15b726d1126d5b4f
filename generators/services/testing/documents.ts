/** A system that uses everything that calls can say, with names that are words of the language. */
export const EVERYTHING = `
archwright: 1
name: everything
components:
  class:
    kind: service
    description: "*/ it's \`\${odd}\` */"
    operations:
      delete:
        description: "Ends a comment */ here"
        http: DELETE /things/{id}
        input: { id: id }
        calls: [store.delete things]
      new:
        http: POST /things
        input: { name: string, tags: "string[]", size: { width: integer, parts: [{ weight: number }] }, when: timestamp, on: boolean }
        output: { id: id, name: string, unheard: number, when: timestamp, tags: "string[]", size: { width: integer, parts: [{ weight: number }] } }
        calls:
          - store.write things
          - 10% a-1.import
          - 3x a1.import
          - all: [a-1.get-list, a1.import, { 50%: store.read things }, 2x a-1.import]
          - hot.set thing by name
          - { 20%: { all: [bank.charge, old.do-it] } }
          - news.publish thing.made
          - news.publish nothing-said
      function:
        http: GET /things/{id}
        input: { id: id }
        output: { id: id, name: string, on: boolean, note: string }
        calls:
          - { cached: hot, key: id, ttl: 1m, calls: [store.read things] }
      list:
        http: GET /things
        input: { on: boolean }
        output: [{ id: id, note: string, count: integer }]
        calls: [store.read things]
      count-up:
        http: PATCH /things/{id}
        input: { id: id, step: integer }
        output: { id: id, count: integer }
        calls: [store.add things.count by step, store.subtract things.count by step]
      annotate: { input: { id: id, note: string }, calls: [store.write things, twin.write things] }
      read-back:
        http: GET /back/{name}
        output: { name: string, width: number }
        calls: [hot.get thing by name, class.function]
  a-1:
    kind: service
    operations:
      import: { input: { name: string }, output: { count: integer } }
      get-list: { http: GET /list, output: [{ id: id, note: string }], calls: [store.read things] }
      insist: { input: { id: id }, output: { ok: boolean }, calls: [class.function, need.take] }
      on-thing: { consumes: news thing.made, input: { id: id, name: string }, calls: [store.write things] }
      on-thing-too: { consumes: news thing.made, calls: [kept.write] }
      on-anything: { consumes: news nothing-said }
  a1:
    kind: service
    operations:
      import: { http: POST /list, input: { name: string }, output: { id: id }, calls: [a-1.import] }
  need:
    kind: service
    operations:
      take: { input: { note: string, on: boolean }, calls: [round.about] }
  round:
    kind: service
    operations:
      about: { output: { note: string, n: integer }, calls: [trip.about] }
  trip:
    kind: service
    operations:
      about: { output: { note: string, n: integer }, calls: ["10% round.about"] }
  empty: { kind: service }
  nightly: { kind: job, schedule: "0 2 * * 1-5", work: 3ms, calls: [store.read things, a-1.get-list, 10% news.publish nothing-said] }
  foreign: { kind: job, image: acme/job:1 }
  album:
    kind: service
    operations:
      keep: { http: "PUT /pictures/{id}", input: { id: id, name: string, content: string }, output: { id: id, size: integer }, calls: [media.put pictures by id] }
      show: { http: "GET /pictures/{id}", output: { id: id, contentType: string }, calls: [media.get pictures by id] }
      drop: { http: "DELETE /pictures/{id}", calls: [media.delete pictures by id, 5% media.put old-ones by id] }
  media: { kind: storage, engine: minio, buckets: [pictures, old-ones] }
  old: { kind: service, image: acme/old:1 }
  bank: { kind: external, url: "https://bank.example.com/api?x='y'" }
  store:
    kind: database
    engine: postgres
    tables:
      things:
        key: id
        columns:
          id: id
          name: string
          on: { type: boolean, default: false }
          note: string
          count: { type: integer, default: 1000 }
          when: { type: timestamp, default: now }
        rows: [{ id: one, name: "it's; --" }]
      numbered: { key: number, columns: { number: integer, productId: id, product_id: id } }
  kept: { kind: database, engine: postgres }
  twin: { kind: database, engine: postgres, tables: { things: { key: id, columns: { id: id, note: string } } } }
  hot: { kind: cache, engine: redis }
  news:
    kind: queue
    engine: rabbitmq
    topics:
      thing.made: { payload: { id: id, name: string } }
      nothing-said: {}
layouts:
  one: { units: { app: [class, a-1, a1, need, round, trip, empty] } }
`;

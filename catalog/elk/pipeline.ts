import { BEATS_PORT, DATA_STREAM, ELASTIC_PORT, USERS } from './names.ts';

/** Variable in which Logstash is given its password. */
export const WRITER_PASSWORD = 'ELASTICSEARCH_PASSWORD';
/** Paths of probes: of no interest but in their thousands. */
const PROBES = ['/healthz', '/readyz', '/metrics'];

/**
 * What has to go from text that people wrote into a log by mistake. `\x22` and `\x27` are the quotation marks, which
 * Logstash's own quoting has no place for.
 */
const SECRETS = [
  { pattern: String.raw`(?i)\b(bearer|basic)\s+[\w+/.~=-]{8,}`, replacement: String.raw`\1 [redacted]` },
  {
    pattern: String.raw`(?i)\b(password|passwd|secret|token|api[-_]?key)(\x22?\s*[:=]\s*)[^\s,;&]+`,
    replacement: String.raw`\1\2[redacted]`,
  },
  { pattern: String.raw`(\w+://[^/\s:@]+):[^/\s@]+@`, replacement: String.raw`\1:[redacted]@` },
];

/** Fields of a line, and where the Elastic Common Schema (https://www.elastic.co/guide/en/ecs/current/) has them. */
const ECS = {
  level: '[log][level]',
  service: '[service][name]',
  unit: '[labels][unit]',
  trace_id: '[trace][id]',
  span_id: '[span][id]',
  requestId: '[http][request][id]',
} as const;

/**
 * Logstash's pipeline: reads each line as JSON, gives its fields the names that everybody knows, drops what probes
 * left, takes out secrets, and writes to one data stream. What is no JSON is kept as it is, with a tag.
 *
 * @param host where Elasticsearch answers
 */
export function logstashPipeline(host: string): string {
  const { type, dataset, namespace } = DATA_STREAM;
  const renamed = Object.entries(ECS).map(([from, to]) => `"[line][${from}]" => "${to}"`);
  return `input {
  beats {
    port => ${BEATS_PORT}
  }
}

filter {
  json {
    source => "message"
    target => "line"
    tag_on_failure => ["not_json"]
  }
  if [line] {
    if [line][req][url] in [${PROBES.map((path) => `"${path}"`).join(', ')}] {
      drop { }
    }
    date {
      match => ["[line][time]", "ISO8601"]
      tag_on_failure => ["no_time"]
    }
    if [line][msg] {
      mutate {
        replace => { "message" => "%{[line][msg]}" }
      }
    }
    mutate {
      rename => {
        ${[
          ...renamed,
          '"[line][err][type]" => "[error][type]"',
          '"[line][err][message]" => "[error][message]"',
          '"[line][err][stack]" => "[error][stack_trace]"',
        ].join('\n        ')}
      }
    }
    if ![service][name] {
      mutate {
        copy => { "[labels][unit]" => "[service][name]" }
      }
    }
    mutate {
      remove_field => [
        "[line][msg]",
        "[line][time]",
        "[line][req][headers][authorization]",
        "[line][req][headers][cookie]"
      ]
    }
    mutate {
      rename => { "line" => "details" }
    }
  }
  mutate {
    gsub => [
${['message', '[error][message]']
  .flatMap((field) =>
    SECRETS.map(({ pattern, replacement }) => `      "${field}", '${pattern}', '${replacement}'`),
  )
  .join(',\n')}
    ]
  }
  mutate {
    remove_field => ["agent", "input", "ecs", "host", "[event][original]", "[log][source]"]
  }
}

output {
  elasticsearch {
    hosts => ["http://${host}:${ELASTIC_PORT}"]
    user => "${USERS.logstash.name}"
    password => "\${${WRITER_PASSWORD}}"
    data_stream => true
    data_stream_type => "${type}"
    data_stream_dataset => "${dataset}"
    data_stream_namespace => "${namespace}"
  }
}
`;
}

import { INDEX_PATTERN } from './names.ts';

const DATA_VIEW = 'service-logs';
const COLUMNS = ['log.level', 'service.name', 'message', 'trace.id'];

/** Searches that people begin with, in Kibana's query language. */
const SEARCHES = {
  'service-errors': {
    title: 'Errors of services',
    description: 'What failed, the latest first. Click a trace.id to see what belonged to it.',
    query: 'log.level : ("error" or "fatal")',
  },
  'service-warnings': {
    title: 'Warnings of services',
    description: 'What mended itself, or is about to need somebody.',
    query: 'log.level : "warn"',
  },
  'service-dead-letters': {
    title: 'Dead letters',
    description: 'Messages that were given up.',
    query: 'message : "dead letters"',
  },
  'service-unreadable': {
    title: 'Lines that are no JSON',
    description: 'What a service wrote past its log: crashes of the runtime, mostly.',
    query: 'tags : "not_json"',
  },
} as const;

/**
 * A data view and saved searches, as Kibana exports and imports them: one JSON object a line.
 * https://www.elastic.co/guide/en/kibana/8.19/saved-objects-api-import.html
 */
export function savedObjects(): string {
  const view = {
    type: 'index-pattern',
    id: DATA_VIEW,
    attributes: { name: 'Logs of services', title: INDEX_PATTERN, timeFieldName: '@timestamp' },
    references: [],
  };
  const searches = Object.entries(SEARCHES).map(([id, { title, description, query }]) => ({
    type: 'search',
    id,
    attributes: {
      title,
      description,
      columns: COLUMNS,
      sort: [['@timestamp', 'desc']],
      grid: {},
      hideChart: false,
      kibanaSavedObjectMeta: {
        searchSourceJSON: JSON.stringify({
          query: { language: 'kuery', query },
          filter: [],
          indexRefName: 'kibanaSavedObjectMeta.searchSourceJSON.index',
        }),
      },
    },
    references: [
      { type: 'index-pattern', id: DATA_VIEW, name: 'kibanaSavedObjectMeta.searchSourceJSON.index' },
    ],
  }));
  return [view, ...searches].map((object) => `${JSON.stringify(object)}\n`).join('');
}

import { randomUUID } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import { savedObjects } from '../../catalog/elk/saved-objects.ts';
import { indexTemplate, lifecyclePolicy } from '../../catalog/elk/storage-files.ts';
import { createLog } from '../../generators/services/runtime/log.ts';
import { LogShipping } from '../../generators/services/runtime/log-shipping.ts';
import { eventually } from '../system/eventually.ts';
import { apiOf } from './api.ts';
import { fromEnvironment } from './environment.ts';

/** `http://admin:PASSWORD@HOST:9200` */
const elasticsearch = fromEnvironment('ELASTICSEARCH_URL');
/** `http://admin:PASSWORD@HOST:5601` */
const kibana = fromEnvironment('KIBANA_URL');
/** `tcp://HOST:5170`: Filebeat of a stack whose Elasticsearch is the one above. */
const filebeat = fromEnvironment('LOG_SHIP_URL');

interface Found {
  hits: { hits: { _source: Record<string, unknown> }[] };
}

describe.skipIf(elasticsearch === undefined)('Elasticsearch', () => {
  const api = apiOf(elasticsearch ?? 'http://none');

  test('takes policy and template, and finds a line by what the template knows', async () => {
    await api('PUT', '/_ilm/policy/services', lifecyclePolicy({ kind: 'monitoring' }));
    await api('PUT', '/_index_template/services', indexTemplate());
    const stream = `logs-service-${randomUUID()}`;
    onTestFinished(async () => void (await api('DELETE', `/_data_stream/${stream}`)));
    await api('POST', `/${stream}/_doc?refresh=true`, {
      '@timestamp': new Date().toISOString(),
      message: 'request failed',
      log: { level: 'error' },
      trace: { id: '4bf92f35' },
      details: { anything: { goes: 7 } },
    });
    const query = {
      bool: { filter: [{ term: { 'log.level': 'error' } }, { term: { 'details.anything.goes': '7' } }] },
    };
    const { hits } = (await api('POST', `/${stream}/_search`, { query })) as Found;
    expect(hits.hits).toHaveLength(1);
  });

  test.skipIf(filebeat === undefined)(
    'gets what a service ships, named as everybody names it, without secrets',
    async () => {
      const shipping = new LogShipping(filebeat ?? 'tcp://none:1', { local: { write: () => undefined } });
      onTestFinished(() => shipping.close());
      const mark = randomUUID();
      createLog('live-test', 'info', shipping).error(
        { service: 'orders', trace_id: mark, err: new Error('broken') },
        'login with password=hunter2 failed',
      );
      const line = await eventually('the line arrives', async () => {
        const found = (await api('POST', '/logs-service-*/_search', {
          query: { term: { 'trace.id': mark } },
        })) as Found;
        const [hit] = found.hits.hits;
        if (hit === undefined) throw new Error('not there yet');
        return hit._source;
      });
      expect(line).toMatchObject({
        message: 'login with password=[redacted] failed',
        log: { level: 'error' },
        service: { name: 'orders' },
        labels: { unit: 'live-test' },
        error: { message: 'broken' },
      });
    },
  );
});

describe.skipIf(kibana === undefined)('Kibana', () => {
  test('imports the data view and the searches', async () => {
    const form = new FormData();
    form.set('file', new Blob([savedObjects()]), 'saved-objects.ndjson');
    const answer = await apiOf(kibana ?? '')('POST', '/api/saved_objects/_import?overwrite=true', form, {
      'kbn-xsrf': 'true',
    });
    expect(answer).toMatchObject({ success: true, successCount: savedObjects().trim().split('\n').length });
  });
});

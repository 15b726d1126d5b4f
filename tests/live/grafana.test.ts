import { describe, expect, onTestFinished, test } from 'vitest';
import { documentFrom, filesOf } from '../../generators/testing/documents.ts';
import { apiOf } from './api.ts';
import { fromEnvironment } from './environment.ts';

/** `http://admin:PASSWORD@HOST:3000` */
const address = fromEnvironment('GRAFANA_URL');
const files = filesOf(
  documentFrom(`
archwright: 1
name: live-test
components:
  live-orders:
    kind: service
    operations:
      create: { http: POST /orders, calls: [db.write orders, events.publish placed] }
      on-paid: { consumes: events paid }
  db: { kind: database, tables: { orders: { key: id, columns: { id: id } } } }
  events: { kind: queue, topics: { placed: {}, paid: {} } }
  dashboards: { kind: monitoring, engine: grafana }
`),
  ['monitoring'],
);

interface Board {
  uid: string;
  panels: unknown[];
}

describe.skipIf(address === undefined)('Grafana', () => {
  const boards = [...files].flatMap(([path, { content }]) =>
    path.endsWith('.json') ? [[path.split('/').at(-1) ?? '', JSON.parse(content) as Board] as const] : [],
  );

  test.each(boards)('takes the dashboard %s and gives it back whole', async (_, board) => {
    const grafana = apiOf(address ?? '');
    const uid = `test${board.uid}`;
    await grafana('POST', '/api/dashboards/db', { dashboard: { ...board, uid }, overwrite: true });
    onTestFinished(async () => void (await grafana('DELETE', `/api/dashboards/uid/${uid}`)));
    const { dashboard } = (await grafana('GET', `/api/dashboards/uid/${uid}`)) as { dashboard: Board };
    expect(dashboard.panels).toHaveLength(board.panels.length);
  });
});

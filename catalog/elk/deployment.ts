import type { Ambient, PlanContext } from '../container.ts';
import type { Companion, EntryDeployment } from '../entry.ts';
import { elasticsearch } from './elasticsearch.ts';
import type { ElkComponent } from './fields.ts';
import { filebeat } from './filebeat.ts';
import { elk } from './index.ts';
import { kibana } from './kibana.ts';
import { logstash } from './logstash.ts';
import { LOG_PORT } from './names.ts';

/** Elasticsearch bears the component's name; the others stand around it. */
export const elkDeployment: EntryDeployment<ElkComponent> = {
  entry: elk,
  plan: elasticsearch,
  companions,
  ambient,
};

function companions(component: ElkComponent, context: PlanContext): Companion[] {
  return [
    { suffix: 'filebeat', container: filebeat(component, context) },
    { suffix: 'logstash', container: logstash(component, context) },
    { suffix: 'kibana', container: kibana(component, context) },
  ];
}

/** Services send their lines to Filebeat, and go on without it. */
function ambient(_component: ElkComponent, context: PlanContext): Ambient {
  const unit = context.companion('filebeat');
  return {
    environment: { LOG_SHIP_URL: `tcp://${unit}:${LOG_PORT}` },
    reaches: [{ unit, port: LOG_PORT, protocol: 'tcp', startup: false }],
  };
}

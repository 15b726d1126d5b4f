import type { PlanContext, PlannedContainer } from '../container.ts';
import { gatewayRoutes } from '../gateway-routes.ts';
import { plan as planNginx } from '../nginx/plan.ts';
import { toYaml } from '../yaml.ts';
import { type AwsApiGatewayComponent, DEFAULT_TIMEOUT, DEFAULT_VERSION } from './fields.ts';
import { openapi } from './openapi.ts';
import { apiOperations } from './operations.ts';
import type { References } from './rest.ts';
import { TEMPLATE_REFERENCES, template } from './template.ts';

const HEADER = ['Written by Archwright from the document: change it there.'];

/** References in a file by itself, to be replaced by hand or by `envsubst`. */
const NAMED: References = {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: names for whoever imports the file
  vpcLink: '${VpcLink}',
  listener: '${ListenerArn}',
  backend: (path) => `http://\${BackendHost}${path}`,
  userPool: '${UserPoolArn}',
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: names for whoever imports the file
};

/**
 * What AWS runs is described by two files. What runs here is the router that the VPC link leads to: nginx, by which
 * the system also works where there is no AWS. It answers browsers and limits as the API does, but judges no tokens.
 */
export function plan(component: AwsApiGatewayComponent, context: PlanContext): PlannedContainer {
  const { name, document } = context;
  const operations = apiOperations(gatewayRoutes(component, context), document);
  const apiWith = (references: References) => openapi(component, operations, document, references);
  const container = planNginx(
    {
      ...component,
      engine: 'nginx',
      version: component.version ?? DEFAULT_VERSION,
      timeout: component.timeout ?? DEFAULT_TIMEOUT,
      // Throttling is of all clients together, and AWS does it: the router sees but one client, the load balancer.
      'rate-limit': undefined,
    },
    context,
  );
  return {
    ...container,
    unmounted: [
      { path: `gateways/${name}/openapi.yaml`, content: toYaml(apiWith(NAMED), HEADER) },
      {
        path: `gateways/${name}/template.yaml`,
        content: toYaml(template(name, component, apiWith(TEMPLATE_REFERENCES)), HEADER),
      },
    ],
  };
}

import { type LintFinding, type LintRule, type Path, parseDuration, parseSize } from '#model';
import { type AwsApiGatewayComponent, MOST_BODY, MOST_MS } from './fields.ts';

const QUOTAS =
  'AWS, Amazon API Gateway Developer Guide, "Quotas and important notes", https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html';
const AUTHORIZERS =
  'AWS, Amazon API Gateway Developer Guide, "Choose between REST APIs and HTTP APIs", https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html';

/** Waiting longer than AWS does. */
const timeout: LintRule = {
  id: 'aws-api-gateway-timeout',
  title: 'Longer than API Gateway waits',
  severity: 'warning',
  explanation:
    'API Gateway gives up after 30 seconds (HTTP API) or 29 seconds (REST API) and answers 504, whatever is asked for; the service goes on working for nobody.',
  source: QUOTAS,
  check: ({ document }) =>
    gateways(document.components).flatMap(([name, component]) => {
      const most = MOST_MS[component.api ?? 'http'];
      const places: [Path, string | undefined][] = [
        [['components', name, 'timeout'], component.timeout],
        ...document.connections.map(({ from, timeout: wanted }, index): [Path, string | undefined] => [
          ['connections', index, 'timeout'],
          from === name ? wanted : undefined,
        ]),
      ];
      return places.flatMap(([path, wanted]): LintFinding[] =>
        wanted === undefined || parseDuration(wanted) <= most
          ? []
          : [
              {
                path,
                message: `API Gateway waits ${most / 1000} seconds at most, not ${wanted}`,
                hint: 'answer at once and let the work be done by messages, or wait less',
                fixes: [
                  {
                    title: `Change to ${most / 1000}s`,
                    edits: [{ type: 'set', path, value: `${most / 1000}s` }],
                  },
                ],
              },
            ],
      );
    }),
};

/** Bodies larger than AWS takes. */
const payload: LintRule = {
  id: 'aws-api-gateway-payload',
  title: 'Larger than API Gateway takes',
  severity: 'warning',
  explanation:
    'API Gateway takes request bodies of 10 MB at most, and the limit cannot be raised: larger ones are refused before they reach any service.',
  source: QUOTAS,
  check: ({ document }) =>
    gateways(document.components).flatMap(([name, component]): LintFinding[] => {
      const limit = component['body-limit'];
      const path = ['components', name, 'body-limit'];
      return limit === undefined || parseSize(limit) <= MOST_BODY
        ? []
        : [
            {
              path,
              message: `API Gateway takes bodies of 10 MB at most, not ${limit}`,
              hint: 'let clients put large files into object storage by a signed address',
              fixes: [{ title: 'Change to 10Mi', edits: [{ type: 'set', path, value: '10Mi' }] }],
            },
          ];
    }),
};

/** Authentication that the kind of API does not have. */
const auth: LintRule = {
  id: 'aws-api-gateway-auth',
  title: 'Authentication that this API cannot do',
  severity: 'error',
  explanation:
    'HTTP APIs know tokens of any issuer but no API keys; a token needs an issuer and an audience to be judged by. REST APIs know API keys, and tokens of Cognito user pools.',
  source: AUTHORIZERS,
  check: ({ document }) =>
    gateways(document.components).flatMap(([name, { api = 'http', auth: wanted, issuer, audience = [] }]) => {
      const path = ['components', name, 'auth'];
      if (api !== 'http') return [];
      if (wanted === 'key') {
        const edits = [{ type: 'set' as const, path: ['components', name, 'api'], value: 'rest' }];
        return [
          {
            path,
            message: 'an HTTP API has no API keys',
            hint: 'choose api: rest, or auth: jwt',
            fixes: [{ title: 'Make it a REST API', edits }],
          },
        ];
      }
      return wanted === 'jwt' && (issuer === undefined || audience.length === 0)
        ? [
            {
              path,
              message: 'tokens need an issuer and an audience to be judged by',
              hint: 'add issuer and audience',
            },
          ]
        : [];
    }),
};

export const rules: readonly LintRule[] = [timeout, payload, auth];

function gateways(
  components: Parameters<LintRule['check']>[0]['document']['components'],
): (readonly [string, AwsApiGatewayComponent])[] {
  return Object.entries(components).flatMap(([name, component]) =>
    component.kind === 'gateway' && component.engine === 'aws-api-gateway'
      ? [[name, component] as const]
      : [],
  );
}

import { parseRate } from '#model';
import type { AwsApiGatewayComponent } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import type { References } from './rest.ts';

const ref = (name: string) => ({ Ref: name });
const attribute = (name: string, part: string) => ({ 'Fn::GetAtt': [name, part] });
/** Fields of the access log; one JSON object a line. */
const LOG_FORMAT = JSON.stringify({
  time: '$context.requestTime',
  requestId: '$context.requestId',
  client: '$context.identity.sourceIp',
  method: '$context.httpMethod',
  path: '$context.path',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
});

/** References as CloudFormation resolves them. */
export const TEMPLATE_REFERENCES: References = {
  vpcLink: ref('VpcLink'),
  listener: ref('ListenerArn'),
  backend: (path) => ({ 'Fn::Sub': [`http://\${Host}${path}`, { Host: ref('BackendHost') }] }),
  userPool: ref('UserPoolArn'),
};

/**
 * A CloudFormation template with the API, its stage and its way into the VPC:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/.
 *
 * @param body the API as OpenAPI, with `TEMPLATE_REFERENCES`
 */
export function template(name: string, component: AwsApiGatewayComponent, body: object): object {
  const rest = component.api === 'rest';
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `API Gateway ${name}, in front of the load balancer of the cluster.`,
    Parameters: parametersOf(component),
    Resources: rest ? restResources(name, component, body) : httpResources(name, component, body),
    Outputs: { Endpoint: { Description: 'Address of the API.', Value: endpoint(rest) } },
  };
}

function endpoint(rest: boolean): unknown {
  return rest
    ? { 'Fn::Sub': `https://\${Api}.execute-api.\${AWS::Region}.\${AWS::URLSuffix}/live` }
    : attribute('Api', 'ApiEndpoint');
}

function parametersOf({ api = 'http', auth }: AwsApiGatewayComponent): object {
  if (api === 'http')
    return {
      Subnets: {
        Type: 'List<AWS::EC2::Subnet::Id>',
        Description: 'Private subnets that the VPC link has its interfaces in.',
      },
      SecurityGroups: {
        Type: 'List<AWS::EC2::SecurityGroup::Id>',
        Description: 'Security groups of the VPC link; the load balancer has to let them in.',
      },
      ListenerArn: {
        Type: 'String',
        Description: 'Listener of the internal load balancer in front of the gateway in the cluster.',
        AllowedPattern: '^arn:[^:]+:elasticloadbalancing:.+:listener/.+$',
      },
    };
  return {
    LoadBalancerArn: {
      Type: 'String',
      Description: 'Internal network load balancer in front of the gateway in the cluster.',
      AllowedPattern: '^arn:[^:]+:elasticloadbalancing:.+:loadbalancer/net/.+$',
    },
    BackendHost: {
      Type: 'String',
      Description: 'DNS name of that load balancer, with its port where it is not 80.',
    },
    ...(auth === 'jwt'
      ? { UserPoolArn: { Type: 'String', Description: 'Cognito user pool whose tokens are taken.' } }
      : {}),
  };
}

function httpResources(name: string, component: AwsApiGatewayComponent, body: object): object {
  return {
    VpcLink: {
      Type: 'AWS::ApiGatewayV2::VpcLink',
      Properties: { Name: name, SubnetIds: ref('Subnets'), SecurityGroupIds: ref('SecurityGroups') },
    },
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Body: body } },
    AccessLog: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30 } },
    Stage: {
      Type: 'AWS::ApiGatewayV2::Stage',
      Properties: {
        ApiId: ref('Api'),
        StageName: '$default',
        AutoDeploy: true,
        AccessLogSettings: { DestinationArn: attribute('AccessLog', 'Arn'), Format: LOG_FORMAT },
        DefaultRouteSettings: { DetailedMetricsEnabled: true, ...throttling(component) },
      },
    },
  };
}

function restResources(name: string, component: AwsApiGatewayComponent, body: object): object {
  // A deployment is a picture of the API: one that has changed needs another, under another name.
  const deployment = `Deployment${fingerprint(JSON.stringify(body))}`;
  return {
    VpcLink: {
      Type: 'AWS::ApiGateway::VpcLink',
      Properties: { Name: name, TargetArns: [ref('LoadBalancerArn')] },
    },
    Api: {
      Type: 'AWS::ApiGateway::RestApi',
      Properties: { Body: body, EndpointConfiguration: { Types: ['REGIONAL'] } },
    },
    [deployment]: { Type: 'AWS::ApiGateway::Deployment', Properties: { RestApiId: ref('Api') } },
    Stage: {
      Type: 'AWS::ApiGateway::Stage',
      Properties: {
        RestApiId: ref('Api'),
        DeploymentId: ref(deployment),
        StageName: 'live',
        TracingEnabled: true,
        MethodSettings: [
          { HttpMethod: '*', ResourcePath: '/*', MetricsEnabled: true, ...throttling(component) },
        ],
      },
    },
    ...(component.auth === 'key' ? keys(name) : {}),
  };
}

function keys(name: string): object {
  return {
    Key: {
      Type: 'AWS::ApiGateway::ApiKey',
      DependsOn: 'Stage',
      Properties: { Enabled: true, Description: `First key of ${name}.` },
    },
    UsagePlan: {
      Type: 'AWS::ApiGateway::UsagePlan',
      Properties: { ApiStages: [{ ApiId: ref('Api'), Stage: ref('Stage') }] },
    },
    UsagePlanKey: {
      Type: 'AWS::ApiGateway::UsagePlanKey',
      Properties: { KeyId: ref('Key'), KeyType: 'API_KEY', UsagePlanId: ref('UsagePlan') },
    },
  };
}

/** Of all clients together, as AWS counts; a burst of one second's worth. */
function throttling(component: AwsApiGatewayComponent): object {
  const limit = component['rate-limit'];
  if (limit === undefined) return {};
  const perSecond = parseRate(limit);
  return { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: Math.max(1, Math.ceil(perSecond)) };
}

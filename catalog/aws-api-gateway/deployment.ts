import type { EntryDeployment } from '../entry.ts';
import type { AwsApiGatewayComponent } from './fields.ts';
import { awsApiGateway } from './index.ts';
import { plan } from './plan.ts';

export const awsApiGatewayDeployment: EntryDeployment<AwsApiGatewayComponent> = {
  entry: awsApiGateway,
  plan,
};

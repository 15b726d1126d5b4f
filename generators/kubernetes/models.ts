/** The same for the Gateway API, whose kinds are no part of Kubernetes itself. */

/**
 * The client library's models, each from its own file: its index would drag Node's types into a layer that must not
 * have them. Types only, so that nothing of it is loaded.
 */
export type { V1ConfigMap } from '@kubernetes/client-node/dist/gen/models/V1ConfigMap.js';
export type { V1Container } from '@kubernetes/client-node/dist/gen/models/V1Container.js';
export type { V1ContainerPort } from '@kubernetes/client-node/dist/gen/models/V1ContainerPort.js';
export type { V1CronJob } from '@kubernetes/client-node/dist/gen/models/V1CronJob.js';
export type { V1Deployment } from '@kubernetes/client-node/dist/gen/models/V1Deployment.js';
export type { V1DeploymentSpec } from '@kubernetes/client-node/dist/gen/models/V1DeploymentSpec.js';
export type { V1EnvVar } from '@kubernetes/client-node/dist/gen/models/V1EnvVar.js';
export type { V1Ingress } from '@kubernetes/client-node/dist/gen/models/V1Ingress.js';
export type { V1LabelSelector } from '@kubernetes/client-node/dist/gen/models/V1LabelSelector.js';
export type { V1Namespace } from '@kubernetes/client-node/dist/gen/models/V1Namespace.js';
export type { V1NetworkPolicy } from '@kubernetes/client-node/dist/gen/models/V1NetworkPolicy.js';
export type { V1NetworkPolicyEgressRule } from '@kubernetes/client-node/dist/gen/models/V1NetworkPolicyEgressRule.js';
export type { V1NetworkPolicyIngressRule } from '@kubernetes/client-node/dist/gen/models/V1NetworkPolicyIngressRule.js';
export type { V1NetworkPolicyPeer } from '@kubernetes/client-node/dist/gen/models/V1NetworkPolicyPeer.js';
export type { V1PersistentVolumeClaim } from '@kubernetes/client-node/dist/gen/models/V1PersistentVolumeClaim.js';
export type { V1PodDisruptionBudget } from '@kubernetes/client-node/dist/gen/models/V1PodDisruptionBudget.js';
export type { V1PodSpec } from '@kubernetes/client-node/dist/gen/models/V1PodSpec.js';
export type { V1PodTemplateSpec } from '@kubernetes/client-node/dist/gen/models/V1PodTemplateSpec.js';
export type { V1Probe } from '@kubernetes/client-node/dist/gen/models/V1Probe.js';
export type { V1Service } from '@kubernetes/client-node/dist/gen/models/V1Service.js';
export type { V1ServiceAccount } from '@kubernetes/client-node/dist/gen/models/V1ServiceAccount.js';
export type { V1StatefulSet } from '@kubernetes/client-node/dist/gen/models/V1StatefulSet.js';
export type { V1Volume } from '@kubernetes/client-node/dist/gen/models/V1Volume.js';
export type { V1VolumeMount } from '@kubernetes/client-node/dist/gen/models/V1VolumeMount.js';
export type { V2HorizontalPodAutoscaler } from '@kubernetes/client-node/dist/gen/models/V2HorizontalPodAutoscaler.js';
export type { IGateway as GatewayV1 } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Gateway';
export type { IHTTPRoute as HttpRouteV1 } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/HTTPRoute';
export type { IIoK8sSigsGatewayApiApisV1Listener as ListenerV1 } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1/Listener';

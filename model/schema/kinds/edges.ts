import { z } from 'zod';
import { dnsLabel, percentage, rate } from '../quantity.ts';
import { commonFields, resources, scale } from './common.ts';

/** People or programs outside that start the journeys. */
export const clientFields = {
  ...commonFields,
  workload: z
    .strictObject({
      rate: rate({ title: 'Rate', description: 'Requests that arrive.', examples: ['40/s'] }),
      mix: z
        .record(
          z
            .string()
            .max(130)
            .regex(/^[a-z][-a-z0-9]*\.[a-z][-a-z0-9]*$/, {
              error: 'a service and an operation, such as orders.create-order',
            }),
          percentage({ title: 'Share', description: 'Share of the requests.' }),
        )
        .meta({ title: 'Mix', description: 'Which operations are asked for, and how often.', widget: 'mix' })
        .optional(),
    })
    .meta({
      title: 'Workload',
      description: 'The load that the clients put on the system.',
      section: 'Workload',
    })
    .optional(),
};

/** Name of an object in a cluster: a DNS subdomain (RFC 1123). */
const OBJECT_NAME = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** The entrance: routes path prefixes to services. */
export const gatewayFields = {
  ...commonFields,
  routes: z
    .record(
      z
        .string()
        .max(200)
        .regex(/^\/[A-Za-z0-9\-._~/]*$/, { error: 'a path prefix such as /orders' }),
      dnsLabel(),
    )
    .meta({
      title: 'Routes',
      description: 'Path prefix and the service that answers it.',
      widget: 'routes',
      section: 'Routes',
    })
    .optional(),
  expose: z
    .enum(['ingress', 'gateway-api', 'none'])
    .meta({
      title: 'Exposed by',
      description:
        'How people outside a Kubernetes cluster reach it: by an Ingress, by a Gateway and an HTTPRoute of the Gateway API, or not at all.',
      widget: 'choice',
      default: 'ingress',
      section: 'Kubernetes',
    })
    .optional(),
  'class-name': z
    .string()
    .max(253)
    .regex(OBJECT_NAME, { error: 'the name of an IngressClass or a GatewayClass, such as nginx' })
    .meta({
      title: 'Class',
      description:
        "IngressClass or GatewayClass that serves it. Where it is absent: the cluster's default IngressClass, or the GatewayClass nginx, since no GatewayClass is a default.",
      widget: 'text',
      section: 'Kubernetes',
      examples: ['nginx', 'istio'],
    })
    .optional(),
  'tls-secret': z
    .string()
    .max(253)
    .regex(OBJECT_NAME, { error: 'the name of a Secret, such as shop-tls' })
    .meta({
      title: 'TLS secret',
      description:
        'Secret of type kubernetes.io/tls with its certificate, made by cert-manager or by hand; plain HTTP where it is absent.',
      widget: 'text',
      section: 'Kubernetes',
      examples: ['shop-tls'],
    })
    .optional(),
  scale: scale.optional(),
  resources: resources.optional(),
};

/** Somebody else's API: called, never deployed. */
export const externalFields = {
  ...commonFields,
  url: z
    .url({ protocol: /^https?$/, error: 'an http or https address such as https://api.example.com' })
    .max(2000)
    .meta({
      title: 'Address',
      description: 'Where it answers.',
      widget: 'text',
      section: 'General',
      examples: ['https://api.example.com'],
    })
    .optional(),
};

/** Tells services where the others are; all generated services of a layout use it. */
export const discoveryFields = { ...commonFields, resources: resources.optional() };

/** Watches the system. */
export const monitoringFields = { ...commonFields, resources: resources.optional() };

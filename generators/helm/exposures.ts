import {
  type ClusterPlan,
  type ClusterUnit,
  DEFAULT_GATEWAY_CLASS,
  type Exposure,
} from '../kubernetes/exposure.ts';
import { gatewayApiObjects } from '../kubernetes/gateways.ts';
import { ingressObject } from '../kubernetes/ingresses.ts';
import { block, section, sectionOfList, type Template, value } from './marks.ts';

const QUOTED = '. | quote';
const HOST = 'with $unit.expose.host';
const SECRET = 'with $unit.expose.tlsSecret';
const BY_INGRESS = 'if eq $unit.expose.by "ingress"';
const BY_GATEWAY = 'if eq $unit.expose.by "gateway-api"';
const BY_GATEWAY_WITH_TLS = 'if and (eq $unit.expose.by "gateway-api") $unit.expose.tlsSecret';

/** The Ingress of a unit that can be exposed. */
export function ingressTemplate(unit: ClusterUnit, plan: ClusterPlan): Template[] {
  if (unit.exposure === undefined) return [];
  const { metadata, spec, ...object } = ingressObject(unit, plan, filled(unit.exposure));
  const rules = spec?.rules?.map(({ host: _, ...rule }) => ({
    ...rule,
    ...section(HOST, { host: value(QUOTED) }),
  }));
  const tls = { secretName: value(QUOTED), ...section(HOST, { hosts: [value(QUOTED)] }) };
  return [
    {
      condition: BY_INGRESS,
      object: {
        ...object,
        metadata: annotated(metadata),
        spec: {
          ...section('with $unit.expose.className', { ingressClassName: value(QUOTED) }),
          ...section(SECRET, { tls: [tls] }),
          rules,
        },
      },
    },
  ];
}

/** Gateway and routes of a unit that can be exposed. */
export function gatewayTemplates(unit: ClusterUnit, plan: ClusterPlan): Template[] {
  if (unit.exposure === undefined) return [];
  return gatewayApiObjects(unit, plan, filled(unit.exposure)).map((object): Template => {
    if (object.kind === 'Gateway') {
      const [plain, secure] = object.spec.listeners.map(({ hostname: _, ...listener }) => ({
        ...listener,
        ...section(HOST, { hostname: value(QUOTED) }),
      }));
      const certificate = { kind: 'Secret', name: value('$unit.expose.tlsSecret | quote') };
      const tls = { ...secure?.tls, certificateRefs: [certificate] };
      return {
        condition: BY_GATEWAY,
        object: {
          ...object,
          metadata: annotated(object.metadata),
          spec: {
            gatewayClassName: value(`$unit.expose.className | default "${DEFAULT_GATEWAY_CLASS}" | quote`),
            listeners: [plain, ...sectionOfList(SECRET, { ...secure, tls })],
          },
        },
      };
    }
    const serving = object.metadata?.name === unit.name;
    const { hostnames: _, parentRefs, ...spec } = object.spec;
    const listener = value('ternary "http" "https" (empty $unit.expose.tlsSecret)');
    return {
      condition: serving ? BY_GATEWAY : BY_GATEWAY_WITH_TLS,
      object: {
        ...object,
        spec: {
          parentRefs: serving
            ? parentRefs?.map((parent) => ({ ...parent, sectionName: listener }))
            : parentRefs,
          ...section(HOST, { hostnames: [value(QUOTED)] }),
          ...spec,
        },
      },
    };
  });
}

/** An exposure with all that it may have, so that the objects have every place that values may fill. */
function filled(exposure: Exposure): Exposure {
  return { ...exposure, host: 'host', tlsSecret: 'secret', className: 'class' };
}

function annotated(metadata: object | undefined) {
  return { ...metadata, ...section('with $unit.expose.annotations', { annotations: block('toYaml .') }) };
}

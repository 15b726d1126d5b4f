/** HTTP API, and the interface for people, of every agent. */
export const CONSUL_PORT = 8500;

/** Variable that Consul's own tools find the agent by; no component's address can be in its way. */
export const CONSUL_VARIABLE = 'CONSUL_HTTP_ADDR';

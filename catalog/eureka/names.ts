/** Port that Spring's guides give a Eureka server. */
export const EUREKA_PORT = 8761;

/** Variable by which Spring's own clients find the server; no component's address can be in its way. */
export const EUREKA_VARIABLE = 'EUREKA_CLIENT_SERVICEURL_DEFAULTZONE';

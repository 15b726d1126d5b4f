export const PROMETHEUS_PORT = 9090;

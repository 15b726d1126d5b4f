export const MEMCACHED_PORT = 11_211;

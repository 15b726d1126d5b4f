export { createGrpcClient } from './client.ts';
export { createGrpcServer, type GrpcOptions } from './server.ts';

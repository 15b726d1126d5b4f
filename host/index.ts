export * from './contract/index.ts';
export type { CallContext, HostOptions, PickPurpose, Session } from './node/context.ts';
export { decodeDocument, readDocument, versionOf } from './node/disk/document-file.ts';
export { HostFailure } from './node/disk/failure.ts';
export { type FileSystem, nodeFileSystem } from './node/disk/file-system.ts';
export { createHost, defaultDataFolder, endSession, type HostRouter, startSession } from './node/host.ts';

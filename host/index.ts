export * from './contract/index.ts';
export type { CallContext, HostOptions, PickPurpose, Session } from './node/context.ts';
export { writeAtomically } from './node/disk/atomic-write.ts';
export { decodeDocument, readDocument, versionOf } from './node/disk/document-file.ts';
export { HostFailure, inWords } from './node/disk/failure.ts';
export { type FileSystem, nodeFileSystem } from './node/disk/file-system.ts';
export { type DocumentWrite, writeDocument } from './node/files/write.ts';
export { createHost, defaultDataFolder, endSession, type HostRouter, startSession } from './node/host.ts';

import type { FileHandle } from 'node:fs/promises';
import { type FileSystem, nodeFileSystem } from '../disk/file-system.ts';

/** A call to the file system: name of the function, and the path where it has one. */
export interface Call {
  name: string;
  path: string;
}

/**
 * The machine's file system with faults.
 *
 * @param fault asked before every call, those on open files included; what it returns is thrown in place of the call
 */
export function faultyFileSystem(fault: (call: Call) => Error | undefined): FileSystem {
  const guard = (call: Call) => {
    const error = fault(call);
    if (error) throw error;
  };
  const wrapHandle = (handle: FileHandle, path: string) =>
    new Proxy(handle, {
      get(target, name: keyof FileHandle) {
        const value = target[name];
        if (typeof value !== 'function') return value;
        return async (...args: never[]) => {
          // Closing always happens: a killed process's files are closed by the system.
          if (name !== 'close') guard({ name: `handle.${String(name)}`, path });
          return Reflect.apply(value, target, args);
        };
      },
    });
  return new Proxy(nodeFileSystem, {
    get(target, name: keyof FileSystem) {
      return async (...args: unknown[]) => {
        const path = String(args[0]);
        guard({ name, path });
        const result: unknown = await Reflect.apply(
          target[name] as (...given: unknown[]) => unknown,
          target,
          args,
        );
        return name === 'open' ? wrapHandle(result as FileHandle, path) : result;
      };
    },
  });
}

/** An error as the system makes it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made up for a test`), { code });
}

/** Fails the call with this number (from 0), once. `count` is how many calls there were. */
export function failing(at: number, code: string) {
  const state = { count: 0 };
  const fs = faultyFileSystem(() => (state.count++ === at ? systemError(code) : undefined));
  return { fs, state };
}

/** As if the process were killed before the call with this number (from 0): it and all later ones do nothing. */
export function killed(at: number) {
  const state = { count: 0 };
  const fs = faultyFileSystem(() => (state.count++ >= at ? new Error('killed') : undefined));
  return { fs, state };
}

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Transform } from 'node:stream';
import { Wire } from './wire.ts';

/** Numbers of requests in Kafka's protocol. */
const LIST_OFFSETS = 2;
const API_VERSIONS = 18;
/** From version 4 on, the stand-in's answer about offsets does not follow the protocol. */
const NEWEST_LIST_OFFSETS = 3;

/**
 * Starts the Kafka stand-in of librdkafka, which kcat brings: an independent implementation of the protocol (produce,
 * fetch, consumer groups, committed offsets), with everything in memory, no accounts, and topics made when they are
 * first asked for.
 */
export async function startMock(kcat: string) {
  const mock = ['-X', 'test.mock.num.brokers=1', '-X', 'debug=mock'];
  const child = spawn(kcat, ['-P', '-t', 'idle', '-b', 'mock', ...mock], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`${kcat} has ended.`)));
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /bootstrap\.servers=127\.0\.0\.1:(\d+)/.exec(line);
      if (found !== null) resolve(Number(found[1]));
    });
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // It reads its input until then, and minds no milder signal.
    child.kill('SIGKILL');
    await ended;
  };
  return { port, stop, openWire: () => openWire(port, NEWEST_LIST_OFFSETS) };
}

/**
 * A way to a broker that can be cut: the broker tells clients to come by it instead of straight to itself.
 *
 * @param port the broker's own, at 127.0.0.1, which it has to give as its address
 * @param newestListOffsets version beyond which clients are not to ask about offsets
 */
export function openWire(port: number, newestListOffsets = Number.POSITIVE_INFINITY): Promise<Wire> {
  return new Wire(port, '127.0.0.1', (wire) => rewriteAnswers(port, wire, newestListOffsets)).open();
}

function rewriteAnswers(port: number, wire: Wire, newestListOffsets: number): Transform {
  let rest = Buffer.alloc(0);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= 4 && rest.length >= 4 + rest.readInt32BE(0)) {
        const end = 4 + rest.readInt32BE(0);
        const frame = replacePort(Buffer.from(rest.subarray(0, end)), port, wire.port);
        this.push(Number.isFinite(newestListOffsets) ? limitVersions(frame, newestListOffsets) : frame);
        rest = rest.subarray(end);
      }
      done();
    },
  });
}

/** An address is a text, and behind it a number of four bytes, whatever the version of the answer. */
function replacePort(frame: Buffer, from: number, to: number): Buffer {
  const host = Buffer.from('127.0.0.1');
  for (let at = frame.indexOf(host); at !== -1; at = frame.indexOf(host, at + 1)) {
    const place = at + host.length;
    if (place + 4 <= frame.length && frame.readInt32BE(place) === from) frame.writeInt32BE(to, place);
  }
  return frame;
}

/** Answer that lists versions: size, correlation id, error, number of entries, and three numbers of two bytes each. */
function limitVersions(frame: Buffer, newestListOffsets: number): Buffer {
  const first = 14;
  if (frame.length < first) return frame;
  const count = frame.readInt32BE(10);
  const entries = Array.from({ length: Math.min(Math.max(count, 0), 100) }, (_, index) => first + index * 6);
  const isList =
    frame.readInt16BE(8) === 0 &&
    entries.length > 5 &&
    frame.length >= first + entries.length * 6 &&
    entries.some((at) => frame.readInt16BE(at) === API_VERSIONS);
  if (!isList) return frame;
  for (const at of entries)
    if (frame.readInt16BE(at) === LIST_OFFSETS)
      frame.writeInt16BE(Math.min(frame.readInt16BE(at + 4), newestListOffsets), at + 4);
  return frame;
}

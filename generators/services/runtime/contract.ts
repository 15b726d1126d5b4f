/** The part of JSON Schema 2020-12 that contracts use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minLength?: number;
  readonly maxLength?: number;
}

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What an operation takes, answers and listens to. */
export interface OperationContract {
  readonly name: string;
  /** Method and path, with `{field}` for parts that are fields of the input. */
  readonly http?: { readonly method: HttpMethod; readonly path: string };
  /** Method of the service's `.proto` file, where it has one. */
  readonly rpc?: string;
  /** Queue and topic whose messages it handles, and the name under which the broker keeps them for it. */
  readonly consumes?: { readonly queue: string; readonly topic: string; readonly subscription: string };
  readonly input: JsonSchema;
  /** Absent where it answers nothing. */
  readonly output?: JsonSchema;
}

/** Everything a service offers, by method name. */
export interface ServiceContract {
  readonly service: string;
  /** Its `.proto` file and its full name there, where somebody speaks gRPC to it. */
  readonly grpc?: { readonly proto: URL; readonly service: string };
  readonly operations: Readonly<Record<string, OperationContract>>;
}

/** What goes through a queue, by topic, and who must get it: known to all, so that no message is lost before its reader first starts. */
export interface QueueContract {
  readonly queue: string;
  readonly topics: Readonly<Record<string, JsonSchema>>;
  readonly subscriptions: readonly { readonly subscription: string; readonly topic: string }[];
  /** What the topics of a stream are made with. */
  readonly settings?: Readonly<Record<string, TopicSettings>>;
}

/** How a stream keeps a topic. */
export interface TopicSettings {
  /** Parts that are read in parallel. */
  readonly partitions?: number;
  /** How long messages are kept, in milliseconds. */
  readonly retentionMs?: number;
  /** Field of the payload whose value keeps messages in order. */
  readonly key?: string;
}

/** A service's business code, bound to what it needs. `Ports` is what it needs, `Api` what it offers. */
export interface ServiceModule<Ports, Api extends object> {
  readonly contract: ServiceContract;
  bind(ports: Ports): Api;
}

/** An operation, its types aside: input was checked against the contract before. */
export type AnyOperation = (input: never) => Promise<unknown>;

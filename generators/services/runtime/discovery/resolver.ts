/** What is spoken at a port of a service. */
export type Spoken = 'http' | 'grpc';

/** Where one replica of a service answers. */
export interface Instance {
  readonly host: string;
  /** Port by what is spoken there. */
  readonly ports: Readonly<Partial<Record<Spoken, number>>>;
}

/** Says where services answer at the moment: what a registry is to those who call. */
export interface Resolver {
  /**
   * A replica of the service that is well; another one at each call.
   *
   * @returns `undefined` where none is known: then the service's plain address is used
   */
  resolve(service: string, spoken: Spoken): Instance | undefined;
  /** Tells that nothing answered there, before the registry knows: the replica is left out for a while. */
  reject(service: string, instance: Instance): void;
}

/** Address of a replica, as `http://10.0.0.7:8080`. @param scheme `http` or `grpc` */
export function addressOfInstance({ host, ports }: Instance, spoken: Spoken): string {
  return `${spoken}://${host.includes(':') ? `[${host}]` : host}:${ports[spoken]}`;
}

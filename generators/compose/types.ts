/** The part of the Compose specification that is generated. Members that are `undefined` are left out of the file. */
export interface ComposeService {
  image?: string;
  build?: { context: string; dockerfile?: string };
  hostname?: string;
  profiles?: string[];
  entrypoint?: string[];
  command?: string[];
  user: string;
  environment?: Record<string, string>;
  ports?: { target: number; published: string; host_ip: string; protocol: 'tcp' }[];
  networks: Record<string, { aliases?: string[] }>;
  volumes?: ComposeMount[];
  tmpfs?: string[];
  depends_on?: Record<string, { condition: 'service_healthy' }>;
  healthcheck?: { test: string[]; interval: string; timeout: string; retries: number; start_period: string };
  deploy: {
    replicas?: number;
    resources: { limits: { cpus: string; memory: string }; reservations: { cpus: string; memory: string } };
  };
  restart: 'unless-stopped' | 'no';
  stop_grace_period: string;
  read_only?: true;
  cap_drop: ['ALL'];
  security_opt: ['no-new-privileges:true'];
}

export type ComposeMount =
  | { type: 'volume'; source: string; target: string }
  | { type: 'bind'; source: string; target: string; read_only: true; bind: { create_host_path: false } };

export interface ComposeFile {
  services: Record<string, ComposeService>;
  networks: Record<string, { internal?: true }>;
  volumes?: Record<string, Record<string, never>>;
}

/** The part of GitLab's syntax that is written here, https://docs.gitlab.com/ci/yaml/. */
export interface GitlabJob {
  stage?: string;
  image?: string | { name: string; entrypoint: string[] };
  services?: string[];
  variables?: Readonly<Record<string, string>>;
  needs?: (string | { job: string; artifacts: boolean })[];
  rules?: GitlabRule[];
  before_script?: string[];
  script?: string[];
  artifacts?: { paths?: string[]; reports?: { dotenv: string }; expire_in: string };
  environment?: { name: string };
  resource_group?: string;
  interruptible?: boolean;
  allow_failure?: boolean;
  parallel?: { matrix: Readonly<Record<string, string[]>>[] };
  trigger?: { include: { local: string }[]; strategy: 'depend' };
}

export interface GitlabRule {
  if?: string;
  changes?: string[];
}

export type GitlabFile = { stages: string[]; workflow?: { rules: GitlabRule[] } } & Record<
  string,
  GitlabJob | string[] | { rules: GitlabRule[] } | undefined
>;

import type { LintFinding, LintRule } from '../rule.ts';

const SECRET_NAME =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CREDENTIALS?)(_|$)/i;
/** Names that end like this say where a secret is, not what it is. */
const POINTER_NAME = /_(FILE|PATH|NAME|URL|TTL|SECONDS|LENGTH|HEADER)$/i;
const CREDENTIALS_IN_URL = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i;
const REFERENCE = /^\$(\{[^}]*\}|\([^)]*\)|[A-Z_][A-Z0-9_]*)$/;

/** Passwords, tokens and keys that stand in the document. */
export const plainSecret: LintRule = {
  id: 'plain-secret',
  title: 'Secret in plain text',
  severity: 'warning',
  explanation:
    'The document is kept in version control, and what was written there once stays readable to everybody who ever gets a copy. A secret belongs into the environment that the system is deployed to. One that stood here has to be changed, not only removed.',
  source:
    'Adam Wiggins, The Twelve-Factor App (2011), factor III, "Config"; CWE-798, "Use of Hard-coded Credentials"',
  check({ document }) {
    return Object.entries(document.components).flatMap(([name, component]) => {
      if (component.kind !== 'service') return [];
      return Object.entries(component.env ?? {}).flatMap(([key, value]) =>
        isSecret(key, value) ? [findingFor(name, key)] : [],
      );
    });
  },
};

function isSecret(key: string, value: string): boolean {
  if (value === '' || REFERENCE.test(value)) return false;
  return CREDENTIALS_IN_URL.test(value) || (SECRET_NAME.test(key) && !POINTER_NAME.test(key));
}

function findingFor(component: string, key: string): LintFinding {
  const path = ['components', component, 'env', key];
  return {
    path,
    // The value is not repeated: problems are shown, logged and copied.
    message: `"${key}" looks like a secret and stands here in plain text`,
    hint: 'remove it here, set it where the system is deployed, and change it',
    fixes: [{ title: `Remove "${key}"`, edits: [{ type: 'set', path, value: undefined }] }],
  };
}

/**
 * Content security policy of the page, for both shells.
 *
 * Scripts come from the page's own origin only, none inline and none by `eval`. Styles may be inline: Monaco and Mantine
 * make `<style>` elements as they go and neither can be given a nonce for all of them.
 *
 * @param options.nonce development only: lets in the inline script of hot reloading
 * @param options.sockets origins of the WebSockets in use; `'self'` does not cover them in every browser
 */
export function contentSecurityPolicy(options: { nonce?: string; sockets?: readonly string[] } = {}): string {
  const scripts = options.nonce === undefined ? [`'self'`] : [`'self'`, `'nonce-${options.nonce}'`];
  const directives: Record<string, readonly string[]> = {
    'default-src': [`'none'`],
    'script-src': scripts,
    'style-src': [`'self'`, `'unsafe-inline'`],
    'img-src': [`'self'`, 'data:', 'blob:'],
    'font-src': [`'self'`],
    'connect-src': [`'self'`, ...(options.sockets ?? [])],
    'worker-src': [`'self'`],
    'manifest-src': [`'self'`],
    'base-uri': [`'none'`],
    'form-action': [`'none'`],
    'frame-ancestors': [`'none'`],
    'object-src': [`'none'`],
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Headers of every answer of a shell. */
export function securityHeaders(policy: string): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
  };
}

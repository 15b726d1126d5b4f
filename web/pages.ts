/**
 * Answer to the URL with the token: the cookie is set, and the page goes on to the plain URL, so that the token stays
 * out of history and bookmarks. It is a page and no redirect because a cookie for the same site only is not sent along
 * a redirect that a link on another page started.
 */
export const WELCOME = page(
  'Archwright',
  '<meta http-equiv="refresh" content="0;url=/">',
  '<p>Opening Archwright.</p>',
);

/** Answer to whoever has no token. */
export const NO_TOKEN = page(
  'Archwright: no access',
  '',
  '<h1>This address needs its key</h1><p>Archwright gives out a new address each time it starts. Open the one that it printed in the terminal, or start it again.</p>',
);

/** Answer where the user interface is not there. */
export const NOT_FOUND = page(
  'Archwright: not found',
  '',
  '<h1>Not found</h1><p>There is nothing at this address. <a href="/">Open Archwright</a>.</p>',
);

/** The empty icon keeps browsers from asking for one that is not there. */
function page(title: string, head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,">${head}<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:15vh auto;padding:0 1rem;color-scheme:light dark}</style></head><body>${body}</body></html>`;
}

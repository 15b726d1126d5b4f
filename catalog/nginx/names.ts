/** Unprivileged ports only: the image does not run as root. */
export const HTTP_PORT = 8080;

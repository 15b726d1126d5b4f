import { block, type Directive, statement } from './syntax.ts';

/** Errors that the gateway answers itself, with their reason phrases (RFC 9110 section 15, RFC 6585 section 4). */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  408: 'Request Timeout',
  413: 'Content Too Large',
  414: 'URI Too Long',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** Answers with problem details (RFC 9457) instead of nginx's pages. Errors of the services pass as they are. */
export function errorDirectives(): Directive[] {
  return Object.entries(TITLES).flatMap(([status, title]) => [
    statement('error_page', status, `@error_${status}`),
    block(
      'location',
      [`@error_${status}`],
      [
        statement('default_type', 'application/problem+json'),
        statement('return', status, problem(Number(status), title)),
      ],
    ),
  ]);
}

function problem(status: number, title: string): string {
  return `{"type":"about:blank","title":"${title}","status":${status},"requestId":"$correlation_id"}`;
}

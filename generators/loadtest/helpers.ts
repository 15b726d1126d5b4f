/** The part of a script that is the same in all. */
export const HELPERS: readonly string[] =
  `/** @param {string} exec @param {number} perSecond @returns {import('k6/options').Scenario} */
function arrivals(exec, perSecond) {
  const rate = perSecond * SCALE;
  return {
    executor: 'constant-arrival-rate',
    exec,
    // An hour is long enough for a rate below one a second to be a whole number.
    rate: Math.max(1, Math.round(rate * 3600)),
    timeUnit: '1h',
    duration: DURATION,
    // Enough for answers that take a second, and ten times that before arrivals are dropped.
    preAllocatedVUs: Math.ceil(rate) + 1,
    maxVUs: 10 * (Math.ceil(rate) + 1),
  };
}

/**
 * Asks, and checks the answer.
 *
 * @param {string} operation @param {string} method @param {string} url @param {object} [body]
 */
function request(operation, method, url, body) {
  const answer = http.request(method, url, body === undefined ? null : JSON.stringify(body), {
    headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
    // One name for all addresses of an operation: an id in each would make a metric of each.
    tags: { operation, name: operation },
    timeout: '30s',
  });
  check(answer, { 'answers as promised': ({ status }) => (status >= 200 && status < 300) || status === 409 }, { operation });
  return answer;
}

let turn = 0;

/**
 * One of the real ids, or a made-up one where there are none.
 *
 * @param {Ids | undefined} ids @param {string} field
 */
function pick(ids, field) {
  const known = ids?.[field] ?? [];
  turn += 1;
  const number = __VU * 31 + turn;
  return known[number % Math.max(1, known.length)] ?? \`\${field}-\${number % 1000}\`;
}

/**
 * Asks several times, and collects a field of all answers.
 *
 * @param {string} field @param {number} times @param {() => import('k6/http').Response} ask
 */
function gather(field, times, ask) {
  /** @type {string[]} */
  const found = [];
  for (let time = 0; time < times; time += 1) {
    const answer = ask();
    const content = answer.status === 200 ? answer.json() : [];
    for (const row of Array.isArray(content) ? content : [content]) {
      if (row !== null && typeof row === 'object' && field in row) found.push(String(Reflect.get(row, field)));
    }
  }
  return found;
}`.split('\n');

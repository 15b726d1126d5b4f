/** Asks an address from inside a container. Node.js is the one program that a generated image surely holds. */
export function fetchScript(url: string): string {
  return `fetch('${url}').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))`;
}

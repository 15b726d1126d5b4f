/** Image of a unit that is built here. Registry and tag come from the environment, e.g. in a pipeline. */
export function imageName(system: string, unit: string): string {
  return `\${REGISTRY:-${system}}/${unit}:\${TAG:-latest}`;
}

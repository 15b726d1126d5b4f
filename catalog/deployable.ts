import { withDeployments } from './catalog.ts';
import { deployments } from './deployments.ts';
import { catalog } from './index.ts';

/** Every engine and kind that Archwright knows, and how each runs. Generators need it; the drawing does not. */
export const deployableCatalog = withDeployments(catalog, deployments);

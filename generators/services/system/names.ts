import type { Operation } from './operations.ts';

/** A component as generated code names it. */
export interface Named {
  /** The component's name. */
  name: string;
  /** As a property or variable, e.g. `ordersDb`. */
  id: string;
  /** As part of a type's name, e.g. `OrdersDb`. */
  type: string;
}

export interface Service extends Named {
  description?: string;
  operations: readonly Operation[];
}

/** A path into the document: keys and list indices, from the top. */
export type Path = readonly (string | number)[];

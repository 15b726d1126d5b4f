/** Told to whoever wonders about the folder. */
export const README = `# What Archwright generated last

Archwright compares these texts with your files: that is how it tells your edits from its own lines and merges
both when you generate again. Commit this folder together with archwright.lock.json; there is nothing in it to edit.
Where it is missing, nothing is lost: a file that you edited then stays as it is, and the new text is laid beside it.
`;

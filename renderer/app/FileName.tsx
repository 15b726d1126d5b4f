import { useStore } from 'zustand';
import { fileNameOf, titleOfFile } from '../files/paths.ts';
import { documentStore } from '../state/document.ts';
import classes from './FileName.module.css';

/** The document's file, where its name does not follow from the system's. */
export function FileName() {
  const name = useStore(documentStore, (state) => state.parsed.document.name);
  const path = useStore(documentStore, (state) => state.path);
  if (path === null || titleOfFile(path) === name) return null;
  return (
    <span className={classes.file} title={path}>
      {fileNameOf(path)}
    </span>
  );
}

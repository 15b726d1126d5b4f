import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { documentStore } from '../../state/document.ts';
import { renameComponent } from '../actions/rename.ts';
import { announce, canvasStore, requestFocus } from '../state.ts';

/** The name of a card while it is typed anew. Enter and leaving take it, Escape leaves it as it was. */
export function RenameField({ name }: { name: string }) {
  const field = useRef<HTMLInputElement>(null);
  const [value, setValue] = useState(name);
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    field.current?.select();
  }, []);

  const close = (focus: string) => {
    if (canvasStore.getState().renaming === null) return;
    canvasStore.setState({ renaming: null });
    requestFocus(focus);
  };
  const take = (leaving: boolean) => {
    if (value === name || !Object.hasOwn(documentStore.getState().parsed.document.components, name))
      return close(name);
    const refused = renameComponent(name, value);
    if (refused === undefined) return close(value);
    if (leaving) return close(name);
    setRefusal(refused);
    announce(refused);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') take(false);
    if (event.key === 'Escape') close(name);
  };

  return (
    <>
      <input
        ref={field}
        className="aw-card-rename nodrag nopan"
        aria-label={`New name of ${name}`}
        aria-invalid={refusal !== undefined}
        value={value}
        maxLength={63}
        spellCheck={false}
        onChange={(event) => {
          setValue(event.target.value);
          setRefusal(undefined);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => take(true)}
      />
      {refusal !== undefined && (
        <span role="alert" className="aw-card-refusal">
          {refusal}
        </span>
      )}
    </>
  );
}

import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import classes from './fields.module.css';

interface AddByNameProps {
  /** What is added: `operation`. */
  what: string;
  placeholder: string;
  taken: readonly string[];
  /** Adds it; answers why not, in words. */
  add: (name: string) => string | undefined;
}

/** A button that turns into a field for the name of what is to be added. */
export function AddByName({ what, placeholder, taken, add }: AddByNameProps) {
  const [name, setName] = useState<string>();
  const [error, setError] = useState<string>();
  if (name === undefined) {
    return (
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} stroke={1.8} />}
        onClick={() => setName('')}
      >
        Add {what}
      </Button>
    );
  }
  const close = () => {
    setName(undefined);
    setError(undefined);
  };
  const submit = () => {
    const wanted = name.trim();
    if (wanted === '') return close();
    const refusal = taken.includes(wanted) ? `There is ${wanted} already.` : add(wanted);
    setError(refusal);
    if (refusal === undefined) close();
  };
  return (
    <TextInput
      className={classes.grow}
      aria-label={`Name of the new ${what}`}
      placeholder={placeholder}
      value={name}
      error={error}
      autoFocus
      spellCheck={false}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={submit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') submit();
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    />
  );
}

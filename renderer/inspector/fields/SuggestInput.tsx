import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useState } from 'react';

/** A text field with suggestions. Enter takes the text, and then nothing is left to suggest. */
export function SuggestInput(props: AutocompleteProps) {
  const [opened, setOpened] = useState(false);
  return (
    <Autocomplete
      comboboxProps={{ shadow: 'md' }}
      {...props}
      dropdownOpened={opened}
      onDropdownOpen={() => setOpened(true)}
      onDropdownClose={() => setOpened(false)}
      onKeyDown={(event) => {
        props.onKeyDown?.(event);
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) setOpened(false);
      }}
    />
  );
}

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface SearchItem {
  id: string;
  /** What the row shows. */
  content: ReactNode;
}

interface SearchListProps<Item extends SearchItem> {
  label: string;
  placeholder: string;
  /** Items that fit what was typed, best first. */
  search(query: string): readonly Item[];
  /** Said where nothing fits. */
  nothing: string;
  onChoose(item: Item): void;
  onClose(): void;
}

/** A field and the list of what fits: arrows move, Enter chooses, Escape closes. */
export function SearchList<Item extends SearchItem>({
  label,
  placeholder,
  search,
  nothing,
  onChoose,
  onClose,
}: SearchListProps<Item>) {
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const active = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const items = search(query);
  const current = Math.min(index, items.length - 1);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the active row
  useEffect(() => {
    // Current browsers answer with a promise, which React would take for the effect's end.
    void active.current?.scrollIntoView({ block: 'nearest' });
  }, [current, query]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const item = items[current];
    if (event.key === 'ArrowDown') setIndex((current + 1) % Math.max(items.length, 1));
    else if (event.key === 'ArrowUp') setIndex((current - 1 + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter' && item) onChoose(item);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else return;
    event.preventDefault();
  };

  return (
    <div className="aw-search nowheel nopan nodrag">
      <input
        ref={field}
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={items[current] && `${list}-${current}`}
        placeholder={placeholder}
        value={query}
        spellCheck={false}
        onChange={(event) => {
          setQuery(event.target.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={onClose}
      />
      <div id={list} role="listbox" aria-label={label} className="aw-search-list">
        {items.map((item, row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys (combobox pattern)
          <div
            key={item.id}
            ref={row === current ? active : undefined}
            id={`${list}-${row}`}
            role="option"
            tabIndex={-1}
            aria-selected={row === current}
            className="aw-search-row"
            // The field keeps the focus: leaving it closes the list.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => row !== current && setIndex(row)}
            onClick={() => onChoose(item)}
          >
            {item.content}
          </div>
        ))}
        {items.length === 0 && <div className="aw-search-nothing">{nothing}</div>}
      </div>
    </div>
  );
}

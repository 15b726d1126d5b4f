import { Tooltip } from '@mantine/core';
import { useMemo, useState } from 'react';
import { type CatalogEntry, catalog } from '#catalog';
import { ComponentIcon } from '../app/ComponentIcon.tsx';
import { SearchField } from '../app/SearchField.tsx';
import { SectionHeader } from '../app/SectionHeader.tsx';
import { ENTRY_MIME } from '../canvas/actions/add.ts';
import { addEntry } from './add-entry.ts';
import classes from './LeftPanel.module.css';
import { searchEntries } from './search-entries.ts';

/** Everything that can be added: dragged onto the canvas, or by click or Enter. */
export function Palette() {
  const [query, setQuery] = useState('');
  const groups = useMemo(() => searchEntries(catalog.entries, query), [query]);
  const first = groups[0]?.entries[0];
  return (
    <>
      <SectionHeader title="Palette" />
      <div className={classes.search}>
        <SearchField
          label="Search the palette"
          value={query}
          onChange={setQuery}
          onEnter={() => query !== '' && first && addEntry(first)}
        />
      </div>
      <div className={classes.list}>
        {groups.map((group) => (
          <div key={group.kind}>
            <h3 className={classes.heading} id={`palette-${group.kind}`}>
              {group.title}
            </h3>
            <ul className={classes.group} aria-labelledby={`palette-${group.kind}`}>
              {group.entries.map((entry) => (
                <li key={`${entry.kind}/${entry.engine ?? ''}`}>
                  <Entry entry={entry} />
                </li>
              ))}
            </ul>
          </div>
        ))}
        {groups.length === 0 && (
          <p className={classes.none}>Nothing is called "{query}". Try a kind, such as queue.</p>
        )}
      </div>
    </>
  );
}

function Entry({ entry }: { entry: CatalogEntry }) {
  return (
    <Tooltip label={entry.summary} position="right" multiline maw={280} openDelay={600}>
      <button
        type="button"
        className={classes.entry}
        draggable
        data-testid={`palette-${entry.engine ?? entry.kind}`}
        onDragStart={(event) => {
          event.dataTransfer.setData(ENTRY_MIME, JSON.stringify({ kind: entry.kind, engine: entry.engine }));
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={() => addEntry(entry)}
      >
        <ComponentIcon kind={entry.kind} engine={entry.engine} />
        <span className={classes.words}>
          <span className={classes.name}>
            <span className="aw-hidden">Add </span>
            {entry.title}
          </span>
          <span className={classes.summary}>{entry.summary}</span>
        </span>
      </button>
    </Tooltip>
  );
}

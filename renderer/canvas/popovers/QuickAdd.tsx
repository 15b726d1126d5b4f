import { type CatalogEntry, catalog } from '#catalog';
import { type Component, canConnect, type Position } from '#model';
import { documentStore } from '../../state/document.ts';
import { addComponent } from '../actions/add.ts';
import { EntryIcon } from '../nodes/EntryIcon.tsx';
import { closePopover } from '../state.ts';
import { focusCanvas, framePoint, frameSize } from '../view/viewport.ts';
import { fuzzyFilter } from './fuzzy.ts';
import { SearchList } from './SearchList.tsx';

const SIZE = { width: 304, height: 320 };

/** Adds a component at a spot, connected from another where it was asked for from there. */
export function QuickAdd({ at, from }: { at: Position; from?: string | undefined }) {
  const entries =
    from === undefined ? catalog.entries : catalog.entries.filter((entry) => fitsAfter(from, entry));
  const search = (query: string) =>
    fuzzyFilter(entries, query, ({ title, kind, engine, keywords }) => [
      title,
      engine ?? kind,
      kind,
      ...keywords,
    ]).map((entry) => ({
      id: `${entry.kind} ${entry.engine ?? ''}`,
      entry,
      content: <EntryRow entry={entry} />,
    }));
  const close = () => {
    closePopover();
    focusCanvas();
  };
  const label = from === undefined ? 'Add a component' : `Add a component that ${from} connects to`;
  return (
    <div className="aw-popover" style={placeOf(at)} role="dialog" aria-label={label}>
      <SearchList
        label={label}
        placeholder={from === undefined ? 'Add a component…' : `Connect ${from} to a new…`}
        search={search}
        nothing={
          from === undefined
            ? 'Nothing in the catalogue has that name.'
            : `${from} cannot be connected to anything of that name.`
        }
        onChoose={({ entry }) => {
          closePopover();
          addComponent(
            { kind: entry.kind, ...(entry.engine === undefined ? {} : { engine: entry.engine }) },
            at,
            from,
          );
        }}
        onClose={close}
      />
    </div>
  );
}

function EntryRow({ entry }: { entry: CatalogEntry }) {
  return (
    <>
      <span className="aw-card-tile" data-kind={entry.kind}>
        <EntryIcon icon={entry.icon} size={16} />
      </span>
      <span className="aw-search-title">{entry.title}</span>
      <span className="aw-search-note">{entry.kind}</span>
    </>
  );
}

/** Whether a new component of an entry could be connected: asked of the model, with the component added for the question. */
function fitsAfter(from: string, { kind, engine, initial }: CatalogEntry): boolean {
  const { document } = documentStore.getState().parsed;
  const probe = '\u0000new';
  // Only kind and engine decide; the catalogue's initial values are the kind's own fields by contract.
  const component = { kind, ...(engine === undefined ? {} : { engine }), ...initial } as Component;
  const components = { ...document.components, [probe]: component };
  return canConnect({ ...document, components }, catalog.vocabulary, from, probe).ok;
}

/** Beside the spot, but within the canvas. */
function placeOf(at: Position): { left: number; top: number } {
  const { x, y } = framePoint(at);
  const { width, height } = frameSize();
  return {
    left: Math.max(8, Math.min(x, width - SIZE.width - 8)),
    top: Math.max(8, Math.min(y, height - SIZE.height - 8)),
  };
}

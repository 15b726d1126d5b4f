import { catalog } from '#catalog';
import { select } from '../../state/selection.ts';
import { EntryIcon } from '../nodes/EntryIcon.tsx';
import { announce, canvasStore, closePopover, requestFocus } from '../state.ts';
import { focusCanvas, jumpTo } from '../view/viewport.ts';
import { fuzzyFilter } from './fuzzy.ts';
import { SearchList } from './SearchList.tsx';

/** Most rows that are listed; typing a letter more shortens the list faster than scrolling. */
const MOST_ROWS = 50;

/** Finds a component by its name, kind, engine or context, and goes there. */
export function FindComponent() {
  const { document } = canvasStore.getState().scene;
  const components = Object.entries(document.components);
  const search = (query: string) =>
    fuzzyFilter(components, query, ([name, { kind, engine, context }]) => [
      name,
      engine ?? kind,
      context ?? kind,
      kind,
    ])
      .slice(0, MOST_ROWS)
      .map(([name, component]) => ({
        id: name,
        content: (
          <>
            <span className="aw-card-tile" data-kind={component.kind}>
              <EntryIcon icon={catalog.entryOf(component).icon} size={16} />
            </span>
            <span className="aw-search-title">{name}</span>
            <span className="aw-search-note">{component.context ?? component.kind}</span>
          </>
        ),
      }));
  const goTo = (name: string) => {
    closePopover();
    select({ components: [name] });
    jumpTo(name);
    requestFocus(name);
    announce(`${name} selected`);
  };
  return (
    <div className="aw-popover aw-popover-find" role="dialog" aria-label="Find component">
      <SearchList
        label="Find component"
        placeholder="Find component…"
        search={search}
        nothing="No component has that name."
        onChoose={({ id }) => goTo(id)}
        onClose={() => {
          closePopover();
          focusCanvas();
        }}
      />
    </div>
  );
}

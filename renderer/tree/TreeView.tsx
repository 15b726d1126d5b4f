import { IconChevronRight } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { actOf, branchesAbove, rowsOf, type TreeNode, type TreeRow } from './rows.ts';
import classes from './TreeView.module.css';

const ROW_HEIGHT = 28;

interface TreeViewProps<T> {
  /** Accessible name. */
  label: string;
  roots: readonly TreeNode<T>[];
  selected: ReadonlySet<string>;
  /** The person chose a row, by click, Enter or Space. `additive`: with Ctrl, Command or Shift. */
  onSelect: (node: TreeNode<T>, additive: boolean) => void;
  /** Icon, label and what else stands in a row. */
  renderRow: (node: TreeNode<T>) => ReactNode;
  /** Row to bring into view whenever it becomes another. */
  reveal?: string | undefined;
  multiple?: boolean;
  /** Branches that are folded at first. */
  foldedAtFirst?: (node: TreeNode<T>) => boolean;
  /** Shows everything, as while searching, whatever is folded. */
  unfolded?: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

/**
 * A tree of any size: only visible rows are elements. One tab stop; arrow keys walk, fold and unfold (WAI-ARIA tree view, with the active
 * row named by `aria-activedescendant`, since rows come and go as one scrolls).
 */
export function TreeView<T>({
  label,
  roots,
  selected,
  onSelect,
  renderRow,
  reveal,
  multiple,
  foldedAtFirst,
  unfolded,
}: TreeViewProps<T>) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        foldedAtFirst
          ? branches(roots)
              .filter(foldedAtFirst)
              .map(({ id: branch }) => branch)
          : [],
      ),
  );
  const [active, setActive] = useState<string>();
  const rows = useMemo(() => rowsOf(roots, unfolded ? NOTHING : folded), [roots, folded, unfolded]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => rows[index]?.node.id ?? index,
  });
  const current = rows.some((row) => row.node.id === active) ? active : rows[0]?.node.id;

  const show = (wanted: string) => {
    const index = rows.findIndex((row) => row.node.id === wanted);
    if (index >= 0) virtualizer.scrollToIndex(index);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when another row is to be shown, not when rows change
  useEffect(() => {
    if (reveal === undefined) return;
    setActive(reveal);
    const above = branchesAbove(roots, reveal).filter((branch) => folded.has(branch));
    if (above.length > 0) setFolded(new Set([...folded].filter((branch) => !above.includes(branch))));
    else show(reveal);
  }, [reveal]);

  const fold = (wanted: string, shut: boolean) => {
    const next = new Set(folded);
    if (shut) next.add(wanted);
    else next.delete(wanted);
    setFolded(next);
  };
  const choose = (row: TreeRow<T>, additive: boolean) => {
    setActive(row.node.id);
    onSelect(row.node, additive);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.find((candidate) => candidate.node.id === current);
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (row.node.children && event.key === ' ') return fold(row.node.id, row.expanded);
      return choose(row, event.shiftKey);
    }
    const act = actOf(rows, row.node.id, event.key);
    if (!act) return;
    event.preventDefault();
    if (act.type !== 'focus') return fold(act.id, act.type === 'fold');
    setActive(act.id);
    show(act.id);
  };

  return (
    <div
      ref={scroller}
      className={classes.tree}
      role="tree"
      aria-label={label}
      aria-multiselectable={multiple || undefined}
      aria-activedescendant={current === undefined ? undefined : `${id}-${current}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={classes.rows} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          const { node, level, expanded } = row;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree itself takes the keys, for the active row
            // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus; aria-activedescendant names the row
            <div
              key={node.id}
              id={`${id}-${node.id}`}
              className={classes.row}
              role="treeitem"
              aria-level={level}
              aria-posinset={row.position}
              aria-setsize={row.siblings}
              aria-expanded={node.children ? expanded : undefined}
              aria-selected={selected.has(node.id)}
              data-active={node.id === current || undefined}
              style={{ transform: `translateY(${item.start}px)`, paddingLeft: 8 + (level - 1) * 14 }}
              onClick={(event) => choose(row, event.ctrlKey || event.metaKey || event.shiftKey)}
            >
              {node.children ? (
                // biome-ignore lint/a11y/useKeyWithClickEvents: arrow keys fold and unfold the active row
                // biome-ignore lint/a11y/noStaticElementInteractions: part of the row; the tree has the keys
                <span
                  className={classes.chevron}
                  data-expanded={expanded || undefined}
                  onClick={(event) => {
                    event.stopPropagation();
                    fold(node.id, expanded);
                  }}
                >
                  <IconChevronRight size={14} stroke={1.8} />
                </span>
              ) : (
                <span className={classes.chevron} />
              )}
              {renderRow(node)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Every node with children. */
function branches<T>(roots: readonly TreeNode<T>[]): TreeNode<T>[] {
  return roots.flatMap((node) => (node.children ? [node, ...branches(node.children)] : []));
}

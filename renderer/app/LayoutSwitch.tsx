import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { documentStore } from '../state/document.ts';
import { layoutNames } from '../state/layouts.ts';
import { viewStore } from '../state/view.ts';

/** The layout that Generate uses; shown where there is a choice. */
export function LayoutSwitch() {
  const tab = useStore(viewStore, (state) => state.tab);
  const layout = useStore(viewStore, (state) => state.layout);
  const document = useStore(documentStore, (state) => state.parsed.document);
  const layouts = useMemo(() => layoutNames(document), [document]);
  if (tab !== 'generate' || layouts.length < 2) return null;
  return (
    <Select
      aria-label="Layout"
      data={layouts}
      value={layouts.includes(layout) ? layout : (layouts[0] ?? null)}
      onChange={(value) => value !== null && viewStore.setState({ layout: value })}
      allowDeselect={false}
      w={150}
      mr={4}
    />
  );
}

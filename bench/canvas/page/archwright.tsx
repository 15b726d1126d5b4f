import '../../../renderer/theme/tokens.css';
import { createRoot } from 'react-dom/client';
import { Canvas } from '../../../renderer/canvas/Canvas.tsx';
import { fitAll } from '../../../renderer/canvas/view/viewport.ts';
import { documentStore } from '../../../renderer/state/document.ts';
import type { BenchPage } from './bench-page.ts';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Canvas />);

const page: BenchPage = {
  load: (text) => documentStore.getState().load({ text, path: null, name: 'bench', version: null }),
  fit: () => fitAll(false),
  text: () => documentStore.getState().text,
};
Object.assign(window, { bench: page });

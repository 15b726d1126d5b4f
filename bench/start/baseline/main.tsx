import { createRoot } from 'react-dom/client';

/** The least that a React page can be: what any tool built on React pays before its first own line. */
const root = document.getElementById('root');
if (root) createRoot(root).render(<button type="button">Ready</button>);

import { useStore } from 'zustand';
import { ConnectionBanner } from '../files/ConnectionBanner.tsx';
import { DiskBanner } from '../files/DiskBanner.tsx';
import { viewStore } from '../state/view.ts';
import { DesignView } from './DesignView.tsx';
import classes from './Frame.module.css';
import { Lazily } from './lazily.tsx';
import { TopBar } from './TopBar.tsx';

const loadGenerateView = async () => (await import('../generate/GenerateView.tsx')).GenerateView;

/** The window with a document open: top bar, banners, and the tab that is chosen. */
export function Frame() {
  const tab = useStore(viewStore, (state) => state.tab);
  return (
    <div className={classes.frame}>
      <TopBar />
      <ConnectionBanner />
      <DiskBanner />
      <main className={classes.views} aria-label="Document">
        {/* The canvas stays mounted, so that it keeps its place and zoom. */}
        <div
          className={classes.view}
          data-hidden={tab !== 'design' || undefined}
          inert={tab !== 'design'}
          role="tabpanel"
          id="view-design"
          aria-labelledby="tab-design"
        >
          <DesignView />
        </div>
        {tab === 'generate' && (
          <div className={classes.view} role="tabpanel" id="view-generate" aria-labelledby="tab-generate">
            <Lazily what="the generated files" load={loadGenerateView} props={{}} />
          </div>
        )}
      </main>
    </div>
  );
}

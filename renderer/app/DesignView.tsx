import { useRef } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { Canvas } from '../canvas/Canvas.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { BottomPanel } from '../panels/BottomPanel.tsx';
import { LeftPanel } from '../panels/LeftPanel.tsx';
import classes from './DesignView.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { HintBar } from './HintBar.tsx';
import { StatusBar } from './StatusBar.tsx';
import { useCollapsible } from './use-collapsible.ts';
import { useNoticePlace } from './use-notice-place.ts';

/** Windows narrower than this, in pixels, open with narrower panels: the drawing comes first. */
const NARROW = 1200;

/** The Design tab: palette and outline, canvas, inspector; below the canvas Problems and YAML. */
export function DesignView() {
  const columns = useDefaultLayout({ id: 'archwright.columns', storage: localStorage });
  const rows = useDefaultLayout({ id: 'archwright.rows', storage: localStorage });
  const narrow = window.innerWidth < NARROW;
  const left = useCollapsible('left', narrow ? 216 : 264);
  const right = useCollapsible('right', narrow ? 288 : 328);
  const bottom = useCollapsible('bottom', 208);
  const canvas = useRef<HTMLElement>(null);
  useNoticePlace(canvas);
  return (
    <div className={classes.design}>
      <Group {...columns} id="archwright.columns" className={classes.columns}>
        <Panel
          {...left}
          id="left"
          minSize={200}
          maxSize={420}
          groupResizeBehavior="preserve-pixel-size"
          className={classes.side}
        >
          <LeftPanel />
        </Panel>
        <Separator className={classes.vertical} aria-label="Resize palette and outline" />
        <Panel id="centre" minSize={280}>
          <Group {...rows} id="archwright.rows" orientation="vertical">
            <Panel id="canvas" minSize={140}>
              <section ref={canvas} className={classes.canvas} data-keys="canvas" aria-label="Canvas">
                <ErrorBoundary what="the canvas">
                  <Canvas />
                </ErrorBoundary>
                <HintBar />
              </section>
            </Panel>
            <Separator className={classes.horizontal} aria-label="Resize problems and YAML" />
            <Panel
              {...bottom}
              id="bottom"
              minSize={96}
              groupResizeBehavior="preserve-pixel-size"
              className={classes.bottom}
            >
              <BottomPanel />
            </Panel>
          </Group>
        </Panel>
        <Separator className={classes.vertical} aria-label="Resize inspector" />
        <Panel
          {...right}
          id="right"
          minSize={260}
          maxSize={560}
          groupResizeBehavior="preserve-pixel-size"
          className={classes.side}
        >
          <ErrorBoundary what="the inspector">
            <Inspector />
          </ErrorBoundary>
        </Panel>
      </Group>
      <StatusBar />
    </div>
  );
}

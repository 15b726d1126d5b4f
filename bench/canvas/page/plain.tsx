import '@xyflow/react/dist/style.css';
import {
  type Edge,
  type Node,
  ReactFlow,
  type ReactFlowInstance,
  useEdgesState,
  useNodesState,
} from '@xyflow/react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { parse } from 'yaml';
import type { BenchPage } from './bench-page.ts';

interface Source {
  canvas: Record<string, { x: number; y: number }>;
  connections: { from: string; to: string }[];
}

/** React Flow as its own documentation sets it up: default nodes, default edges, its own state hooks. */
function Plain() {
  const [nodes, setNodes, onNodesChange] = useNodesState<Node>([]);
  const [edges, setEdges, onEdgesChange] = useEdgesState<Edge>([]);
  useEffect(() => {
    let flow: ReactFlowInstance | undefined;
    const page: BenchPage = {
      load(text) {
        const { canvas, connections }: Source = parse(text);
        setNodes(
          Object.entries(canvas).map(([id, position]) => ({
            id,
            position,
            data: { label: id },
            style: { width: 184, height: 64 },
          })),
        );
        setEdges(connections.map(({ from, to }) => ({ id: `${from}-${to}`, source: from, target: to })));
      },
      fit: () => void flow?.fitView({ padding: 0.05 }),
      text: () => '',
    };
    Object.assign(window, { bench: page, attach: (instance: ReactFlowInstance) => (flow = instance) });
  }, [setNodes, setEdges]);
  return (
    <div style={{ height: '100%' }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onInit={(instance) =>
          (window as unknown as { attach(flow: ReactFlowInstance): void }).attach(
            instance as ReactFlowInstance,
          )
        }
        minZoom={0.02}
        panOnScroll
      />
    </div>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Plain />);

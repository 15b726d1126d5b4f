import { Button, Group, Modal, Text } from '@mantine/core';
import { FileBrowser } from '../files/FileBrowser.tsx';
import { useFolder } from '../files/use-folder.ts';

interface FolderDialogProps {
  start: string | null;
  onChoose: (path: string) => void;
  onClose: () => void;
}

/** Chooses a folder, or makes one. */
export function FolderDialog({ start, onChoose, onClose }: FolderDialogProps) {
  const folder = useFolder(start ?? undefined, false);
  const path = folder.listing?.path;
  return (
    <Modal opened onClose={onClose} title="Choose the output folder" size={640}>
      <FileBrowser folder={folder} />
      <Group justify="space-between" mt={16} wrap="nowrap">
        <Text size="xs" c="dimmed" truncate>
          {path}
        </Text>
        <Group gap={8} wrap="nowrap">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button disabled={path === undefined} onClick={() => path !== undefined && onChoose(path)}>
            Choose this folder
          </Button>
        </Group>
      </Group>
    </Modal>
  );
}

import { ActionIcon, Menu } from '@mantine/core';
import { IconFile, IconMenu2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommandContext } from '../commands/context.ts';
import { isEnabled, titleOf } from '../commands/match.ts';
import { IS_MAC } from '../commands/platform.ts';
import { commandOf } from '../commands/registry.ts';
import { runCommand } from '../commands/run.ts';
import { shortcutText } from '../commands/shortcut.ts';
import { leaveDocument, session } from '../files/current.ts';
import { type Recent, useRecent } from '../files/use-recent.ts';
import { notifyError } from './notify.ts';

const COMMANDS = ['file.new', 'file.open', 'file.save', 'file.save-as', 'file.export', 'file.close'];
const MOST_RECENT = 6;

/** Menu of the document: its commands and the files opened last. */
export function FileMenu() {
  const [opened, setOpened] = useState(false);
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={280}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" aria-label="File menu">
          <IconMenu2 size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{opened && <Items />}</Menu.Dropdown>
    </Menu>
  );
}

function Items() {
  const context = useCommandContext();
  const { recent } = useRecent();
  const open = ({ path }: Recent) =>
    leaveDocument(
      () => void session.openPath(path).catch((error) => notifyError('Could not open the file', error)),
    );
  return (
    <>
      {COMMANDS.map(commandOf).map((command) => {
        const Icon = command.icon;
        const shortcut = command.shortcut?.[0];
        return (
          <Menu.Item
            key={command.id}
            leftSection={Icon && <Icon size={16} stroke={1.6} />}
            rightSection={
              shortcut && (
                <span style={{ color: 'var(--aw-text-2)', fontSize: 12 }}>
                  {shortcutText(shortcut, IS_MAC)}
                </span>
              )
            }
            disabled={!isEnabled(command, context)}
            onClick={() => void runCommand(command)}
          >
            {titleOf(command, context)}
          </Menu.Item>
        );
      })}
      {recent.length > 0 && <Menu.Label>Recent</Menu.Label>}
      {recent.slice(0, MOST_RECENT).map((file) => (
        <Menu.Item
          key={file.path}
          leftSection={<IconFile size={16} stroke={1.6} />}
          disabled={!file.exists}
          title={file.path}
          onClick={() => open(file)}
        >
          {file.name}
        </Menu.Item>
      ))}
    </>
  );
}

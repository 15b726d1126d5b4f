import { ActionIcon, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Command } from '../commands/command.ts';
import { useCommandContext } from '../commands/context.ts';
import { isEnabled, titleOf } from '../commands/match.ts';
import { IS_MAC } from '../commands/platform.ts';
import { runCommand } from '../commands/run.ts';
import { ariaShortcut, shortcutText } from '../commands/shortcut.ts';
import classes from './IconButton.module.css';

interface IconButtonProps {
  /** What it does: its accessible name and tooltip. */
  label: string;
  /** As in `Command.shortcut`. */
  shortcut?: string;
  /** For buttons that stay in: whether it is. */
  pressed?: boolean;
  disabled?: boolean;
  size?: 'sm' | 'md';
  onClick: () => void;
  children: ReactNode;
}

/** A button with an icon: always with a name, a tooltip and, where it has one, its shortcut. */
export function IconButton({
  label,
  shortcut,
  pressed,
  disabled,
  size = 'md',
  onClick,
  children,
}: IconButtonProps) {
  return (
    <Tooltip label={<TooltipText label={label} shortcut={shortcut} />}>
      <ActionIcon
        variant="subtle"
        size={size}
        className={classes.button}
        aria-label={label}
        aria-pressed={pressed}
        aria-keyshortcuts={shortcut && ariaShortcut(shortcut, IS_MAC)}
        // Stays focusable, so that the tooltip can say what it would do.
        data-disabled={disabled || undefined}
        aria-disabled={disabled || undefined}
        onClick={disabled ? undefined : onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** A tooltip's text with the shortcut beside it. */
export function TooltipText({ label, shortcut }: { label: string; shortcut?: string | undefined }) {
  return (
    <span>
      {label}
      {shortcut && <span className={classes.shortcut}>{shortcutText(shortcut, IS_MAC)}</span>}
    </span>
  );
}

/** The icon button of a command: name, shortcut, state and act come from the registry. */
export function CommandButton({
  command,
  pressed,
  size,
}: {
  command: Command;
  pressed?: boolean;
  size?: 'sm' | 'md';
}) {
  const context = useCommandContext();
  const Icon = command.icon;
  return (
    <IconButton
      label={titleOf(command, context)}
      shortcut={command.shortcut?.[0]}
      pressed={pressed}
      size={size}
      disabled={!isEnabled(command, context)}
      onClick={() => void runCommand(command)}
    >
      {Icon && <Icon size={size === 'sm' ? 16 : 18} stroke={1.6} />}
    </IconButton>
  );
}

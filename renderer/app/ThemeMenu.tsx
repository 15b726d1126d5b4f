import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useStore } from 'zustand';
import { commandOf } from '../commands/registry.ts';
import { runCommand } from '../commands/run.ts';
import { type ColourScheme, viewStore } from '../state/view.ts';

const SCHEMES: readonly { scheme: ColourScheme; label: string; icon: typeof IconSun }[] = [
  { scheme: 'light', label: 'Light', icon: IconSun },
  { scheme: 'dark', label: 'Dark', icon: IconMoon },
  { scheme: 'auto', label: 'System', icon: IconDeviceDesktop },
];

/** Light, dark, or as the system has it. */
export function ThemeMenu() {
  const current = useStore(viewStore, (state) => state.scheme);
  const Icon = SCHEMES.find(({ scheme }) => scheme === current)?.icon ?? IconDeviceDesktop;
  return (
    <Menu position="bottom-end" width={150} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Tooltip label="Theme">
          <ActionIcon variant="subtle" aria-label="Theme">
            <Icon size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={current}
          onChange={(scheme) => void runCommand(commandOf(`view.theme-${scheme}`))}
        >
          {SCHEMES.map(({ scheme, label, icon: SchemeIcon }) => (
            <Menu.RadioItem
              key={scheme}
              value={scheme}
              closeMenuOnClick
              rightSection={<SchemeIcon size={16} stroke={1.6} />}
            >
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

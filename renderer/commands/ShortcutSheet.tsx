import { Kbd, Modal } from '@mantine/core';
import { closeDialog } from '../state/view.ts';
import { COMMAND_CATEGORIES } from './command.ts';
import { commandContext } from './context.ts';
import { titleOf } from './match.ts';
import { IS_MAC } from './platform.ts';
import { commands } from './registry.ts';
import classes from './ShortcutSheet.module.css';
import { keysOf } from './shortcut.ts';

/** All shortcuts, by category; what the canvas does with the mouse beside them. */
export function ShortcutSheet() {
  const context = commandContext();
  const groups = COMMAND_CATEGORIES.map((category) => ({
    category,
    commands: commands.filter((command) => command.category === category && command.shortcut?.length),
  })).filter((group) => group.commands.length > 0);
  return (
    <Modal opened onClose={closeDialog} title="Keyboard shortcuts" size={760}>
      <div className={classes.columns}>
        {groups.map((group) => (
          <section key={group.category} className={classes.group}>
            <h3 className={classes.title}>{group.category}</h3>
            <dl className={classes.list}>
              {group.commands.map((command) => (
                <div key={command.id} className={classes.row}>
                  <dt>{titleOf(command, context)}</dt>
                  <dd>
                    <Keys shortcut={command.shortcut?.[0] ?? ''} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

/** A shortcut drawn as keys. `silent`: the control says its shortcut by `aria-keyshortcuts`, or need not. */
export function Keys({ shortcut, silent }: { shortcut: string; silent?: boolean }) {
  return (
    <span className={classes.keys} aria-hidden={silent || undefined}>
      {keysOf(shortcut, IS_MAC).map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
    </span>
  );
}

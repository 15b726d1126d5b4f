import { connection, desktop, host } from '../../../renderer/host.ts';

/** A page with nothing but the client: hands it to the test, together with what the desktop told it. */
const heard: string[] = [];
desktop?.onCommand((id) => heard.push(`command ${id}`));
desktop?.onOpenFile((path) => heard.push(`open ${path}`));
desktop?.setCommands([{ id: 'file.save', title: 'Save', category: 'File', shortcut: 'mod+s' }]);
Object.assign(window, { host, connection, heard, desktop });

/** Something that was done, and how to take it back. */
export interface Notice {
  message: string;
  action?: { title: string; run(): void };
}

let show: (notice: Notice) => void = () => {};

/** The shell says how notices are shown. */
export function setNotifier(notifier: (notice: Notice) => void): void {
  show = notifier;
}

export function notify(notice: Notice): void {
  show(notice);
}

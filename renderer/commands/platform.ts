/** Whether the keyboard is a Mac's: `mod` is Command there. */
export const IS_MAC = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.platform);

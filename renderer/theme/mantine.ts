import { createTheme, Modal, Tooltip } from '@mantine/core';

/**
 * Mantine's defaults for this product. Colours, sizes and type come from `tokens.css` through `mantine.css`, so that there is one source
 * and Mantine need not write style elements of its own.
 */
export const theme = createTheme({
  cursorType: 'default',
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 350,
        withArrow: false,
        offset: 6,
        transitionProps: { duration: 80 },
        events: { hover: true, focus: true, touch: false },
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'md',
        transitionProps: { duration: 120, transition: 'fade' },
        // Mantine's header element would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
  },
});

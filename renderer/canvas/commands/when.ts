import type { CommandContext } from '../../commands/command.ts';

/** When commands of the canvas apply. */
export const onDesign = ({ open, tab }: CommandContext): boolean => open && tab === 'design';
export const withComponents = (context: CommandContext): boolean =>
  onDesign(context) && context.components.length > 0;
export const withOneComponent = (context: CommandContext): boolean =>
  onDesign(context) && context.components.length === 1;
export const withSeveral =
  (least: number) =>
  (context: CommandContext): boolean =>
    onDesign(context) && context.components.length >= least;
export const withSelection = (context: CommandContext): boolean =>
  onDesign(context) && context.components.length + context.edges.length > 0;
export const withAny = (context: CommandContext): boolean => onDesign(context) && context.componentCount > 0;

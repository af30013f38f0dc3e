import type { FlowAction, FlowScreen } from '../../platform/flowScreen.ts';

/** A button under a screen. */
interface FooterButton {
  readonly action: FlowAction;
  readonly label: string;
  readonly variant: 'brand' | 'neutral';
}

const LABELS: Readonly<Record<FlowAction, string>> = {
  PAUSE: 'Pause',
  BACK: 'Previous',
  NEXT: 'Next',
  FINISH: 'Finish'
};

/**
 * The buttons of a screen: Pause on the left, the others on the right, as on the platform. Metadata API Guide:
 * FlowScreen.
 */
export function footerOf(screen: FlowScreen): {
  readonly left: readonly FooterButton[];
  readonly right: readonly FooterButton[];
} {
  const button = (action: FlowAction): FooterButton[] =>
    screen.availableActions.includes(action)
      ? [
          {
            action,
            label: ownLabel(screen, action) ?? LABELS[action],
            variant: action === 'NEXT' || action === 'FINISH' ? 'brand' : 'neutral'
          }
        ]
      : [];
  return screen.showFooter
    ? { left: button('PAUSE'), right: [...button('BACK'), ...button('NEXT'), ...button('FINISH')] }
    : { left: [], right: [] };
}

function ownLabel(screen: FlowScreen, action: FlowAction): string | null {
  switch (action) {
    case 'BACK':
      return screen.backButtonLabel;
    case 'NEXT':
    case 'FINISH':
      return screen.nextOrFinishButtonLabel;
    case 'PAUSE':
      return null;
  }
}

import { createElement } from 'lwc';
import Path from 'c/externalUserPath';
import { screenOf, settled } from '../../../../../test/jest/screen.ts';

async function show(place: string, goal: string | null) {
  const element = createElement('c-external-user-path', { is: Path });
  Object.assign(element, { place, goal });
  const moved = jest.fn();
  element.addEventListener('move', ({ detail }: CustomEventInit<unknown>) => {
    moved(detail);
  });
  document.body.appendChild(element);
  await settled();
  return { element, moved, screen: screenOf(element) };
}

afterEach(() => {
  document.body.replaceChildren();
});

describe('the path', () => {
  it.each([
    ['check', 0],
    ['details', 1],
    ['done', 2]
  ])('marks the place %s, and ticks those behind it', async (place, ticked) => {
    const { element, screen } = await show(place, null);
    expect(screen.text()).toBe('Check Details Done');
    expect(screen.find('[aria-current=step]').map(({ textContent }) => textContent.toLowerCase())).toEqual([place]);
    expect(screen.find('lightning-icon')).toHaveLength(ticked);
    expect(screen.find('button')).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ['details', 'check', 'Check'],
    ['check', 'details', 'Details']
  ])('leads from %s to %s', async (place, goal, name) => {
    const { moved, screen } = await show(place, goal);
    await screen.press(name);
    expect(moved).toHaveBeenCalledWith(goal);
  });
});

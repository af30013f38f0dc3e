// Synthetic shadow patches the page, so it comes before the engine.
import '@lwc/synthetic-shadow';

const { createElement } = await import('lwc');
const { default: App } = await import('host/app');
document.body.append(createElement('host-app', { is: App }));

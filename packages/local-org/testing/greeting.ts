import { metadata } from './deploy.ts';

/** One label of a file of labels. */
export const LABEL = `<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected>
<shortDescription>Greeting</shortDescription><value>Hello</value></labels>`;

/** A file of labels. */
export function labels(content = LABEL): string {
  return metadata('CustomLabels', content);
}

/** The configuration that exposes a bundle to record actions. */
export const EXPOSED = `<isExposed>true</isExposed><targets><target>lightning__RecordAction</target></targets>`;

/** The configuration file of a bundle. */
export function bundleMeta(content = ''): string {
  return metadata('LightningComponentBundle', `<apiVersion>68.0</apiVersion>${content}`);
}

/** A bundle that says hello, with one more line of JavaScript. */
export function card(
  js: string,
  html = '<template>{text}</template>',
  meta = bundleMeta(EXPOSED)
): Record<'lwc/card/card.js' | 'lwc/card/card.html' | 'lwc/card/card.js-meta.xml', string> {
  return {
    'lwc/card/card.js': `import { LightningElement } from 'lwc';\n${js}\nexport default class Card extends LightningElement { text = 'Hello'; }\n`,
    'lwc/card/card.html': html,
    'lwc/card/card.js-meta.xml': meta
  };
}

/** A quick action that opens the bundle. */
export function action(content = '<lightningWebComponent>card</lightningWebComponent>'): string {
  return metadata(
    'QuickAction',
    `<actionSubtype>ScreenAction</actionSubtype>
<label>Greet</label>
${content}
<optionsCreateFeedItem>false</optionsCreateFeedItem>
<type>LightningWebComponent</type>`
  );
}

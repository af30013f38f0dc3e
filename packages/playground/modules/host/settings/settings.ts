import { LightningElement } from 'lwc';
import type { DesignSystem, Theme } from '../../../server/selection.ts';
import type { SourceName } from '../../../source/componentSource.ts';
import { context } from '../../platform/context.ts';
import { choose } from '../../platform/playgroundControls.ts';

interface Option<Value extends string> {
  readonly label: string;
  readonly value: Value;
}

type Change = CustomEvent<{ value: string }>;

const THEMES: readonly Option<Theme>[] = [
  { label: 'As the system', value: 'system' },
  { label: 'Light', value: 'light' },
  { label: 'Dark', value: 'dark' }
];
const DESIGN_SYSTEMS: readonly Option<DesignSystem>[] = [
  { label: 'SLDS 2 (Cosmos)', value: 'slds2' },
  { label: 'SLDS 1, light only', value: 'slds1' }
];
const SOURCES: readonly Option<SourceName>[] = [
  { label: 'Working tree', value: 'workingTree' },
  { label: 'Deployed', value: 'deployed' }
];
const YEAR_SECONDS = 31_536_000;

/** What a person changes rarely: the language, the looks and the source of the components. */
export default class Settings extends LightningElement {
  theme = document.documentElement.dataset['theme'] ?? '';
  problem = '';

  readonly themes = THEMES;
  readonly designSystems = DESIGN_SYSTEMS;
  readonly sources = SOURCES;

  get languages(): Option<string>[] {
    return context.languages.map(({ language, name }) => ({ label: name, value: language }));
  }

  get language(): string {
    return context.language;
  }

  get designSystem(): string {
    return document.documentElement.dataset['designSystem'] ?? '';
  }

  get isLightOnly(): boolean {
    return this.designSystem === 'slds1';
  }

  get source(): string {
    return context.source;
  }

  /** The server keeps the choice and sends the page in that language. */
  handleLanguageChange({ detail }: Change): void {
    const url = new URL(location.href);
    url.searchParams.set('language', detail.value);
    location.assign(url);
  }

  handleThemeChange({ detail }: Change): void {
    this.theme = detail.value;
    document.documentElement.dataset['theme'] = this.theme;
    keep('playground-theme', this.theme);
  }

  /** The server sends the page with the other stylesheet. */
  handleDesignSystemChange({ detail }: Change): void {
    keep('playground-design-system', detail.value);
    location.reload();
  }

  handleSourceChange({ detail }: Change): void {
    void choose('source', { source: detail.value }, location.href).then((problem) => {
      this.problem = problem;
    });
  }

  handleShowTips(): void {
    this.dispatchEvent(new CustomEvent('showtips'));
  }
}

function keep(cookie: string, value: string): void {
  document.cookie = `${cookie}=${value}; path=/; SameSite=Strict; max-age=${String(YEAR_SECONDS)}`;
}

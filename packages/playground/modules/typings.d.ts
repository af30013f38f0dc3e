declare module 'lightning/configProvider' {
  /** Configures the base components. It is called once, before the first of them is rendered. */
  export default function configProvider(config: { readonly getPathPrefix: () => string }): void;
}
